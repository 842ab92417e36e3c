import type { Expected } from './expected';
import { SCORED_RULES, type ScoredRule } from './rules';

/** A finding, as far as it is scored. */
export interface Scored {
  readonly rule: string;
  readonly outcome: string;
}

/** What an audit found on one page; null where it gave no result. */
export interface Audited {
  readonly page: string;
  readonly findings: readonly Scored[] | null;
}

export interface RuleScore {
  readonly rule: ScoredRule;
  /** Pages on which it failed and should. */
  readonly hits: readonly string[];
  /** It should have failed, and did not. */
  readonly missed: readonly string[];
  /** It failed where nothing is wrong. */
  readonly wrong: readonly string[];
  /** A person should have been asked, and was not. */
  readonly unasked: readonly string[];
}

/** Compares what an audit found with what is there, rule by rule. */
export function scoreRules(
  expected: readonly Expected[],
  audited: readonly Audited[],
): RuleScore[] {
  const found = new Map(audited.map(({ page, findings }) => [page, findings ?? []]));
  return SCORED_RULES.map((rule) => {
    const outcomeIs = (page: string, outcome: string): boolean =>
      (found.get(page) ?? []).some((one) => one.rule === rule && one.outcome === outcome);
    const pagesWhere = (holds: (one: Expected) => boolean): string[] =>
      expected.filter(holds).map(({ page }) => page);
    return {
      rule,
      hits: pagesWhere(({ page, fails }) => fails.includes(rule) && outcomeIs(page, 'fail')),
      missed: pagesWhere(({ page, fails }) => fails.includes(rule) && !outcomeIs(page, 'fail')),
      wrong: pagesWhere(({ page, fails }) => !fails.includes(rule) && outcomeIs(page, 'fail')),
      unasked: pagesWhere(
        ({ page, reviews }) => reviews.includes(rule) && !outcomeIs(page, 'needs-review'),
      ),
    };
  });
}

/** Of what failed, the share that should; null where nothing failed. */
export const precisionOf = ({ hits, wrong }: RuleScore): number | null =>
  share(hits.length, wrong.length);

/** Of what should fail, the share that did; null where nothing should. */
export const recallOf = ({ hits, missed }: RuleScore): number | null =>
  share(hits.length, missed.length);

const share = (of: number, rest: number): number | null =>
  of + rest === 0 ? null : of / (of + rest);

/** Rules in lines, with what went wrong by name. Rules with nothing to tell are left out. */
export function scoreTable(title: string, scores: readonly RuleScore[]): string {
  const told = scores.filter(
    ({ hits, missed, wrong, unasked }) =>
      hits.length + missed.length + wrong.length + unasked.length > 0,
  );
  const lines = told.map((score) => {
    const names = [
      ...score.missed.map((page) => `missed ${page}`),
      ...score.wrong.map((page) => `wrong ${page}`),
      ...score.unasked.map((page) => `unasked ${page}`),
    ];
    const cells = [percent(precisionOf(score)), percent(recallOf(score)), `${score.hits.length}`];
    return `${score.rule.padEnd(24)}${cells.map((cell) => cell.padStart(11)).join('')}  ${names.join(', ')}`;
  });
  const sum = sumOf(scores);
  const head = `${title.padEnd(24)}${['precision', 'recall', 'hits'].map((cell) => cell.padStart(11)).join('')}`;
  const all = [percent(precisionOf(sum)), percent(recallOf(sum)), `${sum.hits.length}`];
  const foot = `${'all'.padEnd(24)}${all.map((cell) => cell.padStart(11)).join('')}`;
  return [head, ...lines, foot].map((line) => line.trimEnd()).join('\n');
}

/** All rules as one. */
export function sumOf(scores: readonly RuleScore[]): RuleScore {
  const all = (key: 'hits' | 'missed' | 'wrong' | 'unasked'): string[] =>
    scores.flatMap((score) => score[key].map((page) => `${page} (${score.rule})`));
  return {
    // The name is not shown.
    rule: 'path-not-walked',
    hits: all('hits'),
    missed: all('missed'),
    wrong: all('wrong'),
    unasked: all('unasked'),
  };
}

const percent = (part: number | null): string =>
  part === null ? '–' : `${(part * 100).toFixed(part === 1 ? 0 : 1)} %`;
