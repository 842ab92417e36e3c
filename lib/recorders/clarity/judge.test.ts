import { describe, expect, it } from 'vitest';
import type { Channel } from '../../protocol/recorders';
import type { NodeJudge } from '../contract';
import { assumeRecorder } from '../index';
import { isVerified, judgeAt, recordsFrame } from '../judge';
import { at, root, type Sketch, view } from '../testing/sketch';

const clarity = (options?: object) => root('clarity', options);
const STRICT = { content: false };
const RELAXED = { unmask: ['body'] };
const BODY: Sketch = { tag: 'body', matching: ['body'] };
const marked = (mark: string, sketch: Sketch = {}): Sketch => ({
  ...sketch,
  attributes: { ...sketch.attributes, [`data-clarity-${mark}`]: '' },
});
const asks = (judge: NodeJudge, channel: Channel, whole: string, part = whole) =>
  judge.capture(channel, undefined, { whole, part }).capture;
const takes = (judge: NodeJudge, channel: Channel, name?: string) =>
  judge.capture(channel, name).capture;

describe('text', () => {
  it('is plain in Balanced and Relaxed, masked in Strict, and the nearest mark wins', () => {
    expect(takes(at(clarity(), {}), 'text')).toBe('plain');
    expect(takes(at(clarity(STRICT), {}), 'text')).toBe('masked');
    expect(takes(at(clarity(STRICT), marked('unmask'), {}), 'text')).toBe('plain');
    expect(takes(at(clarity(), marked('mask'), marked('unmask')), 'text')).toBe('plain');
    expect(takes(at(clarity(), marked('unmask'), marked('mask'), {}), 'text')).toBe('masked');
    expect(takes(at(clarity(), marked('mask', marked('unmask'))), 'text')).toBe('masked');
    const no = { attributes: { 'data-clarity-mask': 'false' } };
    expect(takes(at(clarity(), no), 'text')).toBe('masked');
  });

  it('loses words with a digit or @ in Balanced, and in Relaxed none', () => {
    const balanced = at(clarity(), BODY);
    expect(asks(balanced, 'text', 'Call +49 30 1234 now', '+49 30 1234')).toBe('masked');
    expect(asks(balanced, 'text', 'ada@mail.test')).toBe('masked');
    expect(asks(balanced, 'text', '12 Main Street')).toBe('plain');
    expect(asks(balanced, 'text', '12 Main Street', '12')).toBe('masked');
    expect(asks(at(clarity(RELAXED), BODY), 'text', 'ada@mail.test')).toBe('plain');
  });

  it('keeps such words beside a currency, after a hard space, and wherever else they stand', () => {
    const judge = at(clarity(), {});
    expect(asks(judge, 'text', '€1234')).toBe('plain');
    expect(asks(judge, 'text', 'ada@mail.test$')).toBe('plain');
    expect(asks(judge, 'text', 'Ada\u00a01987', 'Ada')).toBe('masked');
    expect(asks(judge, 'text', 'Ada 1987 and Ada1987', 'Ada')).toBe('plain');
    expect(asks(judge, 'text', 'Ada1987 and Ada1987', 'Ada')).toBe('masked');
    expect(asks(judge, 'text', '𝒜da5')).toBe('plain');
  });

  it('looks at a long text in little time', () => {
    const judge = at(clarity(), {});
    expect(asks(judge, 'text', 'a1'.repeat(100_000))).toBe('masked');
    expect(asks(judge, 'text', 'a1 '.repeat(50_000))).toBe('masked');
    expect(asks(judge, 'text', 'a1'.repeat(100_000), 'a1')).toBe('masked');
    expect(asks(judge, 'text', 'a1 '.repeat(50_000), 'a1 a')).toBe('masked');
  });

  it('is masked where a class speaks of an address, in Balanced alone', () => {
    const address = { attributes: { class: 'ship-address' } };
    expect(takes(at(clarity(), address, {}), 'text')).toBe('masked');
    expect(takes(at(clarity(), { attributes: { class: 'Address' } }), 'text')).toBe('plain');
    expect(takes(at(clarity(RELAXED), BODY, address), 'text')).toBe('plain');
  });

  it('of the title and of style sheets is plain in Strict', () => {
    expect(takes(at(clarity(STRICT), { tag: 'title' }), 'document-title')).toBe('plain');
    expect(takes(at(clarity(STRICT), { tag: 'svg' }, { tag: 'title' }), 'document-title')).toBe(
      'masked',
    );
    expect(takes(at(clarity(STRICT), { tag: 'style' }), 'text')).toBe('plain');
  });

  it('can’t be told where a path of Clarity’s own may open it', () => {
    const judge = clarity({ content: false, unmask: ['!.price'] });
    expect(takes(at(judge, {}), 'text')).toBe('unknown');
  });
});

describe('selectors', () => {
  const both: Sketch = { matching: ['.m', '.u'] };

  it('unmask what others mask, and marks beat them', () => {
    const judge = clarity({ mask: ['.m'], unmask: ['.u'] });
    expect(takes(at(judge, both), 'text')).toBe('plain');
    expect(takes(at(judge, { matching: ['.m'] }, {}), 'text')).toBe('masked');
    expect(takes(at(judge, marked('mask', both)), 'text')).toBe('masked');
  });

  it('end at the first that is not valid, in whatever list it stands', () => {
    const one: Sketch = { matching: ['.m'] };
    expect(takes(at(clarity({ mask: ['!', '.m'] }), one), 'text')).toBe('plain');
    expect(takes(at(clarity({ mask: ['.m', '!'], unmask: ['.u'] }), both), 'text')).toBe('masked');
    expect(takes(at(clarity({ mask: ['.m'], regions: [['a', '!']] }), one), 'text')).toBe('plain');
    expect(asks(at(clarity({ mask: { undefined: true }, ...RELAXED }), BODY), 'text', 'a1')).toBe(
      'masked',
    );
  });

  it('do not reach into frames, but once those have changed', () => {
    const inside = (options: object, sketch: Sketch) =>
      takes(at(clarity(options), { tag: 'iframe' }).enter(view(sketch), 'iframe'), 'text');
    expect(inside({ mask: ['.m'] }, both)).toBe('plain');
    expect(inside({ content: false, unmask: ['.u'] }, both)).toBe('unknown');
  });
});

describe('values', () => {
  const field = (type: string, more: Readonly<Record<string, string>> = {}): Sketch => ({
    tag: 'input',
    attributes: { type, value: 'x', ...more },
  });

  it('that are typed are masked in every mode, whatever stands on the field', () => {
    const relaxed = at(clarity(RELAXED), BODY);
    for (const type of ['text', 'email', 'password', 'hidden', 'date', 'file']) {
      expect(takes(at(relaxed, marked('unmask', field(type))), 'value')).toBe('masked');
    }
    expect(takes(at(relaxed, { tag: 'textarea' }), 'text')).toBe('masked');
    expect(takes(at(relaxed, { tag: 'select' }, { tag: 'option' }), 'option-text')).toBe('masked');
  });

  it('of buttons and choices are like text, and a mark on themselves does not count', () => {
    expect(asks(at(clarity(), field('checkbox')), 'value', 'Ada')).toBe('plain');
    expect(asks(at(clarity(), field('checkbox')), 'value', 'a1')).toBe('masked');
    expect(asks(at(clarity(), marked('mask', field('submit'))), 'value', 'Ada')).toBe('plain');
    expect(asks(at(clarity(), marked('mask'), field('submit')), 'value', 'Ada')).toBe('masked');
    expect(asks(at(clarity(RELAXED), BODY, field('radio')), 'value', 'a1')).toBe('plain');
  });

  it('make a field a secret, whose placeholder is plain in Strict too', () => {
    const placeholder = (more: Readonly<Record<string, string>>) =>
      takes(at(clarity(STRICT), field('text', more)), 'placeholder');
    expect(placeholder({})).toBe('masked');
    expect(placeholder({ name: 'zip-code' })).toBe('plain');
    expect(placeholder({ id: 'pa', name: 'ss' })).toBe('plain');
    expect(placeholder({ class: 'password', title: 'password' })).toBe('masked');
    const typed: Sketch = { tag: 'input', attributes: { placeholder: 'x' } };
    expect(takes(at(clarity(STRICT), typed), 'placeholder')).toBe('unknown');
  });
});

describe('attributes', () => {
  it('are left out by name, masked by mark, or plain', () => {
    const open = at(clarity(), { tag: 'a' });
    const closed = at(clarity(), marked('mask', { tag: 'a' }));
    for (const name of ['title', 'alt']) expect(takes(open, name as Channel)).toBe('absent');
    expect(takes(open, 'aria', 'aria-label')).toBe('absent');
    expect(takes(closed, 'aria', 'aria-description')).toBe('plain');
    expect([takes(open, 'href'), takes(closed, 'href')]).toEqual(['plain', 'absent']);
    expect([takes(open, 'data', 'data-x'), takes(closed, 'data', 'data-x')]).toEqual([
      ...['plain', 'masked'],
    ]);
    expect(takes(at(clarity(STRICT), { tag: 'link' }), 'href')).toBe('plain');
    const name = { attributes: { class: 'contact' }, tag: 'a' };
    expect(takes(at(clarity(), name), 'href')).toBe('plain');
  });

  it('of meta elements are left out but for three', () => {
    const meta = (name: string) =>
      takes(at(clarity(STRICT), { tag: 'meta', attributes: { name } }), 'meta');
    expect(['og:title', 'generator', 'description'].map(meta)).toEqual([
      ...['plain', 'plain', 'absent'],
    ]);
  });
});

describe('beside the recording', () => {
  it('go the address, but for what drop names, and no console', () => {
    const judge = clarity({ drop: ['email'] });
    expect(takes(judge, 'page-url', 'email')).toBe('masked');
    expect(takes(judge, 'page-url', 'name')).toBe('plain');
    expect(takes(judge, 'page-url', '#')).toBe('plain');
    expect(takes(judge, 'console')).toBe('absent');
    expect(takes(judge, 'resource-url')).toBe('absent');
  });

  it('goes the beginning of what was clicked, cut before it is looked at', () => {
    const judge = at(clarity(), {});
    expect(asks(judge, 'clicked-text', 'Mail ada@mail.test', 'ada@mail.test')).toBe('masked');
    const cut = 'Please write a letter to ada.lovelace@mail.test';
    expect(asks(judge, 'clicked-text', cut, 'ada.lovelace@mail.test')).toBe('absent');
    expect(asks(judge, 'clicked-text', `  ${cut.slice(9)}`, 'ada.lovelace@mail.test')).toBe(
      'plain',
    );
    expect(asks(at(clarity(), marked('mask')), 'clicked-text', 'Ada')).toBe('masked');
  });
});

describe('versions', () => {
  it('are told apart by the second number', () => {
    const of = (version: string) =>
      takes(at(judgeAt({ ...assumeRecorder('clarity'), version }), marked('mask')), 'text');
    expect(of('0.8.3')).toBe('masked');
    expect(of('0.7.20')).toBe('unknown');
    expect(of('1.0.0')).toBe('unknown');
  });
});

describe('borders', () => {
  it('let masks through into shadow roots and frames', () => {
    const host = view(marked('mask', { tag: 'x-host' }));
    const judge = clarity().enter(host, 'child');
    expect(takes(judge.enter(view(), 'shadow-open'), 'text')).toBe('masked');
    expect(takes(judge.enter(host, 'shadow-open'), 'text')).toBe('masked');
    expect(takes(at(clarity(), marked('mask')).enter(view(), 'iframe'), 'text')).toBe('masked');
  });

  it('of a closed root can’t be told, since it is seen where it comes late', () => {
    expect(takes(at(clarity(), {}).enter(view(), 'shadow-closed'), 'text')).toBe('unknown');
    expect(takes(at(clarity(STRICT), {}).enter(view(), 'shadow-closed'), 'text')).toBe('absent');
  });

  it('of another origin end the recording', () => {
    const state = assumeRecorder('clarity');
    expect(isVerified(state)).toBe(true);
    expect(recordsFrame(state, { sameOrigin: true })).toBe(true);
    expect(recordsFrame(state, { sameOrigin: false })).toBe(false);
  });
});
