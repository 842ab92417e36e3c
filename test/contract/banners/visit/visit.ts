import type { Browser } from 'playwright';
import { type BannerPage, type ChoiceState, type Flaw, tokenOf } from '../pages/page';
import type { Banners } from '../server';
import type { Seen } from './seen';
import type { Survey } from './survey';
import { Tab } from './tab';

/** A recorder that may send has sent within this time, measured with room for a busy machine. */
const WATCH_MS = 3_000;
const AGAIN_MS = 2_200;
/** What was sent before a no may still arrive. */
const ON_ITS_WAY_MS = 5_000;
const BANNER_MS = 12_000;
const LATE_MS = 25_000;

/** Walks one page's paths, each in a profile of its own. */
export async function visit(browser: Browser, banners: Banners, page: BannerPage): Promise<Seen> {
  const refused = await refuse(browser, banners, page);
  const accepted = await accept(browser, banners, page);
  const ingests = { ...refused.ingests, ...accepted.ingests };
  return { name: page.name, ...refused, ...accepted, ingests };
}

async function refuse(browser: Browser, banners: Banners, banner: BannerPage) {
  const began = Date.now();
  const tab = await Tab.open(browser, banners, banner);
  const { page, labels } = tab;
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const asks = await tab.await(labels.accept, waitFor(banner));
  const after = Date.now() - began;
  const before = await tab.ingestsSince(0, WATCH_MS, runsIn(banner, 'none'));
  const first = asks === undefined ? null : await tab.survey();
  const policy = first?.controls.find(({ label }) => label === labels.policy);
  const policyStatus =
    policy === undefined
      ? 0
      : (await page.request.get(new URL(policy.href, banners.origin).href)).status();
  const modeBefore = await mode(tab);
  const status = (await page.request.get(page.url(), { maxRedirects: 0 })).status();
  const path = new URL(page.url()).pathname;
  const recordsBefore = await isRecording(tab);
  const fingerprint = await page.evaluate('document.documentElement.dataset.visitor ?? ""');
  const pressed = first === null ? null : await pressReject(tab, first);
  if (before > 0) await page.waitForTimeout(ON_ITS_WAY_MS);
  const afterReject = await tab.ingestsSince(tab.ingests(), WATCH_MS, runsIn(banner, 'rejected'));
  const stays = (await tab.find(labels.accept)) !== undefined;
  const modeAfterReject = await mode(tab);
  const start = tab.ingests();
  await page.reload();
  const afterRejectReload = await tab.ingestsSince(start, AGAIN_MS, runsIn(banner, 'rejected'));
  const asksAgain = (await tab.find(labels.accept)) !== undefined;
  const onSecond = tab.ingests();
  await tab.go('/second');
  const afterRejectSecond = await tab.ingestsSince(
    onSecond,
    AGAIN_MS,
    runsIn(banner, 'rejected', true),
  );
  await tab.close();
  return {
    errors,
    first,
    after,
    policyStatus,
    isPolicyHit: policy?.isHit === true,
    modeBefore: modeBefore.state,
    modeWasLate: modeBefore.late,
    status,
    path,
    recordsBefore,
    fingerprint: String(fingerprint),
    rejected: pressed !== null && !stays,
    rejectedBySettings: pressed === 'settings',
    asksAgain,
    modeAfterReject: modeAfterReject.state,
    ingests: { before, afterReject, afterRejectReload, afterRejectSecond },
  };
}

/** Presses the refusal where it is, or goes to look for it in the settings. */
async function pressReject(tab: Tab, first: Survey): Promise<'first' | 'settings' | null> {
  const { labels } = tab;
  const has = (label: string) => first.controls.some((one) => one.label === label);
  if (has(labels.reject)) {
    await tab.press(labels.reject);
    return 'first';
  }
  if (!has(labels.settings)) return null;
  await tab.press(labels.settings);
  const isThere = (await tab.await(labels.reject, 2_000)) !== undefined;
  await tab.page.waitForTimeout(400);
  await tab.press(isThere ? labels.reject : labels.save);
  return 'settings';
}

/** The way of a yes and back, with GPC on, which leaves a yes a yes. Before it, Tab, Esc and the wheel. */
async function accept(browser: Browser, banners: Banners, banner: BannerPage) {
  const tab = await Tab.open(browser, banners, banner, true);
  const { labels } = tab;
  const asks = (await tab.await(labels.accept, waitFor(banner))) !== undefined;
  // What the path before this one sent as it closed has arrived by now.
  const old = tab.ingests();
  const withGpc = await tab.ingestsSince(old, 500, runsIn(banner, 'none'));
  const modeWithGpc = (await mode(tab)).state;
  const tried = await tryKeysAndWheel(tab, asks);
  const second = asks ? await secondLayer(tab) : null;
  if (asks) await askAfresh(tab);
  const start = tab.ingests();
  if (asks) await tab.press(labels.accept);
  const afterAccept = await tab.ingestsSince(start, 500, asks);
  const cookieDays = await longestCookie(tab);
  const reopened = asks && (await reopen(tab));
  const withdrawn = reopened ? await withdraw(tab) : NOT_WITHDRAWN;
  const left = reopened ? await leftOver(tab) : [];
  await tab.close();
  const events = banners.events(banner.name);
  return {
    second,
    cookieDays,
    reopened,
    left,
    modeWithGpc,
    ...tried,
    ingests: { withGpc, afterAccept, afterScroll: tried.afterScroll, ...withdrawn },
    events: events.filter((text) => text.includes('$pageview')).length,
    identified: events.some((text) => text.includes('ines.holm@example.com')),
  };
}

const NOT_WITHDRAWN = { afterWithdrawal: 0, afterWithdrawalReload: 0 };

async function withdraw(tab: Tab): Promise<typeof NOT_WITHDRAWN> {
  const { page, labels, banner } = tab;
  const isThere = (await tab.await(labels.reject, 2_000)) !== undefined;
  await page.waitForTimeout(400);
  await tab.press(isThere ? labels.reject : labels.save);
  await page.waitForTimeout(ON_ITS_WAY_MS);
  const goesOn = runsIn(banner, 'withdrawn');
  const afterWithdrawal = await tab.ingestsSince(tab.ingests(), AGAIN_MS, goesOn);
  await page.reload();
  await page.waitForTimeout(300);
  const afterWithdrawalReload = await tab.ingestsSince(tab.ingests(), WATCH_MS, goesOn);
  return { afterWithdrawal, afterWithdrawalReload };
}

/** The wheel first: Tab scrolls, too, to what it comes to. */
async function tryKeysAndWheel(tab: Tab, asks: boolean) {
  const { page } = tab;
  const start = tab.ingests();
  await page.mouse.move(640, 120);
  let scrolls = false;
  // A busy browser may drop a turn of the wheel, so it is turned again.
  for (let i = 0; i < 5 || (i < 20 && !scrolls); i++) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(200);
    scrolls = (await page.evaluate('scrollY > 0')) === true;
  }
  const scrollAccepts = await hasAccepted(tab);
  const afterScroll = scrollAccepts ? await tab.ingestsSince(start, 500, true) : 0;
  if (scrollAccepts) await askAfresh(tab);
  const tabReachesReject = asks && (await reachByTab(tab));
  if (!scrollAccepts) await page.keyboard.press('Escape');
  await page.waitForTimeout(300);
  const escapeAccepts = !scrollAccepts && (await hasAccepted(tab));
  await askAfresh(tab);
  return { tabReachesReject, escapeAccepts, scrolls, afterScroll };
}

/** As if nobody had been here. */
async function askAfresh(tab: Tab): Promise<void> {
  await tab.context.clearCookies();
  await tab.page.evaluate('localStorage.clear()');
  await tab.go();
  await tab.await(tab.labels.accept, waitFor(tab.banner));
  await tab.page.waitForTimeout(700);
}

async function longestCookie({ context }: Tab): Promise<number> {
  const cookies = await context.cookies();
  const days = cookies
    .filter(({ name }) => name.startsWith('ph_'))
    .map(({ expires }) => (expires - Date.now() / 1_000) / 86_400);
  return Math.max(0, ...days);
}

async function secondLayer(tab: Tab): Promise<Survey | null> {
  if (!(await tab.press(tab.labels.settings))) return null;
  await tab.page.waitForTimeout(700);
  return tab.survey();
}

/** The link in the footer, or the platform's own icon. */
async function reopen({ page }: Tab): Promise<boolean> {
  const link = page.locator('#reopen, #tarteaucitronManager:visible').first();
  if ((await link.count()) === 0) return false;
  await link.scrollIntoViewIfNeeded();
  await link.click({ timeout: 2_000 }).catch(() => link.dispatchEvent('click'));
  return true;
}

/** Presses Tab until the refusal has the focus. */
async function reachByTab(tab: Tab): Promise<boolean> {
  for (let i = 0; i < 24; i++) {
    await tab.page.keyboard.press('Tab');
    const words = await tab
      .frame()
      .evaluate(focused)
      .catch(() => '');
    if (words === tab.labels.reject) return true;
  }
  return false;
}

function focused(): string {
  const kept = (window as unknown as { keptRoots?: ShadowRoot[] }).keptRoots ?? [];
  let at = document.activeElement;
  for (let root: ShadowRoot | undefined; at !== null; at = root.activeElement) {
    const host: Element = at;
    root = kept.find((one) => one.host === host);
    if (root?.activeElement == null) break;
  }
  return (at?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

async function hasAccepted({ page }: Tab): Promise<boolean> {
  const cookie = String(await page.evaluate('document.cookie'));
  return /cookie_consent=accepted|shopreplay=true|%22replay%22:true/.test(cookie);
}

async function mode({ page }: Tab): Promise<{ state: string; late: boolean }> {
  const ics: unknown = await page.evaluate(`(() => {
    const { entries, wasSetLate } = window.google_tag_data?.ics ?? { entries: {}, wasSetLate: false };
    const all = Object.values(entries).map((one) => one.update ?? one.default);
    return [all.length === 0 ? '' : all.every(Boolean) ? 'granted' : 'denied', wasSetLate];
  })()`);
  const [state, late] = Array.isArray(ics) ? ics : [];
  return { state: String(state ?? ''), late: late === true };
}

/** rrweb is a global of this page's only while it was loaded; PostHog says so itself. */
const isRecording = async ({ page }: Tab): Promise<boolean> =>
  (await page.evaluate(
    "typeof window.rrweb === 'object' || window.posthog?.sessionRecording?.started === true",
  )) === true;

async function leftOver({ page, banner }: Tab): Promise<string[]> {
  const token = tokenOf(banner.name);
  const names: unknown = await page.evaluate(
    '[...Object.keys(localStorage), ...Object.keys(sessionStorage), ...document.cookie.split("; ")]',
  );
  return Array.isArray(names) ? names.map(String).filter((name) => name.includes(token)) : [];
}

/** Whether it is worth waiting for a recording; that one came is seen, not taken from here. */
const runsIn = (
  { recorder: { runs, alsoOnSecond = [] } }: BannerPage,
  state: ChoiceState,
  onSecond = false,
): boolean => runs.includes(state) || (onSecond && alsoOnSecond.includes(state));

const waitFor = ({ flaws }: BannerPage): number => {
  if (flaws.includes('late')) return LATE_MS;
  // Where none comes, nobody waits for one that is slow.
  return NONE.some((flaw) => flaws.includes(flaw)) ? 1_500 : BANNER_MS;
};

const NONE: readonly Flaw[] = ['never', 'script-gone', 'sign-in', 'sign-in-401'];
