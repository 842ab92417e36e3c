import type { RecorderId, RecorderState } from '../../protocol/recorders';
import type { RequestEvent, Timeline, TimelineEvent } from '../../protocol/timeline';
import type { ConsentEvidence } from '../contract';

/** The moment at which every visit of the tests begins. */
export const START = 1_790_000_000_000;

type Of<K extends TimelineEvent['kind']> = Extract<TimelineEvent, { kind: K }>;

/** Events at `s` seconds after the start. */
export const event = {
  request: (s: number, url: string, more: Partial<RequestEvent> = {}): RequestEvent => ({
    kind: 'request',
    t: START + s * 1_000,
    method: 'POST',
    url,
    via: 'fetch',
    recorder: null,
    purpose: 'other',
    bytes: null,
    ...more,
  }),
  ingest: (s: number, recorder: RecorderId = 'posthog'): RequestEvent =>
    event.request(s, 'https://eu.i.posthog.com/s/', { recorder, purpose: 'ingest' }),
  storage: (s: number, name: string, more: Partial<Of<'storage'>> = {}): Of<'storage'> => ({
    kind: 'storage',
    t: START + s * 1_000,
    area: 'localStorage',
    name,
    action: 'set',
    recorder: 'posthog',
    ...more,
  }),
  recorder: (s: number, what: Of<'recorder'>['what']): Of<'recorder'> => ({
    kind: 'recorder',
    t: START + s * 1_000,
    recorder: 'posthog',
    what,
  }),
  choice: (
    s: number,
    choice: Of<'choice'>['choice'],
    more: Partial<Of<'choice'>> = {},
  ): Of<'choice'> => ({
    kind: 'choice',
    t: START + s * 1_000,
    choice,
    by: 'click',
    trusted: true,
    selector: 'button.accept',
    ...more,
  }),
  signal: (
    s: number,
    signal: Of<'signal'>['signal'],
    states: Of<'signal'>['states'],
    note = '',
  ): Of<'signal'> => ({ kind: 'signal', t: START + s * 1_000, signal, states, note }),
  call: (
    s: number,
    what: Of<'call'>['what'],
    detail: string,
    more: Partial<Of<'call'>> = {},
  ): Of<'call'> => ({
    kind: 'call',
    t: START + s * 1_000,
    what,
    recorder: null,
    detail,
    by: 'analytics',
    ...more,
  }),
  banner: (s: number, more: Partial<Of<'banner'>> = {}): Of<'banner'> => ({
    kind: 'banner',
    t: START + s * 1_000,
    visible: true,
    cmp: 'klaro',
    namesRecording: false,
    lang: 'en',
    allPurposesRead: true,
    ...more,
  }),
} as const;

/** A visit that was watched from its first moment, with nothing dropped. */
export const timelineOf = (
  events: readonly TimelineEvent[],
  more: Partial<Timeline> = {},
): Timeline => ({
  startedAt: START,
  fromStart: true,
  events: [...events],
  dropped: 0,
  ...more,
});

/** The same as evidence, read a minute after the start. */
export const visit = (
  events: readonly TimelineEvent[],
  more: Partial<Timeline> = {},
  rest: Partial<ConsentEvidence> = {},
): ConsentEvidence => ({
  timeline: timelineOf(events, more),
  recorders: [],
  readAt: START + 60_000,
  ...rest,
});

export const detected = (id: RecorderId): RecorderState => ({
  id,
  detected: true,
  recording: null,
  version: null,
  optionSource: 'default',
  options: {},
});
