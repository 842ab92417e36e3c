import { expect, it } from 'vitest';
import type { AutopsyReport } from '../../../lib/wire/autopsy/report-schema';
import { layOutSightings } from './sightings-layout';

type Row = AutopsyReport['timeline'][number];
const row = (pii: Row['class'], time: string | null, count = 1): Row => ({
  ...{ class: pii, time, last: time, count, channel: 'text', where: 'p' },
  ...{ recording: 'a', file: 'a.json' },
});

it('gives each class a lane, the most seen first, from the first moment to the last', () => {
  const { lanes, between } = layOutSightings([
    row('phone', '2026-11-01T00:00:00.000Z'),
    row('email', '2026-11-01T12:00:00.000Z', 5),
    row('email', '2026-11-02T00:00:00.000Z', 2),
  ]);
  expect(between).toEqual([Date.UTC(2026, 10, 1), Date.UTC(2026, 10, 2)]);
  expect(lanes.map((lane) => [lane.class, lane.sightings])).toEqual([
    ['email', 7],
    ['phone', 1],
  ]);
  expect(lanes[0]?.marks.map(({ at }) => Math.round(at))).toEqual([50, 100]);
  expect(lanes[0]?.marks[0]?.strength).toBe(1);
});

it('puts what happens at almost the same time into one mark', () => {
  const rows = Array.from({ length: 5_000 }, (_, i) =>
    row('email', new Date(Date.UTC(2026, 10, 1) + i).toISOString()),
  );
  const [lane] = layOutSightings([...rows, row('email', '2026-12-01T00:00:00.000Z')]).lanes;
  expect(lane?.marks.map(({ count }) => count)).toEqual([5_000, 1]);
});

it('counts what has no time, and says that no time is known', () => {
  const { lanes, between } = layOutSightings([row('email', null, 3)]);
  expect(between).toBeNull();
  expect(lanes).toEqual([{ class: 'email', sightings: 3, marks: [] }]);
});

it('takes a single moment as one', () => {
  const { lanes, between } = layOutSightings([row('email', '2026-11-01T00:00:00.000Z')]);
  expect(between?.[0]).toBe(between?.[1]);
  expect(lanes[0]?.marks).toHaveLength(1);
});
