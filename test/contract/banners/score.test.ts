import { describe, expect, it } from 'vitest';
import { EXPECTED, type Expected } from './expected';
import { PAGES } from './pages';
import { SCORED_RULES } from './rules';
import { precisionOf, recallOf, scoreRules, scoreTable, sumOf } from './score';

const expected = (page: string, fails: Expected['fails'], reviews: Expected['reviews'] = []) => ({
  page,
  lang: 'en',
  fails,
  reviews,
  own: true,
});

const PLANNED = [
  expected('a', ['keyboard']),
  expected('b', ['keyboard', 'wording']),
  expected('c', [], ['gpc-honoured']),
];

const scoreOf = (rule: string, audited: Parameters<typeof scoreRules>[1]) => {
  const score = scoreRules(PLANNED, audited).find((one) => one.rule === rule);
  if (score === undefined) throw new Error(`no score of ${rule}`);
  return score;
};

const finding = (rule: string, outcome = 'fail') => ({ rule, outcome });

describe('scoreRules', () => {
  it('tells hits from what was missed and from what was wrong', () => {
    const score = scoreOf('keyboard', [
      { page: 'a', findings: [finding('keyboard'), finding('keyboard')] },
      { page: 'b', findings: [finding('keyboard', 'needs-review')] },
      { page: 'c', findings: [finding('keyboard')] },
    ]);
    expect(score).toMatchObject({ hits: ['a'], missed: ['b'], wrong: ['c'] });
    expect([precisionOf(score), recallOf(score)]).toEqual([0.5, 0.5]);
  });

  it('holds a page without a result for one that was missed', () => {
    const score = scoreOf('wording', [{ page: 'b', findings: null }]);
    expect(score).toMatchObject({ hits: [], missed: ['b'], wrong: [] });
    expect(precisionOf(score)).toBeNull();
  });

  it('asks for a review where only a person can tell, and takes a failure for wrong', () => {
    expect(scoreOf('gpc-honoured', [])).toMatchObject({ unasked: ['c'], wrong: [] });
    const failed = [{ page: 'c', findings: [finding('gpc-honoured')] }];
    expect(scoreOf('gpc-honoured', failed)).toMatchObject({ unasked: ['c'], wrong: ['c'] });
    const asked = [{ page: 'c', findings: [finding('gpc-honoured', 'needs-review')] }];
    expect(scoreOf('gpc-honoured', asked)).toMatchObject({ unasked: [], wrong: [] });
  });

  it('adds up, and prints what there is to tell', () => {
    const scores = scoreRules(PLANNED, [{ page: 'a', findings: [finding('keyboard')] }]);
    expect(recallOf(sumOf(scores))).toBeCloseTo(1 / 3);
    const table = scoreTable('own pages', scores);
    expect(table).toContain('missed b');
    expect(table).not.toContain('re-prompt');
    expect(table.split('\n').at(-1)).toMatch(/^all\s+100 %\s+33.3 %\s+1$/);
  });
});

describe('what is expected', () => {
  it('names pages and rules that exist, each once', () => {
    expect(EXPECTED.map(({ page }) => page)).toEqual(PAGES.map(({ name }) => name));
    for (const { fails, reviews } of EXPECTED) {
      const all = [...fails, ...reviews];
      expect(new Set(all).size).toBe(all.length);
      expect(all.filter((rule) => !SCORED_RULES.includes(rule))).toEqual([]);
    }
  });

  it('has a page that fails for each rule but those that only a person answers in this region', () => {
    const failing = new Set(EXPECTED.flatMap(({ fails }) => fails));
    expect(SCORED_RULES.filter((rule) => !failing.has(rule))).toEqual([
      'gpc-honoured',
      'path-not-walked',
      'no-consent-asked',
      'fingerprinting',
    ]);
  });
});
