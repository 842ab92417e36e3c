import * as v from 'valibot';
import { attribute } from '../../consent/attribute';
import { shownName } from '../../consent/shown-name';
import {
  type SignalEvent,
  type Timeline,
  type TimelineEvent,
  TimelineSchema,
} from '../../protocol/timeline';
import { redactText } from '../../report/redact-text';
import { redactUrl } from '../../report/redact-url';
import { lineToProbe } from './isolated/ask-probe';
import type { ShadowRootOf } from './isolated/banner';
import { watchBanner } from './isolated/banner-watch';
import { watchChoices } from './isolated/choices';
import { watchPresence } from './isolated/presence';
import { watchResources } from './isolated/resources';
import type { ProbeLog } from './log';

export interface Relay {
  /** The time line of this frame so far; null where no probe answers. */
  timeline(): Promise<Timeline | null>;
}

export interface RelayOptions {
  /** Opens shadow roots, closed ones too where the browser allows it. */
  readonly shadowRootOf: ShadowRootOf;
  readonly now?: () => number;
}

/**
 * The relay: runs in the extension's own world of a frame at document start. It watches what the
 * page cannot forge there (clicks, the banner, resource timing, what is stored), asks the probe for
 * what only the page's world shows, checks it, and joins both. Names and addresses are redacted
 * before they leave the frame.
 */
export function startRelay(win: Window, signal: AbortSignal, options: RelayOptions): Relay {
  const now = options.now ?? Date.now;
  const line = lineToProbe(win, signal);
  const isListening = hearOurselves(win, signal);
  const resources = watchResources(win, signal);
  const presence = watchPresence(win, now);
  const banner = watchBanner(win, now, options.shadowRootOf, signal);
  const afterChoice = (): void => {
    for (const delay of AFTER_CHOICE) win.setTimeout(() => signal.aborted || banner.look(), delay);
  };
  const choices = watchChoices(win, now, signal, afterChoice);
  const navigations = watchNavigations(win, now, signal);
  void presence.look();
  win.addEventListener('load', () => void presence.look(), { once: true, signal });

  return {
    async timeline() {
      const log = line.ask();
      if (log === null) return null;
      banner.look();
      await presence.look();
      const events: TimelineEvent[] = [
        ...log.events,
        ...resources.events(),
        ...presence.events(),
        ...banner.events(log.panelText, log.tcfCmpId),
        ...choices,
        ...navigations,
      ];
      const dropped = log.dropped + resources.dropped() + presence.dropped();
      // The browser's own word for when the document began: the probe's is the page's to change.
      const startedAt = win.performance.timeOrigin;
      // `document.open()` takes all listeners away, ours and the probe's: what was seen since is not all.
      const isWhole = line.metAtStart() && isListening();
      return assemble({ ...log, startedAt }, isWhole, events, dropped);
    },
  };
}

/** Whether listeners that were put on the window at its beginning are still there. */
function hearOurselves(win: Window, signal: AbortSignal): () => boolean {
  let heard = false;
  const hear = (): void => {
    heard = true;
  };
  win.addEventListener(OWN_EVENT, hear, { signal });
  return () => {
    heard = false;
    win.dispatchEvent(new Event(OWN_EVENT));
    return heard;
  };
}

const OWN_EVENT = 'hushmap-relay';
const AFTER_CHOICE = [50, 400, 1_500] as const;
const LIMIT = 5_000;

function assemble(
  log: ProbeLog,
  metAtStart: boolean,
  events: TimelineEvent[],
  dropped: number,
): Timeline | null {
  const kept = keepRarest(attribute(events).map(redact)).sort((a, b) => a.t - b.t);
  const timeline = v.safeParse(TimelineSchema, {
    startedAt: log.startedAt,
    fromStart: log.fromStart && metAtStart,
    events: kept,
    dropped: dropped + events.length - kept.length,
  });
  return timeline.success ? timeline.output : null;
}

/** Too many for one message: the least telling go first. */
function keepRarest(events: TimelineEvent[]): TimelineEvent[] {
  if (events.length <= LIMIT) return events;
  const weight = (event: TimelineEvent): number => {
    if (event.kind === 'request') return event.via === 'resource' ? 2 : 1;
    return event.kind === 'storage' ? 1 : 0;
  };
  return events.toSorted((a, b) => weight(a) - weight(b)).slice(0, LIMIT);
}

/**
 * Paths and names may hold what a person wrote (`/users/alice@acme.test`). Redacting comes after
 * attributing: a project's key in a path is a sign of its recorder, and is hidden too.
 */
function redact(event: TimelineEvent): TimelineEvent {
  if (event.kind === 'request') return { ...event, url: redactUrl(event.url) };
  if (event.kind === 'storage') return { ...event, name: shownName(event.name) };
  if (event.kind === 'signal') return redactSignal(event);
  if (event.kind === 'call') return { ...event, by: redactCaller(event.by).slice(0, 500) };
  return event;
}

/** Purposes are named by a page's own settings, which may hold anything. */
function redactSignal(event: SignalEvent): SignalEvent {
  const states = Object.entries(event.states).map(
    ([name, state]) => [redactText(name).slice(0, 80), state] as const,
  );
  const note = redactText(event.note).slice(0, 120);
  if (event.details === undefined) return { ...event, states: Object.fromEntries(states), note };
  const details = Object.entries(event.details).map(
    ([name, value]) =>
      [name, typeof value === 'string' ? redactText(value).slice(0, 200) : value] as const,
  );
  return {
    ...event,
    states: Object.fromEntries(states),
    note,
    details: Object.fromEntries(details),
  };
}

const redactCaller = (by: string): string => (by.includes('://') ? redactUrl(by) : redactText(by));

function watchNavigations(win: Window, now: () => number, signal: AbortSignal): TimelineEvent[] {
  const events: TimelineEvent[] = [];
  const note = (): void => {
    if (events.length < 200) events.push({ kind: 'navigation', t: now() });
  };
  // Route changes of single pages; browsers without the Navigation API tell of back and forth only.
  if ('navigation' in win) win.navigation.addEventListener('currententrychange', note, { signal });
  else (win as Window).addEventListener('popstate', note, { signal });
  return events;
}
