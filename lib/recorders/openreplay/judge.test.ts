import { describe, expect, it } from 'vitest';
import type { Channel } from '../../protocol/recorders';
import type { NodeJudge } from '../contract';
import { assumeRecorder } from '../index';
import { FUNCTION_MARK } from '../json';
import { recordsFrame } from '../judge';
import { at, root, type Sketch, view } from '../testing/sketch';

const openreplay = (options?: object) => root('openreplay', options);
const marked = (mark: string, sketch: Sketch = {}): Sketch => ({
  ...sketch,
  attributes: { ...sketch.attributes, [`data-openreplay-${mark}`]: '' },
});
const asks = (judge: NodeJudge, channel: Channel, whole: string, part = whole) =>
  judge.capture(channel, undefined, { whole, part }).capture;
const takes = (judge: NodeJudge, channel: Channel, name?: string) =>
  judge.capture(channel, name).capture;

describe('text', () => {
  it('is masked by a mark on the element or around it, whatever the mark says', () => {
    expect(takes(at(openreplay(), {}), 'text')).toBe('plain');
    expect(takes(at(openreplay(), marked('obscured'), {}), 'text')).toBe('masked');
    const no = { attributes: { 'data-openreplay-masked': 'false' } };
    expect(takes(at(openreplay(), no), 'text')).toBe('masked');
  });

  it('is left out of what is hidden, whose own attributes stay', () => {
    const hidden = at(openreplay(), marked('hidden'));
    expect(takes(hidden, 'text')).toBe('absent');
    expect(takes(hidden, 'title')).toBe('plain');
    expect(takes(hidden.enter(view(), 'child'), 'title')).toBe('absent');
  });

  it('is not masked in a shadow root by what stands outside, nor straight in it', () => {
    const host = view(marked('obscured'));
    const judge = openreplay().enter(host, 'child');
    expect(takes(judge.enter(view(), 'shadow-open'), 'text')).toBe('plain');
    expect(takes(judge.enter(host, 'shadow-open'), 'text')).toBe('plain');
    expect(takes(judge.enter(view(), 'shadow-closed'), 'text')).toBe('absent');
  });

  it('leaks from shadow roots in what is hidden, unless it lies deeper', () => {
    const hidden = at(openreplay(), marked('hidden'), {});
    expect(takes(hidden.enter(view(), 'shadow-open'), 'text')).toBe('plain');
    expect(takes(at(hidden, {}).enter(view(), 'shadow-open'), 'text')).toBe('absent');
  });

  it('loses addresses of mail, and the rest of the sentence stays', () => {
    const judge = at(openreplay(), {});
    expect(asks(judge, 'text', 'Mail ada@mail.test today', 'ada@mail.test')).toBe('masked');
    expect(asks(judge, 'text', 'Mail ada@mail.test today', 'ada')).toBe('masked');
    expect(asks(judge, 'text', 'Mail ada@mail.test today', 'today')).toBe('plain');
    expect(asks(judge, 'text', 'ada@mail', 'ada@mail')).toBe('plain');
    const off = at(openreplay({ obscureTextEmails: false }), {});
    expect(asks(off, 'text', 'ada@mail.test')).toBe('plain');
  });

  it('loses digits where it is told to, which covers numbers and not names of streets', () => {
    const judge = at(openreplay({ obscureTextNumbers: true }), {});
    expect(asks(judge, 'text', '+49 30 1234')).toBe('masked');
    expect(asks(judge, 'text', '12 Main Street')).toBe('plain');
  });

  it('looks at a long text without a pattern that backtracks', () => {
    const judge = at(openreplay(), {});
    expect(asks(judge, 'text', 'a@'.repeat(200_000))).toBe('plain');
    expect(asks(judge, 'text', 'a'.repeat(1_000_000))).toBe('plain');
  });

  it('can’t be told where a function of the page may mask it', () => {
    const judge = openreplay({ domSanitizer: FUNCTION_MARK });
    expect(takes(at(judge, {}), 'text')).toBe('unknown');
    expect(takes(at(judge, marked('obscured')), 'text')).toBe('masked');
  });
});

describe('private mode', () => {
  const judge = openreplay({ privateMode: true });

  it('masks everything but what is unmasked, and a mask wins again', () => {
    expect(takes(at(judge, {}), 'text')).toBe('masked');
    expect(takes(at(judge, {}, marked('unmask'), {}), 'text')).toBe('plain');
    expect(takes(at(judge, marked('obscured'), marked('unmask')), 'text')).toBe('masked');
    expect(takes(at(judge, marked('unmask'), marked('obscured')), 'text')).toBe('masked');
  });

  it('covers two attributes, and the address of the page not at all', () => {
    expect(takes(at(judge, {}), 'alt')).toBe('masked');
    expect(takes(at(judge, {}), 'placeholder')).toBe('masked');
    expect(takes(at(judge, {}), 'title')).toBe('plain');
    expect(takes(judge, 'page-url')).toBe('plain');
    expect(takes(judge, 'document-title')).toBe('masked');
  });
});

describe('values', () => {
  const field = (type = 'text'): Sketch => ({ tag: 'input', attributes: { type, value: 'x' } });

  it('are masked, and those of passwords left out, whatever the mode', () => {
    expect(takes(at(openreplay(), field()), 'value')).toBe('masked');
    const plain = openreplay({ defaultInputMode: 0 });
    expect(takes(at(plain, field('password')), 'value')).toBe('absent');
    expect(takes(at(plain, field('email')), 'value')).toBe('masked');
    expect(asks(at(plain, field()), 'value', 'in 1987')).toBe('masked');
    expect(asks(at(plain, field()), 'value', 'Ada')).toBe('plain');
    expect(takes(at(plain, field()), 'value')).toBe('plain');
    expect(takes(at(openreplay({ defaultInputMode: 2 }), field()), 'value')).toBe('absent');
  });

  it('are plain in a mode that there is not', () => {
    const judge = openreplay({ defaultInputMode: { undefined: true } });
    expect(asks(at(judge, field('email')), 'value', 'ada@mail.test')).toBe('plain');
  });

  it('of types that are not told are left out, with their attribute, but for labels', () => {
    expect(takes(at(openreplay(), field('url')), 'value')).toBe('absent');
    expect(takes(at(openreplay(), field('hidden')), 'value-attribute')).toBe('absent');
    expect(takes(at(openreplay(), field('checkbox')), 'value-attribute')).toBe('plain');
    expect(takes(at(openreplay(), marked('obscured', field('submit'))), 'value')).toBe('plain');
  });
});

describe('clicks', () => {
  it('take masked text along that is in what was clicked, or near it', () => {
    expect(takes(at(openreplay(), {}, { tag: 'button' }), 'clicked-text')).toBe('plain');
    const masked = marked('obscured', { tag: 'button' });
    expect(takes(at(openreplay(), {}, masked), 'clicked-text')).toBe('unknown');
    expect(takes(at(openreplay(), marked('obscured'), {}, {}, masked), 'clicked-text')).toBe(
      'masked',
    );
    expect(takes(at(openreplay(), {}, marked('masked')), 'clicked-text')).toBe('absent');
  });
});

describe('frames', () => {
  it('are recorded without the masks around them, unless a mark keeps them out', () => {
    const inside = (frame: Sketch, options?: object) =>
      takes(at(openreplay(options), { tag: 'body' }, frame).enter(view(), 'iframe'), 'text');
    const frame: Sketch = { tag: 'iframe' };
    expect(inside(marked('masked', frame))).toBe('plain');
    expect(inside(marked('obscured', frame))).toBe('absent');
    expect(inside(frame, { captureIFrames: false })).toBe('absent');
    expect(inside(marked('capture', frame), { captureIFrames: false })).toBe('plain');
  });

  it('of another origin only where both sides agree', () => {
    const state = assumeRecorder('openreplay');
    expect(recordsFrame(state, { sameOrigin: true })).toBe(true);
    expect(recordsFrame(state, { sameOrigin: false })).toBe(false);
    const both = assumeRecorder('openreplay', { crossdomain: { enabled: true } });
    expect(recordsFrame(both, { sameOrigin: false })).toBeNull();
  });
});
