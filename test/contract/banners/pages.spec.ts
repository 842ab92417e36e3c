import { type Browser, expect, test } from 'playwright/test';
import { EXPECTED } from './expected';
import { inTurn, oncePerRun } from './once';
import { PAGES } from './pages';
import type { BannerPage } from './pages/page';
import { startBanners } from './server';
import type { Seen } from './visit/seen';
import { MEASURED, verdictOf } from './visit/verdict';
import { visit } from './visit/visit';

/** Most of a visit is waiting, so some are made at a time. */
const AT_A_TIME = Number(process.env.BANNERS_AT_A_TIME ?? 8);

/** `BANNERS='^klaro|early'` looks at those alone. */
const LOOKED_AT = PAGES.filter(({ name }) => new RegExp(process.env.BANNERS ?? '').test(name));

const seen = new Map<string, Seen>();

test.beforeAll(async ({ browser }) => {
  test.setTimeout(1_800_000);
  const all = await oncePerRun('pages', () => visitAll(browser));
  for (const one of all) seen.set(one.name, one);
});

for (const page of LOOKED_AT) {
  test(`${page.name} does what it says`, () => {
    const known = EXPECTED.find((one) => one.page === page.name);
    const one = seen.get(page.name);
    if (one === undefined || known === undefined) throw new Error(`${page.name} was not visited`);
    expect(one.errors).toEqual([]);
    expect(cameAs(page, one)).toEqual(shouldCome(page));
    expect(sends(page, one)).toEqual(shouldSend(page, one));
    const measured = known.fails.filter((rule) => MEASURED.some((other) => other === rule));
    expect(verdictOf(page, one).sort()).toEqual([...measured].sort());
  });
}

test('the pages speak nine languages, and each has a path of its own', () => {
  expect(new Set(PAGES.map(({ lang }) => lang)).size).toBe(9);
  expect(new Set(PAGES.map(({ name }) => name)).size).toBe(PAGES.length);
});

async function visitAll(browser: Browser): Promise<Seen[]> {
  const banners = await startBanners();
  const all: Seen[] = [];
  // The one that takes longest goes first.
  const pages = [...LOOKED_AT].sort((a, b) => weight(b) - weight(a));
  await inTurn(pages, AT_A_TIME, async (page) => {
    all.push(await visit(browser, banners, page));
  });
  await banners.close();
  return all;
}

const weight = ({ flaws }: BannerPage): number => (flaws.includes('late') ? 1 : 0);

/** How the page came, and whether a banner did. */
function cameAs(page: BannerPage, one: Seen) {
  return {
    status: one.status,
    path: one.path,
    asks: one.first !== null,
    isLate: one.after > 9_000 && page.flaws.includes('late'),
    scrollWasSeen: one.ingests.afterScroll > 0,
    rejected: one.rejected,
    rejectedBySettings: one.rejectedBySettings,
    modeWasLate: one.modeWasLate,
  };
}

function shouldCome({ name, flaws, consentMode }: BannerPage) {
  const has = (...some: readonly BannerPage['flaws'][number][]): boolean =>
    some.some((flaw) => flaws.includes(flaw));
  const asks = !has('never', 'script-gone', 'sign-in', 'sign-in-401');
  return {
    status: has('sign-in-401') ? 401 : 200,
    path: has('sign-in') ? `/${name}/login` : `/${name}`,
    asks,
    isLate: has('late'),
    scrollWasSeen: has('scroll-accepts'),
    rejected: asks && !has('close-only', 'ok-only', 'runs-away', 'reject-covered'),
    rejectedBySettings: has('no-reject', 'later-only'),
    modeWasLate: consentMode === 'late',
  };
}

/** When recordings reached the server. */
function sends(page: BannerPage, { ingests, rejected, ...one }: Seen) {
  return {
    before: ingests.before > 0,
    afterReject: rejected && ingests.afterReject > 0,
    afterRejectReload: rejected && !one.asksAgain && ingests.afterRejectReload > 0,
    afterRejectSecond: rejected && ingests.afterRejectSecond > 0,
    afterAccept: ingests.afterAccept > 0,
    afterWithdrawal: ingests.afterWithdrawal > 0,
    afterWithdrawalReload: ingests.afterWithdrawalReload > 0,
    withGpc: ingests.withGpc > 0,
    events: one.events > 0,
    left: page.recorder.runs.includes('withdrawn') ? [] : one.left,
  };
}

function shouldSend({ recorder, flaws }: BannerPage, { rejected, first, reopened }: Seen) {
  const runs = (state: (typeof recorder.runs)[number]): boolean => recorder.runs.includes(state);
  const asks = first !== null;
  const again = recorder.alsoOnSecond?.includes('rejected') === true;
  return {
    before: runs('none'),
    afterReject: rejected && runs('rejected'),
    afterRejectReload: rejected && !flaws.includes('forgets-refusal') && runs('rejected'),
    afterRejectSecond: rejected && (runs('rejected') || again),
    afterAccept: asks,
    afterWithdrawal: reopened && runs('withdrawn'),
    afterWithdrawalReload: reopened && runs('withdrawn'),
    withGpc: runs('none'),
    events: asks && recorder.events === true,
    left: [],
  };
}
