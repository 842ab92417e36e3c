import { describe, expect, it } from 'vitest';
import type { Channel } from '../../protocol/recorders';
import type { NodeJudge } from '../contract';
import { assumeRecorder } from '../index';
import { FUNCTION_MARK } from '../json';
import { judgeAt, recordsFrame } from '../judge';
import { at, root, type Sketch, view } from '../testing/sketch';

const datadog = (options?: object) => root('datadog', options);
const version6 = (options?: Record<string, unknown>) =>
  judgeAt({ ...assumeRecorder('datadog', options), version: '6.33.0' });

const marked = (level: string, sketch: Sketch = {}): Sketch => ({
  ...sketch,
  attributes: { ...sketch.attributes, 'data-dd-privacy': level },
});

const takes = (judge: NodeJudge, channel: Channel, attribute?: string) =>
  judge.capture(channel, attribute).capture;

describe('the default level', () => {
  it('of version 7 masks what people fill in, and of version 6 text as well', () => {
    expect(takes(at(datadog(), {}), 'text')).toBe('plain');
    expect(takes(at(datadog(), { tag: 'input' }), 'value')).toBe('masked');
    expect(takes(at(version6(), {}), 'text')).toBe('masked');
  });

  it('counts where the option holds none that Datadog knows', () => {
    for (const level of ['hidden', 'ignore', 'made-up', '__proto__', 1, null, FUNCTION_MARK]) {
      const judge = datadog({ defaultPrivacyLevel: level });
      expect(takes(at(judge, {}), 'text')).toBe('plain');
      expect(takes(at(judge, { tag: 'input' }), 'value')).toBe('masked');
    }
  });

  it('is the option’s own', () => {
    expect(takes(at(datadog({ defaultPrivacyLevel: 'mask' }), {}), 'text')).toBe('masked');
    const allow = datadog({ defaultPrivacyLevel: 'allow' });
    expect(takes(at(allow, { tag: 'input' }), 'value')).toBe('plain');
  });

  it('is not guessed for a version that the rules were not held to', () => {
    const judge = judgeAt({ ...assumeRecorder('datadog'), version: '5.35.0' });
    expect(takes(at(judge, {}), 'text')).toBe('unknown');
  });
});

describe('marks', () => {
  it('count from the nearest element, as attribute or class', () => {
    const inside = at(datadog(), marked('mask'), { attributes: { class: 'dd-privacy-allow' } }, {});
    expect(takes(inside, 'text')).toBe('plain');
    expect(takes(at(datadog(), marked('mask'), {}), 'text')).toBe('masked');
  });

  it('that say hidden can’t be undone, and win on the same element', () => {
    expect(takes(at(datadog(), marked('hidden'), marked('allow')), 'text')).toBe('absent');
    const both = marked('allow', { attributes: { class: 'dd-privacy-hidden' } });
    expect(takes(at(datadog(), both), 'class')).toBe('absent');
  });

  it('do nothing on fields that are always masked, so that the mend stands around them', () => {
    const email = marked('allow', { tag: 'input', attributes: { type: 'email', value: 'x' } });
    expect(takes(at(datadog(), email), 'value')).toBe('masked');
    const cleared = { ...marked('hidden', email), empty: true };
    expect(at(datadog(), cleared).capture('value-attribute')).toMatchObject({
      capture: 'plain',
      fix: { kind: 'markup', text: '<span data-dd-privacy="hidden">…</span>' },
    });
    expect(takes(at(datadog(), marked('hidden'), cleared), 'value-attribute')).toBe('absent');
  });

  it('cross into open shadow roots, which closed roots and frames are not', () => {
    const host = at(datadog(), marked('mask'));
    expect(takes(host.enter(view(), 'shadow-open'), 'text')).toBe('masked');
    expect(takes(host.enter(view(), 'shadow-closed'), 'text')).toBe('absent');
    expect(takes(host.enter(view(), 'iframe').enter(view(), 'child'), 'text')).toBe('absent');
    expect(recordsFrame(assumeRecorder('datadog'), { sameOrigin: true })).toBe(false);
  });
});

describe('attributes', () => {
  it('are masked by the level mask alone, and only some of them', () => {
    const masked = at(datadog(), marked('mask'));
    expect(takes(masked, 'title')).toBe('masked');
    expect(takes(masked, 'aria', 'aria-label')).toBe('masked');
    expect(takes(masked, 'aria', 'aria-description')).toBe('plain');
    expect(takes(masked, 'data', 'data-user')).toBe('masked');
    expect(takes(masked, 'data', 'data-testid')).toBe('plain');
    expect(takes(masked, 'data')).toBe('plain');
    expect(takes(at(datadog(), {}), 'title')).toBe('plain');
  });

  it('of the site’s own action names are never masked', () => {
    const judge = datadog({ actionNameAttribute: 'data-name' });
    expect(takes(at(judge, marked('mask')), 'data', 'data-name')).toBe('plain');
  });

  it('of links are masked in HTML, and plain in SVG', () => {
    const masked = datadog({ defaultPrivacyLevel: 'mask' });
    expect(takes(at(masked, { tag: 'a' }), 'href')).toBe('masked');
    expect(takes(at(masked, { tag: 'svg' }, { tag: 'a' }), 'href')).toBe('plain');
    const back = at(masked, { tag: 'svg' }, { tag: 'foreignobject' }, { tag: 'a' });
    expect(takes(back, 'href')).toBe('masked');
  });

  it('of an option that is masked are left out by version 7 and kept by version 6', () => {
    expect(takes(at(datadog(), { tag: 'option' }), 'option-value')).toBe('absent');
    expect(takes(at(version6(), { tag: 'option' }), 'option-value')).toBe('plain');
  });
});

describe('the allow list', () => {
  const text = (judge: NodeJudge, whole: string) =>
    at(judge, {}).capture('text', undefined, { whole, part: whole }).capture;

  it('shows the texts that are in it whole, in any case', () => {
    const judge = datadog({
      defaultPrivacyLevel: 'mask-unless-allowlisted',
      $DD_ALLOW: ['log out', '__proto__'],
    });
    expect(text(judge, 'Log out')).toBe('plain');
    expect(text(judge, 'Log out Ada')).toBe('masked');
    expect(text(judge, 'constructor')).toBe('masked');
    expect(takes(at(judge, {}), 'text')).toBe('unknown');
    expect(takes(at(judge, { tag: 'output' }), 'text')).toBe('masked');
  });

  it('is empty where the page has none, and can’t tell where it was not read', () => {
    const level = { defaultPrivacyLevel: 'mask-unless-allowlisted' };
    expect(text(datadog(level), 'Log out')).toBe('masked');
    expect(text(datadog({ ...level, $DD_ALLOW: { cut: true } }), 'Log out')).toBe('unknown');
  });
});

describe('what is sent beside the recording', () => {
  it('holds the full address of the page and of what it loads', () => {
    expect(takes(datadog(), 'page-url', 'email')).toBe('plain');
    expect(takes(datadog(), 'resource-url')).toBe('plain');
    expect(takes(datadog({ trackResources: false }), 'resource-url')).toBe('absent');
    expect(takes(datadog({ beforeSend: FUNCTION_MARK }), 'page-url')).toBe('unknown');
  });

  it('names clicks after masked text where their privacy is off', () => {
    const button = marked('mask', { tag: 'button' });
    expect(takes(at(datadog(), button), 'clicked-text')).toBe('masked');
    expect(takes(at(version6(), button), 'clicked-text')).toBe('plain');
    expect(takes(at(version6(), marked('hidden')), 'clicked-text')).toBe('plain');
    expect(takes(at(datadog(), marked('hidden')), 'clicked-text')).toBe('absent');
    expect(takes(at(version6({ enablePrivacyForActionName: true }), button), 'clicked-text')).toBe(
      'masked',
    );
    expect(takes(at(version6({ trackUserInteractions: false }), button), 'clicked-text')).toBe(
      'absent',
    );
  });

  it('holds errors of the console alone', () => {
    expect(takes(datadog(), 'console', 'error')).toBe('plain');
    expect(takes(datadog(), 'console', 'log')).toBe('absent');
    expect(takes(datadog(), 'console')).toBe('unknown');
  });
});
