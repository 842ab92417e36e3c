import { describe, expect, it } from 'vitest';
import { assumeRecorder } from '../index';
import { isVerified } from '../judge';
import { at, root, view } from '../testing/sketch';
import { effectiveOptions } from './options';

const any = { matching: ['*'] };
const field = (type: string, attributes: Record<string, string> = {}) => ({
  tag: 'input',
  type,
  attributes,
});

describe('New Relic', () => {
  it('masks all text and all inputs by default, hidden ones aside, and proves nothing', () => {
    expect(at(root('newrelic'), any).capture('text').capture).toBe('masked');
    expect(at(root('newrelic'), field('email')).capture('value').capture).toBe('masked');
    expect(at(root('newrelic'), field('hidden')).capture('value').capture).toBe('plain');
    expect(isVerified(assumeRecorder('newrelic'))).toBe(false);
  });

  it('opens an element that carries the unmask mark itself, and no password', () => {
    const open = { ...any, attributes: { class: 'nr-unmask' } };
    expect(at(root('newrelic'), open).capture('text').capture).toBe('plain');
    expect(at(root('newrelic'), open, any).capture('text').capture).toBe('masked');
    const mark = { 'data-nr-unmask': '' };
    expect(at(root('newrelic'), field('email', mark)).capture('value').capture).toBe('plain');
    expect(at(root('newrelic'), field('password', mark)).capture('value').capture).toBe('masked');
  });

  it('keeps text straight in a shadow root masked, since no element carries it', () => {
    const host = view({ ...any, attributes: { class: 'nr-unmask' } });
    const inside = root('newrelic').enter(host, 'child').enter(host, 'shadow-open');
    expect(inside.capture('text').capture).toBe('masked');
  });

  it('adds selectors to its own, and keeps passwords masked', () => {
    expect(effectiveOptions({ session_replay: { mask_text_selector: '.x' } })).toMatchObject({
      mask_text_selector: '.x,[data-nr-mask]',
    });
    expect(effectiveOptions({ mask_text_selector: '', block_selector: '.y' })).toMatchObject({
      mask_text_selector: '[data-nr-mask]',
      block_selector: '[data-nr-block],.y',
    });
    const types = { mask_all_inputs: false, mask_input_options: { password: false } };
    expect(effectiveOptions(types).mask_input_options).toEqual({ password: true });
  });
});
