import type { Page } from 'playwright';
import * as v from 'valibot';
import { summarise } from '../../consent/signals';
import type { TimelineEvent } from '../../protocol/timeline';
import type { BannerReading } from '../../protocol/walk/banner';
import { ask, Frames } from './frames';

const MOST_TABS = 80;
/** As often on one control, and Tab leads nowhere. */
const STUCK = 3;

const FocusSchema = v.object({
  key: v.string(),
  inBanner: v.boolean(),
  role: v.nullable(v.picklist(['reject', 'accept'])),
});

/** Goes through the page by Tab until the choices of its banner were reached, then presses Esc. */
export async function tryKeyboard(page: Page): Promise<BannerReading['keyboard']> {
  let tabsToReject: number | null = null;
  let tabsToAccept: number | null = null;
  let last = '';
  let same = 0;
  for (let tabs = 1; tabs <= MOST_TABS && same < STUCK; tabs++) {
    await page.keyboard.press('Tab');
    const focus = await focusOf(page);
    if (focus.role === 'reject') tabsToReject ??= tabs;
    if (focus.role === 'accept') tabsToAccept ??= tabs;
    same = focus.inBanner && focus.key === last ? same + 1 : 0;
    last = focus.key;
    if (tabsToReject !== null && tabsToAccept !== null) break;
  }
  return { tabsToReject, tabsToAccept, trapped: same >= STUCK, escape: await tryEscape(page) };
}

async function focusOf(page: Page): Promise<v.InferOutput<typeof FocusSchema>> {
  const none = { key: '', inBanner: false, role: null };
  let found: v.InferOutput<typeof FocusSchema> = none;
  for (const world of (await Frames.of(page)).worlds) {
    const focus = await ask(world, 'hushmap.focus()', FocusSchema);
    // The frame that a focus is in has it as well, as a whole.
    if (focus !== null && focus.key !== '')
      found = focus.inBanner ? focus : found.inBanner ? found : focus;
  }
  return found;
}

type Escape = NonNullable<BannerReading['keyboard']>['escape'];

async function tryEscape(page: Page): Promise<Escape> {
  const before = Date.now();
  await page.keyboard.press('Escape');
  await page.waitForTimeout(600);
  if ((await (await Frames.of(page)).banner()) !== null) return 'nothing';
  // A recorder that is let go loads first.
  for (const until = before + ACCEPTED_MS; Date.now() < until; ) {
    const told = await (await Frames.of(page)).timelines();
    const events = told.flatMap((one) => one?.events ?? []).filter(({ t }) => t >= before);
    if (events.some(isConsent)) return 'accept';
    await page.waitForTimeout(300);
  }
  return 'closes';
}

const ACCEPTED_MS = 4_000;

/** What happens only where somebody has consented. */
function isConsent(event: TimelineEvent): boolean {
  // What a page needs in order to work is granted by a refusal, too.
  if (event.kind === 'signal') return summarise(event) === 'granted';
  if (event.kind === 'request') return event.purpose === 'ingest';
  return event.kind === 'recorder' && event.what === 'started';
}
