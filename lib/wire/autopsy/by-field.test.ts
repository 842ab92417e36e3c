import { expect, it } from 'vitest';
import { byField } from './by-field';
import type { AutopsyReport } from './report-schema';

type Row = AutopsyReport['timeline'][number];

const row = (part: Partial<Row>): Row => ({
  ...{ time: null, last: null, count: 1, class: 'email', channel: 'text', where: 'p' },
  ...{ recording: 'a', file: 'a.json' },
  ...part,
});

it('tells of a field once, with all its recordings and the span of its time', () => {
  const timeline = [
    row({ time: '2026-11-02T00:00:00.000Z', last: '2026-11-03T00:00:00.000Z', count: 3 }),
    row({ recording: 'b', time: '2026-11-01T00:00:00.000Z', last: '2026-11-01T00:00:00.000Z' }),
    row({ recording: 'b', class: 'phone' }),
    row({ recording: 'c' }),
  ];
  expect(byField({ timeline })).toEqual([
    {
      ...{ id: 'email\ntext\np', class: 'email', channel: 'text', where: 'p' },
      ...{ sightings: 5, recordings: 3 },
      ...{ first: '2026-11-01T00:00:00.000Z', last: '2026-11-03T00:00:00.000Z' },
    },
    {
      ...{ id: 'phone\ntext\np', class: 'phone', channel: 'text', where: 'p' },
      ...{ sightings: 1, recordings: 1, first: null, last: null },
    },
  ]);
});

it('takes recordings of the same name in two files for two', () => {
  const timeline = [row({ file: 'a.json' }), row({ file: 'b.json' })];
  expect(byField({ timeline })[0]?.recordings).toBe(2);
});
