import { namesRecording } from '../../../consent/words/recording';
import type { TimelineEvent } from '../../../protocol/timeline';
import { type Banner, findBanner, type ShadowRootOf } from './banner';

type BannerEvent = Extract<TimelineEvent, { kind: 'banner' }>;

const LIMIT = 100;

/** Moments at which the page is looked at, in milliseconds after the document is parsed. */
const LOOKS = [0, 250, 1_000, 3_000, 8_000] as const;
const AFTER_CHANGE = 150;

export interface BannerWatch {
  look(): void;
  /** What the purpose panel says, where the page's own world told it. */
  events(panelText: string, tcfCmpId: number): readonly BannerEvent[];
}

/** Notes when a consent banner appears, goes, or says something else. */
export function watchBanner(
  win: Window,
  now: () => number,
  shadowRootOf: ShadowRootOf,
  signal: AbortSignal,
): BannerWatch {
  const seen: { t: number; banner: Banner | null }[] = [];
  const look = (): void => {
    const banner = findBanner(win.document, shadowRootOf);
    const last = seen.at(-1)?.banner ?? null;
    if (sameBanner(last, banner) || seen.length >= LIMIT) return;
    seen.push({ t: now(), banner });
  };
  whenParsed(win, signal, () => {
    for (const delay of LOOKS) win.setTimeout(() => signal.aborted || look(), delay);
    watchBody(win, signal, look);
  });
  return {
    look,
    // A platform that was set up and shows nothing: its words are known all the same.
    events: (panelText, tcfCmpId) =>
      (seen.length === 0 && panelText !== '' ? [{ t: now(), banner: null }] : seen).map(
        ({ t, banner }, index) => {
          const shown = banner ?? seen[index - 1]?.banner ?? null;
          return toEvent(t, banner?.visible ?? false, shown, panelText, tcfCmpId, win);
        },
      ),
  };
}

function toEvent(
  t: number,
  visible: boolean,
  banner: Banner | null,
  panelText: string,
  tcfCmpId: number,
  win: Window,
): BannerEvent {
  const cmp = banner?.cmp ?? 'generic';
  return {
    kind: 'banner',
    t,
    visible,
    cmp: cmp === 'generic' && tcfCmpId > 0 ? `tcf:${tcfCmpId}` : cmp,
    namesRecording: namesRecording(`${banner?.text ?? ''}\n${panelText}`),
    lang: langOf(banner, win),
    allPurposesRead: panelText !== '' || (banner?.hasPurposes ?? false),
  };
}

function langOf(banner: Banner | null, win: Window): string {
  const stated = banner?.element.closest('[lang]')?.getAttribute('lang');
  return (stated ?? win.document.documentElement.lang).slice(0, 20);
}

function sameBanner(a: Banner | null, b: Banner | null): boolean {
  return a?.element === b?.element && a?.visible === b?.visible && a?.text === b?.text;
}

/** Platforms hang their banner into the body; a change deeper down waits for the next look. */
function watchBody(win: Window, signal: AbortSignal, look: () => void): void {
  const body: HTMLElement | null = win.document.body;
  if (body === null) return;
  let waiting = false;
  const observer = new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    win.setTimeout(() => {
      waiting = false;
      if (!signal.aborted) look();
    }, AFTER_CHANGE);
  });
  observer.observe(body, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

function whenParsed(win: Window, signal: AbortSignal, then: () => void): void {
  if (win.document.readyState !== 'loading') then();
  else win.addEventListener('DOMContentLoaded', then, { once: true, signal });
}
