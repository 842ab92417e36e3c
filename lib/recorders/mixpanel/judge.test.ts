import { describe, expect, it } from 'vitest';
import { assumeRecorder } from '../index';
import { isVerified, recordsFrame } from '../judge';
import { at, root, type Sketch, view } from '../testing/sketch';

const mixpanel = (options?: object) => root('mixpanel', options);
/** Any element: all of them match `*`. */
const any = (more: Sketch = {}): Sketch => ({
  ...more,
  matching: ['*', ...(more.matching ?? [])],
});
const field = (type: string, attributes: Record<string, string> = {}): Sketch =>
  any({ tag: 'input', type, attributes: { type, ...attributes } });

const OPEN = { record_mask_all_text: false, record_mask_all_inputs: false };

describe('Mixpanel', () => {
  it('masks all text, values and placeholders by default, held to what it sends', () => {
    expect(at(mixpanel(), any()).capture('text').capture).toBe('masked');
    expect(mixpanel().capture('document-title').capture).toBe('masked');
    for (const type of ['text', 'email', 'hidden']) {
      expect(at(mixpanel(), field(type)).capture('value').capture).toBe('masked');
      expect(at(mixpanel(), field(type)).capture('placeholder').capture).toBe('masked');
    }
    expect(isVerified(assumeRecorder('mixpanel'))).toBe(true);
  });

  it('leaves attributes, checkboxes and file names plain, and leaves pictures out', () => {
    expect(at(mixpanel(), any()).capture('title').capture).toBe('plain');
    expect(at(mixpanel(), field('checkbox', { value: 'x' })).capture('value').capture).toBe(
      'plain',
    );
    expect(at(mixpanel(), field('file')).capture('file-name').capture).toBe('plain');
    const picture = any({ tag: 'img', matching: ['img, video, audio'] });
    expect(at(mixpanel(), picture).capture('alt').capture).toBe('absent');
  });

  it('cannot mask text straight in a shadow root, and proposes an element around it', () => {
    const host = view(any());
    const inside = mixpanel().enter(host, 'child').enter(host, 'shadow-open');
    expect(inside.capture('text')).toMatchObject({
      capture: 'plain',
      fix: { kind: 'markup', text: '<span>…</span>' },
    });
  });

  it('opens what an unmask selector matches, whatever else stands there', () => {
    const open = any({ matching: ['.open'], attributes: { class: 'mp-mask' } });
    const judge = mixpanel({ record_unmask_text_selector: ['.open'] });
    expect(at(judge, open, any()).capture('text')).toMatchObject({
      capture: 'plain',
      fix: { text: 'class="mp-block"' },
    });
  });

  it('stops masking all text once a selector says which text is masked', () => {
    const judge = mixpanel({ record_mask_text_selector: '.private' });
    expect(at(judge, any()).capture('text').capture).toBe('plain');
    expect(at(judge, any({ matching: ['.private'] }), any()).capture('text').capture).toBe(
      'masked',
    );
    const both = mixpanel({ record_mask_text_selector: '.private', record_mask_all_text: true });
    expect(at(both, any()).capture('text').capture).toBe('masked');
  });

  it('masks sensitive fields whatever it is told', () => {
    const masked: Sketch[] = [
      ...['password', 'email', 'tel', 'hidden'].map((type) => field(type)),
      field('text', { autocomplete: 'on' }),
      field('text', { name: 'card-num' }),
      field('text', { id: 'user[password]' }),
      field('text', { 'data-rr-is-password': 'true' }),
    ];
    for (const one of masked) {
      expect(at(mixpanel(OPEN), one).capture('value').capture).toBe('masked');
    }
    expect(
      at(mixpanel(OPEN), field('text', { autocomplete: 'off' })).capture('value'),
    ).toMatchObject({ capture: 'plain', fix: { text: 'class="mp-mask"' } });
  });

  it('masks where a selector is not valid, and can’t tell where it could not be read', () => {
    const broken = mixpanel({ record_unmask_text_selector: '!' });
    expect(at(broken, any()).capture('text').capture).toBe('masked');
    const unread = mixpanel({ record_unmask_text_selector: { cut: true } });
    expect(at(unread, any()).capture('text').capture).toBe('unknown');
  });

  it('records the console by default, and requests and the text of clicks where it is told to', () => {
    expect(mixpanel().capture('console')).toMatchObject({
      capture: 'plain',
      fix: { text: 'record_console: false' },
    });
    expect(mixpanel().capture('resource-url').capture).toBe('absent');
    expect(mixpanel({ record_network: true }).capture('resource-url').capture).toBe('plain');
    expect(at(mixpanel(), any()).capture('clicked-text').capture).toBe('absent');
    const told = mixpanel({ autocapture: { capture_text_content: true } });
    expect(at(told, any()).capture('clicked-text').capture).toBe('plain');
  });

  it('reaches frames of the same origin, and others where both sides may agree', () => {
    const frame = (options: object, sameOrigin: boolean) =>
      recordsFrame(assumeRecorder('mixpanel', { ...options }), { sameOrigin });
    expect(frame({}, true)).toBe(true);
    expect(frame({}, false)).toBe(false);
    expect(frame({ record_allowed_iframe_origins: ['https://a.test'] }, false)).toBeNull();
  });
});
