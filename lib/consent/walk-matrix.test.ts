import { describe, expect, it } from 'vitest';
import type { RecorderState } from '../protocol/recorders';
import { detected, event } from './testing/visit';
import { notWalked, scenario, step, walkOf } from './testing/walk';
import { matrixOf } from './walk-matrix';

const accepted = scenario('accept', [step('before'), step('after', [event.ingest(1)])]);
const marks = (...walk: Parameters<typeof walkOf>) =>
  matrixOf(walkOf(...walk)).cells.map((row) => row.map((cell) => cell?.mark ?? null));

describe('matrixOf', () => {
  it('has paths across and steps down', () => {
    const { rows, columns, cells } = matrixOf(
      walkOf([scenario('untouched', [step('before'), step('warm')]), accepted]),
    );
    expect(rows).toEqual(['before', 'warm', 'after']);
    expect(columns).toEqual(['untouched', 'accept']);
    expect(cells[2]?.[0]).toBeNull();
    expect(cells[2]?.[1]).toMatchObject({ step: 'after', scenario: 'accept', runs: 1 });
  });

  it('tells what a recorder did, how often, and when', () => {
    const walk = walkOf([
      scenario('reject', [step('after', [event.ingest(1.2), event.ingest(4)])]),
      accepted,
    ]);
    const [cell] = matrixOf(walk).cells.at(-1) ?? [];
    expect(cell?.recorders).toEqual([
      { recorder: 'posthog', did: 'ingest', ingests: 2, first: 1_200, mark: 'fail' },
    ]);
    expect(cell?.mark).toBe('fail');
  });

  it('takes silence for good only where the recorder would have been seen', () => {
    const silent = scenario('reject', [step('after')]);
    expect(marks([silent, accepted]).at(-1)).toEqual(['ok', 'ok']);
    expect(marks([silent], { recorders: ['posthog'] })).toEqual([['unknown']]);
    const sampled: RecorderState = {
      ...detected('posthog'),
      sampleRate: 0.5,
    };
    expect(marks([silent, accepted], { recorders: [sampled] }).at(-1)?.[0]).toBe('unknown');
    const five = [0, 1, 2, 3, 4].map((repeat) => ({ ...silent, repeat }));
    expect(marks([...five, accepted], { recorders: [sampled] }).at(-1)?.[0]).toBe('ok');
    const late = scenario('reject', [step('after', [], { timeline: { fromStart: false } })]);
    expect(marks([late, accepted]).at(-1)?.[0]).toBe('unknown');
  });

  it('gives a recorder time to stop after a withdrawal, and shows what it did until then', () => {
    const withdrawn = (s: number, more: Parameters<typeof step>[2] = {}) => {
      const walk = walkOf([
        scenario('withdraw', [
          step('before'),
          step('after', [event.ingest(1)]),
          step('withdrawn', [event.ingest(s)], more),
        ]),
      ]);
      return matrixOf(walk).cells.at(-1)?.[0];
    };
    expect(withdrawn(4.9)).toMatchObject({
      recorders: [{ did: 'ingest', ingests: 1, first: 4_900, mark: 'ok' }],
      mark: 'ok',
    });
    expect(withdrawn(5.1)).toMatchObject({ recorders: [{ mark: 'fail' }], mark: 'fail' });
    const short = { endedAt: step('withdrawn').startedAt + 5_000 };
    expect(withdrawn(2, short)?.recorders[0]?.mark).toBe('unknown');
  });

  it('shows a path that was not walked as such', () => {
    expect(marks([notWalked('reject', 'no-control'), accepted]).at(-1)).toEqual([
      'not-walked',
      'ok',
    ]);
  });
});
