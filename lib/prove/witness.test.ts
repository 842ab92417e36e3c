import { describe, expect, it } from 'vitest';
import { planCanaries } from '../wire/canaries';
import { mergeReports } from './merge';
import { openWitness, type Sent } from './witness';

const plan = planCanaries('1f'.repeat(16), [
  { key: '0 field #mail', pii: 'email', type: 'email', maxLength: 0 },
  { key: '0 field #name', pii: 'name.full', type: 'text', maxLength: 0 },
]);
const valueFor = (key: string) => plan.canaries.find(({ field }) => field === key)?.value ?? '';
const MAIL = valueFor('0 field #mail');
const PLANTED_AT = 1_000;

const open = () =>
  openWitness({
    ...plan,
    known: ['posthog', 'clarity', 'sentry'],
    ownHosts: ['shop.test'],
    plantedAt: PLANTED_AT,
  });
const sent = (part: Partial<Sent>): Sent => ({
  tap: 'page',
  time: 2_000,
  url: 'https://shop.test/e/?ip=1',
  ...part,
});

describe('a witness', () => {
  it('says who got a canary, in which request, seen by which tap, and holds no value', () => {
    const witness = open();
    witness.read(sent({ url: `https://ads.test/px?em=${MAIL}&u=1`, tap: 'resource' }));
    witness.read(sent({ url: 'https://shop.test/s/?ver=1', body: `{"t":"${MAIL}"}` }));
    witness.read(sent({ url: 'https://shop.test/s/?ver=1', body: MAIL, time: 3_000 }));
    const report = witness.report();
    expect(report.hits).toMatchObject([
      { key: '0 field #mail', receiver: 'ads.test', place: 'url', tap: 'resource', recorder: null },
      {
        receiver: 'shop.test',
        place: 'body',
        recorder: 'posthog',
        purpose: 'ingest',
        count: 2,
        time: 2_000,
      },
    ]);
    expect(report.recordings).toEqual([{ recorder: 'posthog', requests: 2, last: 3_000 }]);
    expect(report.requests).toEqual([
      { tap: 'resource', before: 0, after: 1 },
      { tap: 'page', before: 0, after: 2 },
    ]);
    expect(JSON.stringify(report)).not.toContain(MAIL.slice(0, 8));
  });

  it('is void where a canary was there before it was planted, or a sham is found', () => {
    const early = open();
    early.read(sent({ time: PLANTED_AT - 1, body: MAIL }));
    expect(early.report()).toMatchObject({ void: 'absence', hits: [] });
    const sham = open();
    sham.read(sent({ body: plan.shams[0]?.value ?? '' }));
    expect(sham.report().void).toBe('sham');
    expect(mergeReports([early.report(), sham.report()]).void).toBe('sham');
  });

  it('counts what nobody could read after the planting, and not before', () => {
    const witness = open();
    witness.read(sent({ time: 1, unseen: 500 }));
    witness.read(sent({ unseen: 200 }));
    witness.read(sent({ unseen: 30 }));
    expect(witness.report().opaque).toEqual([
      { receiver: 'shop.test', recorder: 'posthog', tap: 'page', kind: 'unseen', bytes: 230 },
    ]);
  });

  it('takes an address that others use too for a recorder’s on the page’s own host alone', () => {
    const witness = open();
    witness.read(
      sent({ url: `https://www.google-analytics.com/g/collect?v=2&n=${MAIL}`, body: 'x' }),
    );
    witness.read(sent({ url: 'https://shop.test/collect', body: MAIL }));
    const { hits, recordings } = witness.report();
    expect(hits.map(({ receiver, recorder }) => [receiver, recorder])).toEqual([
      ['www.google-analytics.com', null],
      ['shop.test', 'clarity'],
    ]);
    expect(recordings).toMatchObject([{ recorder: 'clarity', requests: 1 }]);
  });

  it('takes no empty, unread or other request for a recording', () => {
    const witness = open();
    witness.read(sent({ url: 'https://us.i.posthog.com/s/', body: null }));
    witness.read(sent({ url: 'https://us.i.posthog.com/s/', body: 'x', unseen: 5 }));
    const sentry = 'https://o1.ingest.sentry.io/api/1/envelope/';
    witness.read(sent({ url: sentry, body: '{}\n{"type":"event"}\n{}' }));
    expect(witness.report().recordings).toEqual([]);
    witness.read(sent({ url: sentry, body: '{}\n{"type":"replay_recording"}\n{}' }));
    expect(witness.report().recordings).toMatchObject([{ recorder: 'sentry', requests: 1 }]);
  });

  it('knows a recorder by an address of any length', () => {
    const witness = open();
    witness.read(sent({ url: `https://us.i.posthog.com/s/?q=${'a'.repeat(9_000)}${MAIL}` }));
    expect(witness.report().hits).toMatchObject([{ recorder: 'posthog' }]);
  });

  it('takes two taps that saw the same recordings for one', () => {
    const [page, devtools] = (['page', 'devtools'] as const).map((tap) => {
      const witness = open();
      witness.read(sent({ tap, url: 'https://shop.test/s/', body: MAIL }));
      return witness.report();
    });
    if (!page || !devtools) throw new Error('Two reports were made.');
    const both = mergeReports([page, devtools]);
    expect(both.recordings).toEqual([{ recorder: 'posthog', requests: 1, last: 2_000 }]);
    expect(both.hits.map(({ tap }) => tap)).toEqual(['page', 'devtools']);
    expect(both.shams).toBe(2);
  });
});
