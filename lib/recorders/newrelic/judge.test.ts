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
  it('masks all text and all inputs by default, hidden ones aside', () => {
    expect(at(root('newrelic'), any).capture('text').capture).toBe('masked');
    expect(at(root('newrelic'), field('email')).capture('value').capture).toBe('masked');
    expect(at(root('newrelic'), field('hidden')).capture('value').capture).toBe('plain');
    expect(isVerified(assumeRecorder('newrelic'))).toBe(true);
  });

  it('opens an element that carries the unmask mark itself, and no password', () => {
    const open = { ...any, attributes: { class: 'nr-unmask' } };
    expect(at(root('newrelic'), open).capture('text').capture).toBe('plain');
    expect(at(root('newrelic'), open, any).capture('text').capture).toBe('masked');
    const mark = { 'data-nr-unmask': '' };
    expect(at(root('newrelic'), field('email', mark)).capture('value').capture).toBe('plain');
    expect(at(root('newrelic'), field('password', mark)).capture('value').capture).toBe('masked');
  });

  it('cannot tell of text straight in a shadow root, which is plain where it comes late', () => {
    const host = view({ ...any, attributes: { class: 'nr-unmask' } });
    const inside = root('newrelic').enter(host, 'child').enter(host, 'shadow-open');
    expect(inside.capture('text').capture).toBe('unknown');
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
    expect(effectiveOptions(types).mask_input_options).toMatchObject({ password: true });
  });

  it('drops kinds of fields that the agent does not know, and refuses what is no selector', () => {
    const given = { mask_input_options: { hidden: true, tel: true }, mask_text_selector: false };
    const options = effectiveOptions(given);
    expect(options.mask_input_options).toMatchObject({ tel: true, email: false });
    expect(options.mask_input_options).not.toHaveProperty('hidden');
    expect(options.mask_text_selector).toBe('*');
    expect(effectiveOptions(options)).toEqual(options);
  });

  it('tells beside the recording what the options of its other features say', () => {
    const ask = (
      options: object,
      channel: 'console' | 'resource-url' | 'clicked-text',
      name = '',
    ) => root('newrelic', options).capture(channel, name).capture;
    expect(ask({}, 'clicked-text')).toBe('absent');
    const texts = { user_actions: { elementAttributes: ['id', 'innerText'] } };
    expect(ask(texts, 'clicked-text')).toBe('plain');
    expect(ask({ user_actions: { ...texts.user_actions, enabled: false } }, 'clicked-text')).toBe(
      'absent',
    );
    expect(ask({}, 'console')).toBe('unknown');
    expect(ask({ logging: { mode: 0 } }, 'console')).toBe('absent');
    expect(ask({ logging: { mode: 3 } }, 'console')).toBe('plain');
    expect(ask({ logging: { enabled: false, mode: 3 } }, 'console')).toBe('absent');
    expect(ask({}, 'resource-url')).toBe('plain');
    expect(ask({}, 'resource-url', 'q')).toBe('absent');
    expect(ask({ ajax: { capture_payloads: 'failures' } }, 'resource-url', 'q')).toBe('plain');
    expect(ask({ ajax: { capture_payloads: 'all' } }, 'resource-url', '#')).toBe('absent');
  });

  it('sends of the console what the level that its server asks for reaches to', () => {
    const sent = (mode: number) =>
      ['error', 'warn', 'info', 'log', 'debug', 'trace', 'table'].filter(
        (method) =>
          root('newrelic', { logging: { mode } }).capture('console', method).capture === 'plain',
      );
    expect(sent(1)).toEqual(['error']);
    expect(sent(3)).toEqual(['error', 'warn', 'info', 'log']);
    expect(sent(5)).toHaveLength(6);
  });

  it('counts rules of obfuscate where what they do can be told, and runs no pattern', () => {
    const said = { whole: 'hello ada', part: 'ada' };
    const ask = (...obfuscate: object[]) =>
      root('newrelic', { logging: { mode: 5 }, obfuscate }).capture('console', 'log', said).capture;
    const pattern = (source: string, flags = 'g') => ({ pattern: source, flags });
    expect(ask()).toBe('plain');
    expect(ask({ regex: pattern('.+') })).toBe('masked');
    expect(ask({ regex: pattern('.+', '') })).toBe('unknown');
    expect(ask({ regex: pattern('.+'), replacement: '$&' })).toBe('unknown');
    expect(ask({ regex: pattern('(a+)+$') })).toBe('unknown');
    expect(ask({ regex: 'ada' })).toBe('unknown');
    expect(ask({ regex: 'bob' })).toBe('plain');
    expect(ask({ regex: pattern('.+'), replacement: { function: true } })).toBe('plain');
    expect(ask({ regex: pattern('.+'), eventFilter: ['UserAction'] })).toBe('plain');
    expect(ask({ cut: true })).toBe('unknown');
    expect(root('newrelic', { obfuscate: { cut: true } }).capture('resource-url').capture).toBe(
      'unknown',
    );
    const all = { obfuscate: [{ regex: pattern('.+') }] };
    expect(root('newrelic', all).capture('page-url').capture).toBe('plain');
    const blocked = { attributes: { class: 'nr-block', id: 'ada' } };
    expect(at(root('newrelic', all), blocked).capture('id', 'id').capture).toBe('absent');
  });

  it('tells values where clicks do, passwords too, and ids of what is blocked; not in shadow roots', () => {
    const told = { user_actions: { elementAttributes: ['value'] } };
    const judge = at(root('newrelic', told), field('password'));
    expect(judge.capture('value').capture).toBe('plain');
    const host = root('newrelic', told).enter(view(), 'child');
    const inside = host.enter(view(field('password')), 'shadow-open');
    expect(inside.capture('value').capture).toBe('masked');
    const box = at(root('newrelic'), { attributes: { class: 'nr-block', id: 'ada' } });
    expect(box.capture('id', 'id').capture).toBe('plain');
    expect(box.capture('title', 'title').capture).toBe('absent');
  });

  it('proposes a box for a kind of field that its table does not take', () => {
    const open = { mask_all_inputs: false };
    expect(at(root('newrelic', open), field('hidden')).capture('value').fix?.text).toContain(
      'nr-block',
    );
    expect(at(root('newrelic', open), field('tel')).capture('value').fix?.text).toContain(
      'mask_input_options',
    );
  });
});
