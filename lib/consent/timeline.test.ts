import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { RecorderId } from '../protocol/recorders';
import { TimelineSchema } from '../protocol/timeline';
import { event, START, timelineOf } from './testing/visit';
import { buildTimeline } from './timeline';

describe('buildTimeline', () => {
  it('puts frames and network in one order, attributed to recorders', () => {
    const top = timelineOf([event.choice(2, 'accept'), event.banner(0.5)]);
    const frame = timelineOf([event.request(3, 'https://eu.i.posthog.com/s/?ip')]);
    const network = [
      event.request(1, 'https://www.clarity.ms/tag/abc', { via: 'network', method: 'GET' }),
    ];
    const timeline = buildTimeline([top, frame], network);
    expect(timeline.events.map(({ kind }) => kind)).toEqual([
      'banner',
      'request',
      'choice',
      'request',
    ]);
    expect(timeline.events[1]).toMatchObject({ recorder: 'clarity', purpose: 'asset' });
    expect(timeline.events[3]).toMatchObject({ recorder: 'posthog', purpose: 'ingest' });
    expect(v.is(TimelineSchema, timeline)).toBe(true);
  });

  it('takes a path that many share for a recorder’s only where that recorder shows itself', () => {
    const sent = event.request(1, 'https://first.party.test/s/?compression');
    const purposeOf = (timeline: ReturnType<typeof buildTimeline>) =>
      timeline.events.find(({ kind }) => kind === 'request');
    expect(purposeOf(buildTimeline([timelineOf([sent])]))).toMatchObject({ recorder: null });
    expect(purposeOf(buildTimeline([timelineOf([sent])], [], ['posthog']))).toMatchObject({
      recorder: 'posthog',
      purpose: 'ingest',
    });
    const shown = timelineOf([sent, event.recorder(2, 'loaded')]);
    expect(purposeOf(buildTimeline([shown]))).toMatchObject({ recorder: 'posthog' });
  });

  it('does not take the rrweb that a recorder carries into a frame for a second recorder', () => {
    const top = timelineOf([event.recorder(1, 'started')]);
    const frame = timelineOf([{ ...event.recorder(2, 'started'), recorder: 'rrweb' }]);
    const recorders = (known: RecorderId[]) =>
      buildTimeline([top, frame], [], known).events.map((each) =>
        'recorder' in each ? each.recorder : null,
      );
    expect(recorders(['posthog'])).toEqual(['posthog']);
    expect(recorders(['posthog', 'rrweb'])).toEqual(['posthog', 'rrweb']);
  });

  it('was watched from the start only where every frame was', () => {
    const late = timelineOf([], { fromStart: false });
    expect(buildTimeline([timelineOf([]), timelineOf([])]).fromStart).toBe(true);
    expect(buildTimeline([timelineOf([]), late]).fromStart).toBe(false);
    expect(buildTimeline([timelineOf([]), null]).fromStart).toBe(false);
    expect(buildTimeline([]).fromStart).toBe(false);
  });

  it('leaves out what the network log tells of the page before', () => {
    const before = event.request(-5, 'https://a.test/', { via: 'network' });
    expect(buildTimeline([timelineOf([])], [before]).events).toEqual([]);
  });

  it('begins with the first request where no probe answered', () => {
    const timeline = buildTimeline([], [event.request(4, 'https://a.test/', { via: 'network' })]);
    expect(timeline).toMatchObject({ startedAt: START + 4_000, fromStart: false });
    expect(buildTimeline([]).events).toEqual([]);
  });

  it('adds a decision that only a signal tells of', () => {
    const asked = event.signal(0.2, 'klaro', { posthog: 'unset' }, 'asking');
    const saved = event.signal(3, 'klaro', { posthog: 'denied' }, 'saved');
    const { events } = buildTimeline([timelineOf([asked, saved])]);
    expect(events.filter(({ kind }) => kind === 'choice')).toEqual([
      {
        kind: 'choice',
        t: START + 3_000,
        choice: 'reject',
        by: 'signal',
        trusted: false,
        selector: '',
      },
    ]);
  });

  it('dates a stored decision to the beginning', () => {
    const stored = event.signal(0.3, 'tcf', { 'purpose 1': 'granted' }, 'tcloaded');
    const { events } = buildTimeline([timelineOf([stored])]);
    expect(events[0]).toMatchObject({ kind: 'choice', t: START, choice: 'accept', by: 'signal' });
  });

  it('counts a click and the signals that follow it as one decision', () => {
    const timeline = timelineOf([
      event.choice(3, 'accept'),
      event.signal(3.01, 'klaro', { posthog: 'granted' }, 'saved'),
      event.signal(3.4, 'tcf', { 'purpose 1': 'granted' }, 'useractioncomplete'),
    ]);
    const choices = buildTimeline([timeline]).events.filter(({ kind }) => kind === 'choice');
    expect(choices).toEqual([event.choice(3, 'accept')]);
  });

  it('fills in what "Save selection" meant, and keeps a signal that contradicts a click', () => {
    const denied = event.signal(3.1, 'klaro', { posthog: 'denied' }, 'saved');
    const choicesAfter = (choice: 'unknown' | 'accept') =>
      buildTimeline([timelineOf([event.choice(3, choice), denied])])
        .events.filter((one) => one.kind === 'choice')
        .map((one) => one.choice);
    expect(choicesAfter('unknown')).toEqual(['reject']);
    expect(choicesAfter('accept')).toEqual(['accept', 'reject']);
  });

  it('stays within its limit, keeps what matters, and says what it dropped', () => {
    const flood = Array.from({ length: 4_999 }, (_, i) =>
      event.request(i / 1_000, `https://other.test/${i}`),
    );
    const frames = [
      timelineOf([...flood, event.ingest(6)], { dropped: 2 }),
      timelineOf([
        ...flood.map((one) => ({ ...one, url: `${one.url}b` })),
        event.choice(7, 'reject'),
      ]),
    ];
    const timeline = buildTimeline(frames);
    expect(timeline.events).toHaveLength(5_000);
    expect(timeline.dropped).toBe(2 + 5_000);
    expect(timeline.events.slice(-2).map(({ kind }) => kind)).toEqual(['request', 'choice']);
  });
});
