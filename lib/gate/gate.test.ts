import { describe, expect, it } from 'vitest';
import { message } from '../core/message';
import type { MaskingArtifacts } from '../masking/contract';
import { coverageOf } from '../masking/coverage';
import { finding } from '../masking/finding';
import { runMaskingRules } from '../masking/registry';
import { artifacts, child, frame, POSTHOG, predict, sighting } from '../masking/test-artifacts';
import type { AuditResult, Finding } from '../protocol/findings';
import type { Answer } from './answers';
import { withAnswers } from './answers';
import { holds, issueClearance, optionsDigest } from './clearance';
import { decide } from './decide';
import { matchesPath, scopeOf } from './scope';

const NOW = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;

const consent = (outcome: Finding['outcome']) =>
  finding(
    {
      rule: 'recorder-before-choice',
      half: 'consent',
      outcome,
      severity: 'high',
      text: message('audit.verdict.timeline'),
    },
    [outcome],
  );

function verdictOf(
  a: MaskingArtifacts,
  { answers = [], extra = [consent('pass')] }: { answers?: Answer[]; extra?: Finding[] } = {},
) {
  return decide({
    findings: [...runMaskingRules(a), ...extra],
    recorders: a.recorders,
    coverage: coverageOf(a),
    partial: a.partial,
    resolutions: answers,
    now: NOW,
  });
}

const masked = sighting({ predictions: [predict('masked')] });
const CLEAR = artifacts([frame([masked])]);

const accept = ({ id }: Finding, changes: Partial<Answer> = {}): Answer => ({
  findingId: id,
  answer: 'accepted',
  reason: 'checked in the replay',
  expires: NOW + DAY,
  ...changes,
});

describe('the verdict', () => {
  it('is clear where all was seen and nothing is taken as it is', () => {
    expect(verdictOf(CLEAR).verdict).toBe('clear');
    expect(verdictOf(artifacts([frame()])).headline.id).toBe('audit.verdict.clearNoData');
  });

  it('is blocked by an exposure, by a consent finding, and by an unread frame that is recorded', () => {
    const exposed = artifacts([frame([sighting()])]);
    expect(verdictOf(exposed)).toMatchObject({
      verdict: 'blocked',
      headline: { id: 'audit.verdict.blockedMasking', params: [1, 'PostHog'] },
    });
    expect(verdictOf(CLEAR, { extra: [consent('fail')] }).headline.id).toBe(
      'audit.verdict.blockedConsent',
    );
    expect(verdictOf(exposed, { extra: [consent('fail')] }).headline.id).toBe(
      'audit.verdict.blockedBoth',
    );
    const unread = frame([], { childFrames: [child('https://acme.test', true)] });
    expect(verdictOf(artifacts([unread])).headline.id).toBe('audit.verdict.blockedFrames');
  });

  it.each<[string, MaskingArtifacts]>([
    ['a partial look', { ...CLEAR, partial: true }],
    ['no recorder', { ...CLEAR, recorders: [] }],
    ['assumed options', { ...CLEAR, recorders: [{ ...POSTHOG, optionSource: 'default' }] }],
    ['entered options', { ...CLEAR, recorders: [{ ...POSTHOG, optionSource: 'entered' }] }],
    ['unknown rules', { ...CLEAR, recorders: [{ ...POSTHOG, id: 'clarity' }] }],
    ['cut evidence', artifacts([frame([masked], { truncated: 1 })])],
    [
      'a value that can’t be told',
      artifacts([frame([sighting({ predictions: [predict('unknown')] })])]),
    ],
  ])('needs proof for %s', (_, a) => {
    expect(verdictOf(a).verdict).toBe('needs-proof');
  });

  it('asks which recorder is planned where the page has none', () => {
    const recorders = [{ ...POSTHOG, detected: false, optionSource: 'default' as const }];
    const none = { ...CLEAR, recorders, standIn: true };
    const evidence = {
      findings: runMaskingRules(none),
      coverage: coverageOf(none),
      partial: false,
      resolutions: [],
      now: NOW,
      scope: 'masking' as const,
    };
    const next = (standIn: boolean) => decide({ ...evidence, recorders, standIn }).nextStep.id;
    expect(next(true)).toBe('audit.next.chooseRecorder');
    expect(next(false)).toBe('audit.next.confirmOptions');
  });

  it('needs proof where consent was not seen, from the start', () => {
    expect(verdictOf(CLEAR, { extra: [] }).verdict).toBe('needs-proof');
    const seen = {
      findings: runMaskingRules(CLEAR),
      recorders: CLEAR.recorders,
      coverage: coverageOf(CLEAR),
      partial: false,
      resolutions: [],
      now: NOW,
    };
    const timeline = { startedAt: 0, fromStart: true, events: [], dropped: 0 };
    expect(decide({ ...seen, timeline }).verdict).toBe('clear');
    expect(decide({ ...seen, timeline: { ...timeline, fromStart: false } }).verdict).toBe(
      'needs-proof',
    );
    expect(decide({ ...seen, timeline: null }).verdict).toBe('needs-proof');
  });

  it('is never clear because findings were left out', () => {
    const recorders = [{ ...POSTHOG, optionSource: 'default' as const }];
    const bare = {
      findings: [consent('pass')],
      coverage: coverageOf(CLEAR),
      partial: false,
      resolutions: [],
      now: NOW,
    };
    expect(decide({ ...bare, recorders }).verdict).toBe('needs-proof');
  });
});

describe('a person’s answer', () => {
  const doubtful = artifacts([frame([sighting({ predictions: [predict('unknown')] })])]);
  const open = runMaskingRules(doubtful).filter(({ outcome }) => outcome === 'needs-review');
  const [first] = open;
  if (!first) throw new Error('nothing to answer');

  it('settles what needs review, while it holds', () => {
    expect(verdictOf(doubtful, { answers: [accept(first)] }).verdict).toBe('clear');
    expect(verdictOf(doubtful, { answers: [accept(first, { expires: NOW })] }).verdict).toBe(
      'needs-proof',
    );
    expect(verdictOf(doubtful, { answers: [accept(first, { reason: ' ' })] }).verdict).toBe(
      'needs-proof',
    );
  });

  it('blocks where it confirms the exposure', () => {
    expect(verdictOf(doubtful, { answers: [accept(first, { answer: 'confirmed' })] }).verdict).toBe(
      'blocked',
    );
  });

  it('settles no fail, no cut evidence and no partial look', () => {
    const answered = (a: MaskingArtifacts) =>
      verdictOf(a, { answers: runMaskingRules(a).map((each) => accept(each)) }).verdict;
    expect(answered(artifacts([frame([sighting()])]))).toBe('blocked');
    expect(answered(artifacts([frame([], { truncated: 1 })]))).toBe('needs-proof');
    expect(answered({ ...CLEAR, partial: true })).toBe('needs-proof');
  });

  it('is shown with the finding', () => {
    const [shown] = withAnswers([first], [accept(first)], NOW);
    expect(shown?.resolution).toEqual({
      answer: 'accepted',
      reason: 'checked in the replay',
      expires: NOW + DAY,
    });
    expect(
      withAnswers([{ ...first, resolution: accept(first) }], [], NOW + 2 * DAY)[0]?.resolution,
    ).toBeNull();
  });
});

function resultOf(changes: Partial<AuditResult> = {}): AuditResult {
  return {
    auditId: 'a',
    title: '',
    url: 'https://acme.test/chat/12',
    time: NOW,
    verdict: 'clear',
    partial: false,
    recorders: [POSTHOG],
    frames: [],
    coverage: { personal: 0, covered: 0, share: null, byRecorder: {} },
    findings: [],
    exposureSignature: 'a'.repeat(64),
    ruleSet: '1',
    timeline: { startedAt: 0, fromStart: true, events: [], dropped: 0 },
    headline: message('audit.verdict.timeline'),
    nextStep: message('audit.next.record'),
    clearance: null,
    ...changes,
  };
}

describe('a clearance', () => {
  const clearance = issueClearance(resultOf(), { id: 'c', now: NOW });
  if (!clearance) throw new Error('no clearance');

  it('is dated and scoped', () => {
    expect(clearance).toMatchObject({
      origin: 'https://acme.test',
      path: '/chat/12',
      recorders: ['posthog'],
      issued: NOW,
      expires: NOW + 30 * DAY,
      statesSeen: ['a'.repeat(64)],
    });
    expect(holds(clearance, resultOf(), NOW + DAY)).toMatchObject({ holds: true });
  });

  it.each<Partial<AuditResult>>([
    { verdict: 'blocked' },
    { verdict: 'needs-proof' },
    { partial: true },
    { recorders: [] },
  ])('is not given for %j', (changes) => {
    expect(issueClearance(resultOf(changes), { id: 'c', now: NOW })).toBeNull();
  });

  it.each<[string, Partial<AuditResult>, number]>([
    ['audit.void.expired', {}, NOW + 30 * DAY],
    ['audit.void.expired', {}, NOW - 1],
    ['audit.void.origin', { url: 'https://acme.test/chat/13' }, NOW],
    ['audit.void.origin', { url: 'https://evil.test/chat/12' }, NOW],
    ['audit.void.ruleSet', { ruleSet: '2' }, NOW],
    ['audit.void.signature', { exposureSignature: 'b'.repeat(64) }, NOW],
    ['audit.void.options', { recorders: [{ ...POSTHOG, options: {} }] }, NOW],
    ['audit.void.recorders', { recorders: [POSTHOG, { ...POSTHOG, id: 'rrweb' }] }, NOW],
    ['audit.void.recorders', { recorders: [] }, NOW],
    ['audit.void.verdict', { verdict: 'blocked' }, NOW],
  ])('ends with %s', (id, changes, now) => {
    expect(holds(clearance, resultOf(changes), now)).toMatchObject({
      holds: false,
      because: { id },
    });
  });

  it('holds for every state of the page that was seen', () => {
    const states = ['b'.repeat(64)];
    const wide = issueClearance(resultOf(), { id: 'c', now: NOW, states });
    expect(wide && holds(wide, resultOf({ exposureSignature: 'b'.repeat(64) }), NOW).holds).toBe(
      true,
    );
  });

  it('does not depend on the order of recorders or of their options', () => {
    const rrweb = { ...POSTHOG, id: 'rrweb' as const, options: { a: 1, b: [1, { c: 2, d: 3 }] } };
    const turned = { ...rrweb, options: { b: [1, { d: 3, c: 2 }], a: 1 } };
    expect(optionsDigest([POSTHOG, rrweb])).toBe(optionsDigest([turned, POSTHOG]));
  });
});

describe('its scope', () => {
  it('is a pattern only with three pages of one shape', () => {
    expect(scopeOf('/chat/1', ['/chat/2'])).toBe('/chat/1');
    expect(scopeOf('/chat/1', ['/chat/1', '/chat/2', '/help/3'])).toBe('/chat/1');
    expect(scopeOf('/chat/1', ['/chat/2', '/chat/3'])).toBe('/chat/*');
    expect(scopeOf('/a', ['/b', '/c'])).toBe('/a');
  });

  it('covers one step for each star', () => {
    expect(matchesPath('/chat/*', '/chat/9')).toBe(true);
    expect(matchesPath('/chat/*', '/chat/')).toBe(false);
    expect(matchesPath('/chat/*', '/chat/9/edit')).toBe(false);
    expect(matchesPath('/chat/1', '/chat/12')).toBe(false);
  });
});
