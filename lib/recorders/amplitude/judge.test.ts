import { describe, expect, it } from 'vitest';
import { assumeRecorder } from '../index';
import { isVerified, recordsFrame } from '../judge';
import { at, root, type Sketch, view } from '../testing/sketch';

const amplitude = (privacyConfig?: object, more: object = {}) =>
  root('amplitude', { ...(privacyConfig ? { privacyConfig } : {}), ...more });
const any = (more: Sketch = {}): Sketch => ({
  ...more,
  matching: ['*', ...(more.matching ?? [])],
});
const field = (type: string, attributes: Record<string, string> = {}): Sketch =>
  any({ tag: 'input', type, attributes: { type, ...attributes } });

describe('Amplitude', () => {
  it('masks values and leaves text plain by default, held to what it sends', () => {
    expect(at(amplitude(), any()).capture('text').capture).toBe('plain');
    expect(at(amplitude(), field('text')).capture('value').capture).toBe('masked');
    expect(at(amplitude(), field('text')).capture('placeholder').capture).toBe('plain');
    expect(isVerified(assumeRecorder('amplitude'))).toBe(true);
  });

  it('masks few fields at the level "light", and everything at "conservative"', () => {
    const light = amplitude({ defaultMaskLevel: 'light' });
    for (const type of ['password', 'email', 'tel']) {
      expect(at(light, field(type)).capture('value').capture).toBe('masked');
    }
    expect(at(light, field('text')).capture('value').capture).toBe('plain');
    const card = field('text', { autocomplete: 'cc-number' });
    expect(at(light, card).capture('value').capture).toBe('masked');
    const all = amplitude({ defaultMaskLevel: 'conservative' });
    expect(at(all, any()).capture('text').capture).toBe('masked');
  });

  it('never masks what is no field that rrweb masks: hidden values, buttons, file names', () => {
    const all = amplitude({ defaultMaskLevel: 'conservative' });
    expect(at(all, field('hidden', { value: 'x' })).capture('value').capture).toBe('plain');
    expect(at(all, field('checkbox', { value: 'x' })).capture('value').capture).toBe('plain');
  });

  it('lets a mask win over an unmask, wherever the two stand', () => {
    const masked = any({ attributes: { class: 'amp-mask' }, matching: ['.amp-mask'] });
    const open = any({ attributes: { class: 'amp-unmask' }, matching: ['.amp-unmask'] });
    const inside = amplitude().enter(view(masked), 'child').enter(view(open), 'child');
    expect(inside.capture('text').capture).toBe('masked');
  });

  it('does not carry a mark into a shadow root', () => {
    const host = view(any({ attributes: { class: 'amp-mask' }, matching: ['.amp-mask'] }));
    const inside = amplitude().enter(host, 'child').enter(host, 'shadow-open');
    expect(inside.capture('text')).toMatchObject({ capture: 'plain', fix: { kind: 'markup' } });
  });

  it('cannot tell what an address decides, unless every level agrees', () => {
    const rule = (maskLevel: string) => ({ match: 'https://a.test/**', maskLevel });
    const mixed = amplitude({ urlMaskLevels: [rule('conservative')] });
    expect(at(mixed, any()).capture('text').capture).toBe('unknown');
    expect(at(mixed, field('text')).capture('value').capture).toBe('masked');
  });

  it('cannot tell where a selector is not valid: the recording may have ended there', () => {
    const broken = amplitude({ maskSelector: ['!'] });
    const judge = broken.enter(view(any({ tag: 'input' })), 'child');
    expect(judge.capture('value').capture).toBe('unknown');
  });

  it('cannot tell what a selector does that is given as a text and not in a list', () => {
    const conservative = { defaultMaskLevel: 'conservative' };
    const opened = amplitude({ ...conservative, unmaskSelector: 'input' });
    expect(at(opened, any()).capture('text').capture).toBe('unknown');
    const masking = amplitude({ maskSelector: '.private' });
    expect(at(masking, field('text')).capture('value').capture).toBe('unknown');
  });

  it('records the console and addresses where its server asks for them', () => {
    const logging = { console: { enabled: true }, network: { enabled: true } };
    const logged = amplitude(undefined, { loggingConfig: logging });
    for (const channel of ['console', 'resource-url'] as const) {
      expect(logged.capture(channel).capture).toBe('plain');
      expect(amplitude().capture(channel).capture).toBe('absent');
    }
  });

  it('masks attributes that are named, as their element is masked', () => {
    const named = amplitude({ maskAttributes: ['title', 'style'] });
    const box = field('text', { title: 'x', style: 'x' });
    expect(at(named, box).capture('title').capture).toBe('masked');
    expect(at(named, box).capture('style').capture).toBe('plain');
    expect(at(named, any()).capture('title').capture).toBe('plain');
  });

  it('sends addresses of frames, blocked ones too, and titles where it is told to', () => {
    const frame = any({ tag: 'iframe', attributes: { src: '/x', class: 'amp-block' } });
    expect(at(amplitude(), frame).capture('src').capture).toBe('plain');
    const masked = { defaultMaskLevel: 'conservative' };
    const told = amplitude(masked, { captureDocumentTitle: true });
    expect(told.capture('document-title').capture).toBe('plain');
  });

  it('reaches into frames of other origins only by agreement', () => {
    const other = { sameOrigin: false };
    expect(recordsFrame(assumeRecorder('amplitude'), other)).toBe(false);
    const crossOriginIframes = { enabled: true };
    expect(recordsFrame(assumeRecorder('amplitude', { crossOriginIframes }), other)).toBeNull();
  });
});
