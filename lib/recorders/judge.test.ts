import { describe, expect, it } from 'vitest';
import { createTranslator } from '../core/translator';
import { CHANNELS, RECORDER_IDS } from '../protocol/recorders';
import type { NodeJudge } from './contract';
import { assumeRecorder } from './index';
import { FUNCTION_MARK } from './json';
import { hasRules, judgeAt, recordsFrame } from './judge';
import { at, root, type Sketch, view } from './testing/sketch';

const translate = createTranslator();

const rrweb = (options?: object) => root('rrweb', options);
const posthog = (options?: object) => root('posthog', options);

describe('judgeAt', () => {
  it('answers for every channel of every recorder, in a sentence', () => {
    for (const id of RECORDER_IDS) {
      const judge = at(root(id), { tag: 'input' });
      for (const channel of CHANNELS) {
        const { capture, because, fix } = judge.capture(channel);
        expect(translate(because.id, because.params)).toMatch(/^(rrweb|[A-Z]).*\.$/);
        expect(translate(because.id, because.params)).not.toMatch(/\$\d|undefined/);
        if (fix) expect(translate(fix.effect.id, fix.effect.params)).toMatch(/\.$/);
        if (!hasRules(assumeRecorder(id))) expect(capture).toBe('unknown');
      }
    }
  });

  it('never guesses for a major version that its rules were not held to', () => {
    const state = { ...assumeRecorder('rrweb'), version: '1.1.3' };
    expect(hasRules(state)).toBe(false);
    const judgement = judgeAt(state).enter(view(), 'child').capture('text');
    expect(judgement.capture).toBe('unknown');
    expect(translate(judgement.because.id, judgement.because.params)).toContain('1.1.3');
  });

  it('proposes a fix for all that is plain, and none for what is covered', () => {
    for (const judge of [rrweb(), posthog(), posthog({ maskAllInputs: false })]) {
      for (const tag of ['p', 'input', 'select', 'option', 'iframe', 'meta', 'body', 'title']) {
        for (const channel of CHANNELS) {
          const { capture, fix } = at(judge, { tag, attributes: { value: 'x' } }).capture(channel);
          if (capture === 'plain') expect(fix).not.toBeNull();
          if (capture === 'masked' || capture === 'absent') expect(fix).toBeNull();
        }
      }
    }
  });
});

describe('text', () => {
  it('is plain, and its fix is the recorder’s own mask class', () => {
    expect(at(rrweb(), {}).capture('text')).toMatchObject({
      capture: 'plain',
      fix: { kind: 'class', text: 'class="rr-mask"' },
    });
    expect(at(posthog(), {}).capture('text').fix?.text).toBe('class="ph-mask"');
  });

  it('is masked by a class or selector on the element or around it', () => {
    expect(at(posthog(), { attributes: { class: 'ph-mask' } }).capture('text').capture).toBe(
      'masked',
    );
    expect(at(posthog(), { attributes: { class: 'ph-mask' } }, {}).capture('text').capture).toBe(
      'masked',
    );
    const judge = posthog({ maskTextSelector: '.thread' });
    expect(at(judge, { matching: ['.thread'] }, {}).capture('text').capture).toBe('masked');
  });

  it('knows no unmasking', () => {
    const inside = { attributes: { class: 'ph-unmask rr-unmask' } };
    expect(
      at(posthog(), { attributes: { class: 'ph-mask' } }, inside).capture('text').capture,
    ).toBe('masked');
  });

  it('says where a selector is not valid, and does not count it', () => {
    const judge = rrweb({ maskTextSelector: '!', blockSelector: '!' });
    const { capture, because } = at(judge, {}).capture('text');
    expect(capture).toBe('plain');
    expect(because.id).toBe('recorder.because.invalidSelector');
  });

  it('does not take a mask on a host without light children for a mask on its shadow root', () => {
    const host = at(rrweb(), { attributes: { class: 'rr-mask' }, bare: true });
    expect(host.enter(view(), 'shadow-open').capture('text').capture).toBe('plain');
    expect(host.capture('text')).toMatchObject({ capture: 'plain', fix: { kind: 'markup' } });
    const full = at(rrweb(), { attributes: { class: 'rr-mask' } });
    // Masked in the snapshot, and plain where it comes or changes later.
    expect(full.enter(view(), 'shadow-open').capture('text').capture).toBe('unknown');
    const marked = full.enter(view({ attributes: { class: 'rr-mask' } }), 'shadow-open');
    expect(marked.capture('text').capture).toBe('masked');
    expect(marked.enter(view(), 'child').capture('text').capture).toBe('masked');
  });

  it('inherits its mask into a frame of the same origin for what is there from the start, but not from the frame element itself', () => {
    const frame = { tag: 'iframe', bare: true, attributes: { class: 'rr-mask' } };
    const inside = (judge: NodeJudge) =>
      judge.enter(view({ tag: 'html' }), 'iframe').capture('text').capture;
    expect(inside(at(rrweb(), frame))).toBe('plain');
    expect(
      inside(at(rrweb(), { attributes: { class: 'rr-mask' } }, { tag: 'iframe', bare: true })),
    ).toBe('unknown');
  });

  it('can’t be told where a function decides', () => {
    const judge = posthog({ maskTextFn: FUNCTION_MARK });
    expect(at(judge, { attributes: { class: 'ph-mask' } }).capture('text').capture).toBe('unknown');
    expect(at(judge, {}).capture('text').capture).toBe('plain');
  });

  it('is out of sight in a closed shadow root, and all that is in it', () => {
    const closed = at(rrweb(), {}).enter(view(), 'shadow-closed');
    expect(closed.capture('text').capture).toBe('absent');
    expect(closed.enter(view(), 'child').capture('title').capture).toBe('absent');
  });
});

describe('blocks', () => {
  const box = { attributes: { class: 'ph-no-capture' } };

  it('leave out an element, what is in it, and all of its attributes but the class', () => {
    expect(at(posthog(), box).capture('text').capture).toBe('absent');
    expect(at(posthog(), box).capture('title', 'title').capture).toBe('absent');
    expect(at(posthog(), box).capture('class').capture).toBe('plain');
    expect(at(posthog(), box, {}).capture('class').capture).toBe('absent');
  });

  it('on a host keep out the shadow root that it has, which rrweb forgets of one that comes later', () => {
    const inside = (judge: NodeJudge, name: string) =>
      at(judge, { attributes: { class: name } }).enter(view(), 'shadow-open');
    expect(inside(rrweb(), 'rr-block').capture('text').capture).toBe('unknown');
    expect(inside(posthog(), 'ph-no-capture').capture('text').capture).toBe('absent');
    const around = at(rrweb(), { attributes: { class: 'rr-block' } }, {});
    expect(around.enter(view(), 'shadow-open').capture('text').capture).toBe('absent');
    const again = inside(rrweb(), 'rr-block').enter(
      view({ attributes: { class: 'rr-block' } }),
      'child',
    );
    expect(again.capture('title', 'title').capture).toBe('absent');
  });

  it('on a frame keep its document out of rrweb, and not out of PostHog', () => {
    const inside = (judge: NodeJudge, name: string) =>
      at(judge, { tag: 'iframe', attributes: { class: name } })
        .enter(view({ tag: 'html' }), 'iframe')
        .capture('text').capture;
    expect(inside(rrweb(), 'rr-block')).toBe('absent');
    expect(inside(posthog(), 'ph-no-capture')).toBe('plain');
  });

  it('can’t be told where a pattern would have to be run', () => {
    const judge = rrweb({ blockClass: { pattern: '(a+)+$', flags: '' } });
    expect(at(judge, { attributes: { class: 'aaa' } }).capture('text').capture).toBe('unknown');
    expect(at(judge, { attributes: { class: 'aaa' } }, {}).capture('text').capture).toBe('unknown');
    expect(at(judge, {}).capture('text').capture).toBe('plain');
  });
});

describe('values', () => {
  const input = (type: string, more: Sketch = {}): Sketch => ({
    tag: 'input',
    ...more,
    attributes: { type, value: 'x', ...more.attributes },
  });

  it('follow the table of types, in which hidden is PostHog’s alone', () => {
    expect(at(rrweb(), input('email')).capture('value').capture).toBe('plain');
    expect(at(rrweb(), input('password')).capture('value').capture).toBe('masked');
    expect(at(rrweb({ maskAllInputs: true }), input('email')).capture('value').capture).toBe(
      'masked',
    );
    expect(at(rrweb({ maskAllInputs: true }), input('hidden')).capture('value').capture).toBe(
      'plain',
    );
    expect(at(posthog(), input('hidden')).capture('value').capture).toBe('masked');
    expect(at(posthog(), input('file')).capture('file-name').capture).toBe('plain');
  });

  it('lose the password where a table without it is given, except in PostHog', () => {
    const table = { maskAllInputs: false, maskInputOptions: { email: true } };
    expect(at(rrweb(table), input('password')).capture('value').capture).toBe('plain');
    expect(at(posthog(table), input('password')).capture('value').capture).toBe('masked');
  });

  it('of a field that once was a password stay masked', () => {
    const once = input('text', { attributes: { 'data-rr-is-password': 'true' } });
    expect(at(rrweb(), once).capture('value').capture).toBe('masked');
  });

  it('of radio buttons, checkboxes and buttons are recorded as written', () => {
    for (const type of ['radio', 'checkbox', 'submit', 'button']) {
      expect(at(posthog(), input(type)).capture('value').capture).toBe('plain');
    }
  });

  it('are not covered by an ignore class, and the reason says so', () => {
    const ignored = at(rrweb(), input('email', { attributes: { class: 'rr-ignore' } })).capture(
      'value',
    );
    expect(ignored).toMatchObject({
      capture: 'plain',
      because: { id: 'recorder.because.ignoreIsNotMask' },
    });
  });

  it('get a fix that keeps what is masked already', () => {
    expect(at(rrweb(), input('email')).capture('value').fix?.text).toBe(
      'maskInputOptions: { password: true, email: true }',
    );
    const own = posthog({ maskAllInputs: false, maskInputOptions: { tel: true } });
    expect(at(own, input('datetime-local')).capture('value').fix?.text).toBe(
      "session_recording: { maskInputOptions: { password: true, tel: true, 'datetime-local': true } }",
    );
    expect(at(rrweb({ maskAllInputs: true }), input('hidden')).capture('value').fix?.text).toBe(
      'class="rr-block"',
    );
  });

  it('can’t be told where a function masks them', () => {
    const judge = posthog({ maskInputFn: FUNCTION_MARK });
    expect(at(judge, input('email')).capture('value').capture).toBe('unknown');
  });

  it('leave the raw attribute in the record while the field is empty', () => {
    expect(at(posthog(), input('email', { empty: true })).capture('value-attribute').capture).toBe(
      'plain',
    );
    expect(at(posthog(), input('email')).capture('value-attribute').capture).toBe('masked');
    const typedOver = input('email', { isAttribute: false });
    expect(at(rrweb(), typedOver).capture('value-attribute').capture).toBe('absent');
  });
});

describe('attributes', () => {
  it('are plain whatever text is masked, and the fix is never a text mask', () => {
    const judge = at(posthog({ maskTextSelector: '*' }), {
      matching: ['*'],
      attributes: { class: 'ph-mask' },
    });
    for (const channel of ['placeholder', 'title', 'aria', 'data', 'href', 'srcdoc'] as const) {
      expect(judge.capture(channel)).toMatchObject({
        capture: 'plain',
        fix: { text: 'class="ph-no-capture"' },
      });
    }
  });

  it('are all masked by maskAllElementAttributes, and can’t be told with a function', () => {
    expect(at(posthog({ maskAllElementAttributes: true }), {}).capture('title').capture).toBe(
      'masked',
    );
    expect(at(posthog({ maskAttributeFn: FUNCTION_MARK }), {}).capture('title').capture).toBe(
      'unknown',
    );
    expect(at(posthog({ maskAttributeFn: FUNCTION_MARK }), {}).capture('text').capture).toBe(
      'plain',
    );
  });

  it('of a class, the body or the head are mended in the markup', () => {
    expect(at(posthog(), {}).capture('class').fix?.kind).toBe('markup');
    expect(at(posthog(), { tag: 'body' }).capture('data', 'data-user').fix).toMatchObject({
      kind: 'markup',
      text: 'remove data-user',
    });
  });
});

describe('PostHog', () => {
  it('leaves out what lies deeper than fifty levels; rrweb does not', () => {
    const levels = (count: number): Sketch[] =>
      Array.from({ length: count }, (_, depth) => ({ depth }));
    expect(at(posthog(), ...levels(49)).capture('title').capture).toBe('plain');
    expect(at(posthog(), ...levels(49)).capture('text').capture).toBe('absent');
    expect(at(posthog(), ...levels(50)).capture('title').capture).toBe('absent');
    expect(at(rrweb(), ...levels(90)).capture('text').capture).toBe('plain');
  });

  it('records the page’s address, except what it is told to mask', () => {
    expect(posthog().capture('page-url')).toMatchObject({
      capture: 'plain',
      fix: { kind: 'option' },
    });
    const masking = posthog({
      mask_personal_data_properties: true,
      custom_personal_data_properties: ['email'],
      disable_capture_url_hashes: true,
    });
    expect(masking.capture('page-url', 'email').capture).toBe('masked');
    expect(masking.capture('page-url', 'gclid').capture).toBe('masked');
    expect(masking.capture('page-url', 'name').capture).toBe('plain');
    expect(masking.capture('page-url', '#').capture).toBe('absent');
    const callback = posthog({ maskCapturedNetworkRequestFn: FUNCTION_MARK });
    expect(callback.capture('page-url').capture).toBe('unknown');
  });

  it('masks the title by a selector that reaches it', () => {
    expect(posthog().capture('document-title')).toMatchObject({
      capture: 'plain',
      fix: { text: 'session_recording: { maskTextSelector: "title" }' },
    });
    expect(posthog({ maskTextSelector: '.x, *' }).capture('document-title').capture).toBe('masked');
    const kept = posthog({ maskTextSelector: '.x' }).capture('document-title').fix?.text;
    expect(kept).toContain('".x, title"');
  });
});

describe('recordsFrame', () => {
  it('says which frames a recorder reaches', () => {
    const state = assumeRecorder('posthog');
    expect(recordsFrame(state, { sameOrigin: true })).toBe(true);
    expect(recordsFrame(state, { sameOrigin: false })).toBe(false);
    const agreed = assumeRecorder('posthog', { recordCrossOriginIframes: true });
    expect(recordsFrame(agreed, { sameOrigin: false })).toBeNull();
    expect(
      recordsFrame({ ...assumeRecorder('sentry'), version: '3.0.0' }, { sameOrigin: true }),
    ).toBeNull();
  });
});
