import type { SignalEvent, Timeline, TimelineEvent } from '../protocol/timeline';

export type SignalName = SignalEvent['signal'];
export type ChoiceEvent = Extract<TimelineEvent, { kind: 'choice' }>;

/** What one signal says as a whole: of several purposes, all, none or some are granted. */
export type SignalState = 'granted' | 'denied' | 'mixed' | 'unset';

/** A decision is a choice that consents or refuses; opening the settings is none yet. */
export type Decision = ChoiceEvent & { readonly choice: 'accept' | 'reject' | 'unknown' };

/** What each signal said last, up to and including `until`. Signals that said nothing are absent. */
export function effectiveSignals(
  events: readonly TimelineEvent[],
  until = Number.POSITIVE_INFINITY,
): ReadonlyMap<SignalName, SignalEvent> {
  const last = new Map<SignalName, SignalEvent>();
  for (const event of events) {
    if (event.kind !== 'signal' || event.t > until) continue;
    const before = last.get(event.signal);
    // A consent update names only what it changes; the rest stands.
    const states =
      event.signal === 'consent-mode' && event.note === 'update'
        ? { ...before?.states, ...event.states }
        : event.states;
    last.set(event.signal, { ...event, states });
  }
  return last;
}

/** Several purposes in one word. What is unset counts neither way. */
export function summarise(signal: SignalEvent): SignalState {
  const states = Object.entries(signal.states)
    .filter(([name]) => !ESSENTIAL.test(name))
    .map(([, state]) => state)
    .filter((state) => state !== 'unset');
  if (states.length === 0) return 'unset';
  if (states.every((state) => state === 'granted')) return 'granted';
  return states.every((state) => state === 'denied') ? 'denied' : 'mixed';
}

/** Consent Mode's purposes that need no consent; sites grant them by default. */
const ESSENTIAL = /^(security_storage|functionality_storage)$/;

/**
 * Decisions that signals tell of: made in this visit, dated to the signal, or stored by an earlier
 * one, dated to the document's beginning.
 */
export function choicesFromSignals(timeline: Timeline): ChoiceEvent[] {
  return timeline.events.flatMap((event) => {
    if (event.kind !== 'signal') return [];
    const when = decidedWhen(event);
    const state = summarise(event);
    if (when === null || state === 'unset') return [];
    return [
      {
        kind: 'choice',
        t: when === 'before' ? timeline.startedAt : event.t,
        choice: CHOICE_OF[state],
        by: 'signal',
        trusted: false,
        selector: '',
      },
    ];
  });
}

const CHOICE_OF = { granted: 'accept', denied: 'reject', mixed: 'unknown' } as const;

/**
 * TCF: `tcloaded` is a stored string, `useractioncomplete` a decision. Consent platforms, by the
 * probe's own notes: `stored` was decided earlier, `saved` here. Every other note (`asking`,
 * `default`, `read`, `update`) tells of a state that nobody need have decided.
 */
function decidedWhen({ signal, note }: SignalEvent): 'before' | 'now' | null {
  if (isPreference(signal)) return null;
  if (signal !== 'tcf') return note === 'stored' ? 'before' : note === 'saved' ? 'now' : null;
  if (note.includes('gdprApplies=false')) return null;
  if (note.startsWith('useractioncomplete')) return 'now';
  return note.startsWith('tcloaded') ? 'before' : null;
}

/** What the browser says for its person on every site: no site's question, and no answer to one. */
export const isPreference = (signal: SignalName): boolean => signal === 'gpc' || signal === 'dnt';

/** The first decision on the time line; null where nobody decided. */
export function firstDecision(timeline: Timeline): Decision | null {
  return timeline.events.find(isDecision) ?? null;
}

/** The decision that holds at the end: the last one. */
export function lastDecision(timeline: Timeline): Decision | null {
  return timeline.events.findLast(isDecision) ?? null;
}

/** Whether a decision was stored by an earlier visit, so that this one shows no state before it. */
export const isStored = (decision: Decision, timeline: Timeline): boolean =>
  decision.by === 'signal' && decision.t <= timeline.startedAt;

/** Whether the page asks for consent at all: a banner was seen, a choice, or a platform's signal. */
export function asksForConsent(timeline: Timeline): boolean {
  return timeline.events.some(
    (event) =>
      (event.kind === 'banner' && event.visible) ||
      event.kind === 'choice' ||
      (event.kind === 'signal' && isAsking(event)),
  );
}

/**
 * Only a consent platform asks, by an interface of its own or by that of a standard. A vendor's state
 * (Clarity, UET, Consent Mode's default, a shop's settings) is there without anybody being asked, and so
 * are the categories that Segment's events carry.
 */
const isAsking = ({ signal, note }: SignalEvent): boolean =>
  ASKING.has(signal) || (signal === 'segment' && note !== 'event');

/** Consent platforms that tell their state. */
export const CONSENT_PLATFORMS: readonly SignalName[] = [
  'klaro',
  'onetrust',
  'cookiebot',
  'didomi',
  'usercentrics',
  'vanilla-cookieconsent',
  'tarteaucitron',
];

const ASKING: ReadonlySet<SignalName> = new Set<SignalName>(['tcf', 'gpp', ...CONSENT_PLATFORMS]);

export function gpcIsOn(timeline: Timeline): boolean {
  return effectiveSignals(timeline.events).get('gpc')?.note === 'on';
}

function isDecision(event: TimelineEvent): event is Decision {
  return event.kind === 'choice' && event.choice !== 'settings';
}
