import { effectiveK } from '../../heatmap/anonymity';
import { cellAt } from '../../heatmap/cells';
import { roundCount } from '../../heatmap/rounding';
import { DEFAULT_SIZE, HEAT_FORMAT, HEAT_VERSION } from './format';
import type { HeatOfPage } from './read';

/**
 * Writes a heat file in pieces, ready for `new Blob([...])`. It holds nothing that could not be
 * shown: cells of at least `k` people (never fewer than the built-in k), with counts and people
 * rounded as on the screen, people never below `k`, so that the file shows the same cells again.
 */
export function* writeHeatFile(map: HeatOfPage, k: number): Generator<string> {
  const { page, viewportWidth, from, to, heat } = map;
  const least = effectiveK(k);
  const header = {
    format: HEAT_FORMAT,
    version: HEAT_VERSION,
    page,
    map: 'click',
    viewportWidth,
    from,
    to,
  };
  yield `${JSON.stringify(header).slice(0, -1)},"cells":[`;
  let batch = '';
  let written = 0;
  for (let i = 0; i < heat.cells.length; i++) {
    const { x, y, size, count, people, fixed } = cellAt(heat.cells, i);
    if (!(people >= least)) continue;
    const cell = {
      x: shortened(x),
      y: shortened(y),
      ...(size !== DEFAULT_SIZE && { size: shortened(size) }),
      count: roundCount(count),
      [heat.unit]: Math.max(least, roundCount(people)),
      ...(fixed && { fixed }),
    };
    batch += `${written > 0 ? ',' : ''}\n${JSON.stringify(cell)}`;
    written += 1;
    if (batch.length > BATCH) {
      yield batch;
      batch = '';
    }
  }
  yield `${batch}\n]}\n`;
}

const BATCH = 65_536;

/** Positions are 32-bit floats: further digits are noise (102.4 is kept as 102.40000153). */
const shortened = (value: number): number => Math.round(value * 100) / 100;
