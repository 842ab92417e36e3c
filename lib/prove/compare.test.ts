import { describe, expect, it } from 'vitest';
import type {
  ProofField,
  ProofHit,
  ProofPrediction,
  ProofTarget,
  WitnessReport,
} from '../protocol/proof';
import type { Capture } from '../protocol/recorders';
import { compareWithRules } from './compare';
import { fieldsOf, unprovableKeys } from './fields';
import { leftOutOf } from './left-out';

const field = (key: string): ProofField => ({
  key,
  frame: 0,
  selector: `#${key}`,
  kind: 'field',
  pii: 'email',
  state: 'planted',
  at: 1_000,
});
const hit = (key: string, part: Partial<ProofHit> = {}): ProofHit => ({
  key,
  form: 'plain',
  place: 'body',
  path: [],
  receiver: 'i.posthog.com',
  request: 'https://i.posthog.com/s/',
  time: 2_000,
  tap: 'page',
  recorder: 'posthog',
  purpose: 'ingest',
  count: 1,
  ...part,
});
const report = (hits: ProofHit[], part: Partial<WitnessReport> = {}): WitnessReport => ({
  hits,
  more: 0,
  opaque: [],
  requests: [],
  recordings: [{ recorder: 'posthog', requests: 1, last: 5_000 }],
  bytes: 0,
  void: null,
  shams: 0,
  ...part,
});
const says = (key: string, capture: Capture): ProofPrediction => ({
  key,
  recorder: 'posthog',
  channel: 'value',
  capture,
});

const basis = { recorders: ['posthog'], devtools: true } as const;

const outcomes = (
  predictions: readonly ProofPrediction[],
  seen: WitnessReport,
  keys: readonly string[] = ['a', 'b'],
) =>
  Object.fromEntries(
    compareWithRules(keys.map(field), predictions, seen, basis).map((verdict) => [
      verdict.key,
      verdict.outcome,
    ]),
  );

describe('the wire beside the rules', () => {
  it('agrees where plain came and covered did not', () => {
    const seen = outcomes([says('a', 'plain'), says('b', 'masked')], report([hit('a')]));
    expect(seen).toEqual({ a: 'agrees', b: 'agrees' });
  });

  it.each(['masked', 'length-only', 'absent'] as const)(
    'leaks where %s came through',
    (capture) => {
      expect(outcomes([says('a', capture)], report([hit('a', { form: 'hash' })]), ['a'])).toEqual({
        a: 'leaks',
      });
    },
  );

  it('is told by the wire where the rules cannot tell', () => {
    expect(outcomes([says('a', 'unknown')], report([hit('a')]), ['a'])).toEqual({ a: 'told' });
    expect(outcomes([says('a', 'unknown')], report([]), ['a'])).toEqual({ a: 'unproven' });
  });

  it('misses a plain canary only where others of the same recorder came', () => {
    const predictions = [says('a', 'plain'), says('b', 'plain')];
    expect(outcomes(predictions, report([hit('a')]))).toEqual({ a: 'agrees', b: 'missing' });
    expect(outcomes(predictions, report([]))).toEqual({ a: 'unproven', b: 'unproven' });
  });

  it('proves nothing by absence where the recorder sent nothing, or nothing that can be read', () => {
    const predictions = [says('a', 'masked')];
    expect(outcomes(predictions, report([], { recordings: [] }), ['a'])).toEqual({ a: 'unproven' });
    const opaque = [
      { receiver: 'x', recorder: 'posthog', tap: 'page', kind: 'brotli', bytes: 9 } as const,
    ];
    expect(outcomes(predictions, report([], { opaque }), ['a'])).toEqual({ a: 'unproven' });
  });

  it('proves nothing by absence where what matters may have been lost', () => {
    const predictions = [says('a', 'masked')];
    const lost = { receiver: '', recorder: null, tap: 'page', kind: 'unseen', bytes: 3 } as const;
    expect(outcomes(predictions, report([], { opaque: [lost] }), ['a'])).toEqual({ a: 'unproven' });
    expect(outcomes(predictions, report([], { more: 1 }), ['a'])).toEqual({ a: 'unproven' });
    const early = [{ recorder: 'posthog', requests: 9, last: 1_200 } as const];
    expect(outcomes(predictions, report([], { recordings: early }), ['a'])).toEqual({
      a: 'unproven',
    });
    const withoutDevtools = { ...basis, devtools: false };
    const [verdict] = compareWithRules([field('a')], predictions, report([]), withoutDevtools);
    expect(verdict?.outcome).toBe('unproven');
    const gone = { ...field('a'), lost: true };
    expect(compareWithRules([gone], predictions, report([]), basis)[0]?.outcome).toBe('unproven');
  });

  it('takes the word of no vendor for what did not come', () => {
    const predictions = [{ ...says('a', 'masked'), recorder: 'fullstory' } as const];
    const seen = report([], { recordings: [{ recorder: 'fullstory', requests: 3, last: 9_000 }] });
    const only = { ...basis, recorders: ['fullstory'] } as const;
    expect(compareWithRules([field('a')], predictions, seen, only)[0]?.outcome).toBe('unproven');
  });

  it('judges a field that did not keep its canary where that came through all the same', () => {
    const shy = { ...field('a'), state: 'refused', at: null } as const;
    const judge = (seen: WitnessReport) =>
      compareWithRules([shy], [says('a', 'masked')], seen, basis).map(({ outcome }) => outcome);
    expect(judge(report([hit('a')]))).toEqual(['leaks']);
    expect(judge(report([]))).toEqual([]);
  });

  it('counts the plainest of the places that a canary stands in', () => {
    const seen = outcomes([says('a', 'masked'), says('a', 'plain')], report([hit('a')]), ['a']);
    expect(seen).toEqual({ a: 'agrees' });
  });

  it('says nothing of a void run', () => {
    expect(outcomes([says('a', 'plain')], report([hit('a')], { void: 'sham' }))).toEqual({});
  });
});

const target = (key: string, part: Partial<ProofTarget>): ProofTarget => ({
  key,
  frame: 0,
  selector: `#${key}`,
  kind: 'field',
  pii: null,
  type: 'text',
  maxLength: 0,
  filled: false,
  leftOut: null,
  ...part,
});

describe('what can be proven', () => {
  const targets = [
    target('name', { pii: 'name.full' }),
    target('code', { pii: 'otp', maxLength: 6 }),
    target('day', { type: 'date' }),
    target('zip', { pii: 'address.postal', maxLength: 5 }),
  ];

  it('names the fields that no canary fits into', () => {
    expect([...unprovableKeys(targets)].sort()).toEqual(['code', 'day', 'zip']);
  });

  it('tells what was planted from what the page refused and what no canary fits into', () => {
    const states = fieldsOf([...targets, target('shy', {})], new Map([['name', 1]]));
    expect(states.map(({ key, state }) => [key, state])).toEqual([
      ['name', 'planted'],
      ['code', 'unprovable'],
      ['day', 'unprovable'],
      ['zip', 'unprovable'],
      ['shy', 'refused'],
    ]);
  });

  it('leaves codes, searches and messages out unless somebody chooses them', () => {
    expect(leftOutOf('otp', 'text')).toBe('one-time-code');
    expect(leftOutOf(null, 'search')).toBe('search');
    expect(leftOutOf('message', 'textarea')).toBe('message');
    expect(leftOutOf('email', 'email')).toBeNull();
  });
});
