import { availableParallelism } from 'node:os';
import { expect, test } from 'playwright/test';
import { auditPage } from './audit';
import { EXPECTED } from './expected';
import { inTurn, oncePerRun } from './once';
import { type Audited, type RuleScore, scoreRules, scoreTable } from './score';
import { startBanners } from './server';

/** Each has a browser of its own, which draws in software. */
const AT_A_TIME = Math.min(4, availableParallelism());

/** One of each kind: shell, flaw of the banner, fault of the recorder, hard to walk, real platform. */
const SOME = [
  ...['own-good-div', 'own-good-closed-shadow', 'own-good-iframe', 'own-no-reject'],
  ...['own-reject-small', 'own-wall', 'own-pre-ticked', 'own-early', 'own-any-choice'],
  ...['own-survives', 'own-fault-late', 'own-fault-covered'],
  ...['klaro-good', 'cookieconsent-good', 'tarteaucitron-good'],
];

/** `BANNERS='^klaro|early'` audits those alone, `some` a page of each kind. */
const LOOKED_AT = EXPECTED.filter(({ page }) => {
  const { BANNERS = '' } = process.env;
  return BANNERS === 'some' ? SOME.includes(page) : new RegExp(BANNERS).test(page);
});

const unknown = SOME.filter((name) => !EXPECTED.some(({ page }) => page === name));
if (unknown.length > 0) throw new Error(`There is no page ${unknown.join(', ')}.`);
if (LOOKED_AT.length === 0) throw new Error('No page has a name like this.');

type Result = Audited & { said: string };
const audited = new Map<string, Result>();

test.beforeAll(async () => {
  test.setTimeout(7_200_000);
  const all = await oncePerRun('audits', auditAll);
  for (const one of all) audited.set(one.page, one);
});

for (const { page, own, fails } of LOOKED_AT) {
  test(`${page} is audited`, () => {
    const result = audited.get(page);
    expect(result?.findings, result?.said).not.toBeNull();
    // What a known platform does is scored below: it may change with its package.
    if (own) expect(failing(page)).toEqual([...fails].sort());
  });
}

test('how well the rules tell', () => {
  console.log(scoreTable('own banners', scoreOf(true)));
  console.log(`\n${scoreTable('real platforms', scoreOf(false))}`);
  const own = scoreOf(true);
  expect(own.flatMap(({ rule, missed }) => missed.map((page) => `${page}: ${rule}`))).toEqual([]);
  expect(own.flatMap(({ rule, wrong }) => wrong.map((page) => `${page}: ${rule}`))).toEqual([]);
});

async function auditAll(): Promise<Result[]> {
  const banners = await startBanners();
  const all: Result[] = [];
  await inTurn(LOOKED_AT, AT_A_TIME, async ({ page }) => {
    all.push(await auditPage(banners.origin, page));
  });
  await banners.close();
  return all;
}

const scoreOf = (own: boolean): RuleScore[] =>
  scoreRules(
    LOOKED_AT.filter((one) => one.own === own),
    [...audited.values()],
  );

function failing(page: string): string[] {
  const findings = audited.get(page)?.findings ?? [];
  const rules = findings.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule);
  return [...new Set(rules)].sort();
}
