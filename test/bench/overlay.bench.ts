import type { Page } from 'playwright';
import { bundleForPage } from '../overlay/bundle';

export { densityErrorPct } from '../overlay/density-error';
export { takePicture } from '../overlay/screenshot';

/** Odd, so that the median is a run. */
const RUNS = 5;

/**
 * Measures the overlay's drawing against heatmap.js, simpleheat and visual-heatmap, in one run on one page
 * in Chromium. visual-heatmap draws by WebGL on a software renderer: a graphics card would be faster.
 *
 * Both get the same list of a million `{x, y}` objects in whole px. Ours reads them into columns,
 * counts clicks and people by cells of 8 px, drops cells under k, finds the peak and draws; all of
 * that is in its time. heatmap.js gets its maximum for nothing.
 */
export async function benchOverlay(page: Page): Promise<Record<string, number>> {
  await page.goto('about:blank');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.addScriptTag({ content: await bundleForPage('bench-side.ts') });
  const events = await page.evaluate((runs) => window.overlayBench.events(runs), RUNS);
  const cells = await page.evaluate((runs) => window.overlayBench.cells(runs), RUNS);
  const peers = await page.evaluate(() => window.overlayBench.peers());
  const repaints = await page.evaluate(() => window.overlayBench.repaint());
  repaints.sort((a, b) => a - b);
  const at = (share: number) => repaints[Math.floor(share * (repaints.length - 1))] ?? 0;
  return rounded({
    'overlay.speedup_vs_heatmapjs_1m': events.heatmapJs / events.ours,
    'overlay.events_1m_ms': events.ours,
    'overlay.heatmapjs_1m_ms': events.heatmapJs,
    'overlay.speedup_vs_heatmapjs_same_cells': cells.heatmapJs / cells.ours24k,
    'overlay.speedup_vs_simpleheat_1m': peers.events.simpleheat / events.ours,
    'overlay.speedup_vs_visual_heatmap_1m': peers.events.visualHeatmap / events.ours,
    'overlay.speedup_vs_simpleheat_same_cells': peers.cells.simpleheat / peers.ours,
    'overlay.speedup_vs_visual_heatmap_same_cells': peers.cells.visualHeatmap / peers.ours,
    'overlay.viewport_of_6000px_ms': cells.ours6k,
    'overlay.viewport_of_24000px_ms': cells.ours24k,
    'overlay.heatmapjs_same_cells_ms': cells.heatmapJs,
    'overlay.repaint_p50_ms': at(0.5),
    'overlay.repaint_p95_ms': at(0.95),
  });
}

function rounded(figures: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(value * 100) / 100]),
  );
}
