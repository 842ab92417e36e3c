import { emptyCells } from '../../heatmap/cells';
import { findPeak } from '../../heatmap/density/peak';
import { STRIDE } from '../../heatmap/packed';

/** The highest density of any one of several sets of packed cells. Gives way every few milliseconds. */
export async function peakOf(sets: readonly Float32Array[], signal: AbortSignal): Promise<number> {
  let peak = 0;
  for (const data of sets) {
    const cells = emptyCells(data.length / STRIDE);
    for (let i = 0; i < cells.length; i++) {
      cells.x[i] = data[i * STRIDE] ?? 0;
      cells.y[i] = data[i * STRIDE + 1] ?? 0;
      cells.count[i] = data[i * STRIDE + 3] ?? 0;
    }
    peak = Math.max(peak, await findPeak(cells, { signal }));
  }
  return peak;
}
