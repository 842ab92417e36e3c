import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../core/translator';
import { FindingSchema } from '../protocol/findings';
import { CHANNELS } from '../protocol/recorders';
import { coverageOf } from './coverage';
import { auditedFrames, unreadFrames } from './frames';
import { runMaskingRules } from './registry';
import { exposureSignature } from './signature';
import { artifacts, child, frame, POSTHOG, predict, sighting } from './test-artifacts';

const open = (a: Parameters<typeof runMaskingRules>[0]) =>
  runMaskingRules(a).filter(({ outcome }) => outcome !== 'pass');

describe('exposures', () => {
  it('fail where a recorder would take a value as it is, with the element, the reason and the fix', () => {
    const [finding, ...rest] = open(artifacts([frame([sighting()])]));
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'exposed-text',
      outcome: 'fail',
      severity: 'high',
      target: { frame: 0, selector: '#thread > li:nth-of-type(1)' },
      pii: { class: 'email' },
      recorder: 'posthog',
      capture: 'plain',
      fix: { text: 'class="ph-mask"' },
    });
    expect(finding?.why).toHaveLength(2);
    expect(createTranslator()(finding?.text.id ?? 'error.unexpected', finding?.text.params)).toBe(
      'PostHog would record this text (email) as it is.',
    );
  });

  it.each(['masked', 'length-only', 'absent'] as const)('pass where it is %s', (capture) => {
    const all = runMaskingRules(
      artifacts([frame([sighting({ predictions: [predict(capture)] })])]),
    );
    expect(all.find(({ rule }) => rule === 'exposed-text')).toMatchObject({
      outcome: 'pass',
      fix: null,
    });
  });

  it('need review where it can’t be told, where the class is a guess, and where no recorder is known', () => {
    const outcomes = (changes: Parameters<typeof sighting>[0]) =>
      open(artifacts([frame([sighting(changes)])])).map(({ outcome, capture }) => [
        outcome,
        capture,
      ]);
    expect(outcomes({ predictions: [predict('unknown')] })).toEqual([['needs-review', 'unknown']]);
    expect(outcomes({ confidence: 0.59 })).toEqual([['needs-review', 'plain']]);
    expect(outcomes({ confidence: 0.6 })).toEqual([['fail', 'plain']]);
    expect(outcomes({ predictions: [] })).toEqual([['needs-review', null]]);
  });

  it('stand for every row of a template, and keep their id when rows are added', () => {
    const row = (n: number) => sighting({ selector: `#thread > li:nth-of-type(${n})` });
    const [three] = open(artifacts([frame([row(1), row(2), row(3)])]));
    const [one] = open(artifacts([frame([row(9)])]));
    expect(three?.places).toBe(3);
    expect(three?.id).toBe(one?.id);
    const other = open(artifacts([frame([sighting({ pii: 'phone' })])]));
    expect(other[0]?.id).not.toBe(one?.id);
  });

  it('are about people: a search box or a card type is none', () => {
    const harmless = [sighting({ pii: 'search' }), sighting({ pii: 'card.type' })];
    expect(open(artifacts([frame(harmless)]))).toEqual([]);
  });

  it('belong to exactly one rule, whatever their channel', () => {
    for (const channel of CHANNELS) {
      expect(
        open(artifacts([frame([sighting({ channel, attribute: 'x' })])])),
        channel,
      ).toHaveLength(1);
    }
  });

  it('do not reach into a frame of another origin, where a recorder cannot see', () => {
    const foreign = frame([sighting()], { frameId: 4, origin: 'https://pay.test' });
    const a = artifacts([frame(), foreign]);
    expect(open(a)).toEqual([]);
    expect(coverageOf(a)).toMatchObject({ personal: 1, covered: 1 });
    const agreed = { ...POSTHOG, options: { recordCrossOriginIframes: true } };
    expect(open({ ...a, recorders: [agreed] }).map(({ outcome }) => outcome)).toEqual([
      'needs-review',
    ]);
  });

  it('are findings as the protocol has them', () => {
    for (const finding of runMaskingRules(artifacts([frame([sighting()])], { partial: true }))) {
      expect(v.parse(FindingSchema, finding)).toEqual(finding);
    }
  });
});

describe('what an audit rests on', () => {
  it('names recorders whose rules are not known, and versions of another age', () => {
    const recorders = [
      { ...POSTHOG, id: 'clarity' as const },
      { ...POSTHOG, version: '2.0.0' },
    ];
    const rules = open(artifacts([frame()], { recorders })).map(({ rule, recorder }) => [
      rule,
      recorder,
    ]);
    expect(rules).toEqual([
      ['recorder-unknown', 'clarity'],
      ['recorder-unknown', 'posthog'],
    ]);
  });

  it('asks about options that were not read; an answer holds for these options alone', () => {
    const ask = (options: Record<string, unknown>) =>
      open(artifacts([frame()], { recorders: [{ ...POSTHOG, optionSource: 'default', options }] }));
    const [first] = ask({ a: 1, b: 2 });
    expect(first).toMatchObject({ rule: 'options-assumed', outcome: 'needs-review' });
    expect(ask({ b: 2, a: 1 })[0]?.id).toBe(first?.id);
    expect(ask({ a: 1, b: 3 })[0]?.id).not.toBe(first?.id);
  });

  it('says that the page has no recorder, where one stands in for it', () => {
    const recorders = [{ ...POSTHOG, detected: false, optionSource: 'default' as const }];
    const [first] = open(artifacts([frame()], { recorders, standIn: true }));
    expect(first?.text).toEqual({
      id: 'audit.rule.optionsAssumed.standIn',
      params: ['PostHog'],
    });
    const [chosen] = open(artifacts([frame()], { recorders }));
    expect(chosen?.text.id).toBe('audit.rule.optionsAssumed.chosen');
  });

  it('never takes cut evidence, unread shadow roots or a partial look for clear', () => {
    const cut = frame([], { truncated: 3, shadowRoots: { open: 0, closed: 0, unreadable: 2 } });
    expect(open(artifacts([cut], { partial: true })).map(({ rule }) => rule)).toEqual([
      'evidence-truncated',
      'evidence-truncated',
      'partial-look',
    ]);
  });
});

describe('frames that were not read', () => {
  const top = (...children: ReturnType<typeof child>[]) => frame([], { childFrames: children });
  const outcomes = (a: Parameters<typeof runMaskingRules>[0]) =>
    runMaskingRules(a)
      .filter(({ rule }) => rule === 'frame-not-audited')
      .map(({ outcome }) => outcome);

  it('block where a recorder on the page would record them', () => {
    const a = artifacts([top(child('https://acme.test', true))]);
    expect(outcomes(a)).toEqual(['fail']);
    expect(auditedFrames(a)[1]).toMatchObject({ url: 'https://acme.test', state: 'not-audited' });
  });

  it('do not block where none can read them, or a person allowed it', () => {
    const foreign = artifacts([top(child('https://pay.test', false))]);
    expect(outcomes(foreign)).toEqual(['pass']);
    expect(auditedFrames(foreign)[1]?.state).toBe('recorder-cannot-read');
    const own = artifacts([top(child('https://acme.test', true))]);
    const keys = unreadFrames(own).map(({ key }) => key);
    const allowed = { ...own, allowedFrames: keys };
    expect(outcomes(allowed)).toEqual(['pass']);
    expect(auditedFrames(allowed)[1]?.state).toBe('allowed');
  });

  it('need a look where nobody can tell: no recorder, or one of unknown rules', () => {
    const frames = [top(child('https://pay.test', false))];
    expect(outcomes(artifacts(frames, { recorders: [] }))).toEqual(['needs-review']);
    const unknown = [{ ...POSTHOG, id: 'clarity' as const }];
    expect(outcomes(artifacts(frames, { recorders: unknown }))).toEqual(['needs-review']);
  });

  it('are those that did not answer, counted by origin', () => {
    const two = top(child('https://acme.test', true, '#a'), child('https://acme.test', true, '#b'));
    const answered = frame([], { frameId: 3 });
    expect(
      unreadFrames(artifacts([two, answered])).map(({ child: { selector } }) => selector),
    ).toEqual(['#b']);
    expect(unreadFrames(artifacts([two, answered, { ...answered, frameId: 4 }]))).toEqual([]);
  });

  it('have numbers of their own that stay the same', () => {
    const a = artifacts([top(child('https://acme.test', true))]);
    const [first] = unreadFrames(a);
    expect(first?.id).toBeGreaterThanOrEqual(2 ** 31);
    expect(unreadFrames(artifacts([...a.frames]))[0]?.id).toBe(first?.id);
  });
});

describe('coverage', () => {
  it('is values not captured plain over all personal values; can’t tell counts as exposed', () => {
    const sightings = (['masked', 'absent', 'plain', 'unknown'] as const).map((capture) =>
      sighting({ predictions: [predict(capture)] }),
    );
    const harmless = sighting({ pii: 'search' });
    expect(coverageOf(artifacts([frame([...sightings, harmless])]))).toEqual({
      personal: 4,
      covered: 2,
      share: 0.5,
      byRecorder: { posthog: { personal: 4, covered: 2, share: 0.5 } },
    });
  });

  it('counts a value as covered only if no recorder takes it', () => {
    const both = sighting({ predictions: [predict('masked'), predict('plain', 'rrweb')] });
    const recorders = [POSTHOG, { ...POSTHOG, id: 'rrweb' as const, version: '2.2.2' }];
    expect(coverageOf(artifacts([frame([both])], { recorders }))).toEqual({
      personal: 1,
      covered: 0,
      share: 0,
      byRecorder: {
        posthog: { personal: 1, covered: 1, share: 1 },
        rrweb: { personal: 1, covered: 0, share: 0 },
      },
    });
  });

  it('is "no data" without values, and nothing without a recorder', () => {
    expect(coverageOf(artifacts([frame()])).share).toBeNull();
    const unjudged = artifacts([frame([sighting({ predictions: [] })])], { recorders: [] });
    expect(coverageOf(unjudged)).toMatchObject({ personal: 1, covered: 0, share: 0 });
  });
});

describe('the exposure signature', () => {
  const sign = (...sightings: ReturnType<typeof sighting>[]) =>
    exposureSignature(artifacts([frame(sightings)]));
  const base = sign(sighting());

  it('does not change with rows, their order, values or selectors', () => {
    const row = sighting({ selector: 'x', digest: '', length: 3, preview: '', confidence: 0.9 });
    expect(sign(row, sighting(), row)).toBe(base);
  });

  it.each([
    ['template', { template: '#other' }],
    ['channel', { channel: 'title' as const }],
    ['attribute', { attribute: 'data-x' }],
    ['class', { pii: 'phone' as const }],
    ['capture', { predictions: [predict('masked')] }],
  ])('changes with a new %s', (_, changes) => {
    expect(sign(sighting(), sighting(changes))).not.toBe(base);
    expect(sign(sighting(changes))).not.toBe(base);
  });

  it('does not change when a private message, judged as one, has an address in it', () => {
    const words = sighting({ pii: 'message', predictions: [predict('masked')] });
    const address = sighting({ predictions: [predict('masked')] });
    expect(sign(words, address)).toBe(sign(words));
    expect(sign(words, sighting({ ...address, template: '#footer' }))).not.toBe(sign(words));
  });
});
