import type { PackedCells } from '../../heatmap/packed';
import type { CreateRenderer, HeatmapRenderer, View } from '../../heatmap/renderers/contract';
import { createDensityRenderer } from '../../heatmap/renderers/density';
import type { HeatSettings, HeatStyle, MapSummary } from '../../protocol/heat';

/** Draws cells in the style that is set. */
export interface Painter {
  setLook(settings: HeatSettings, summary: MapSummary | null): void;
  paint(chunks: readonly PackedCells[], view: View): void;
  destroy(): void;
}

/**
 * Keeps one renderer, of the style in use, and makes it when there is first something to draw.
 *
 * @param classic - null: that style's script is on its way
 */
export function createPainter(stage: HTMLElement, classic: () => CreateRenderer | null): Painter {
  let settings: HeatSettings | null = null;
  let summary: MapSummary | null = null;
  let renderer: { readonly style: HeatStyle; readonly draw: HeatmapRenderer } | null = null;
  let given: readonly PackedCells[] | null = null;

  function drop(): void {
    renderer?.draw.destroy();
    renderer = null;
    given = null;
  }

  return {
    setLook(nextSettings, nextSummary) {
      settings = nextSettings;
      summary = nextSummary;
      stage.style.opacity = String(settings.opacity);
      // Without cells there is no picture at all: not even the gray palette's white.
      if (summary === null || summary.cells === 0 || renderer?.style !== settings.style) drop();
    },
    paint(chunks, view) {
      if (settings === null || summary === null || summary.cells === 0) return;
      const { style } = settings;
      const create = style === 'density' ? createDensityRenderer : classic();
      if (create === null) return;
      renderer ??= { style, draw: create(stage) };
      const { draw } = renderer;
      draw.setLook({
        palette: settings.palette,
        peak: settings.peak ?? summary.peak,
        maxCell: settings.peak ?? summary.maxCell,
      });
      if (given !== chunks) draw.setCells(chunks);
      given = chunks;
      draw.render(view);
    },
    destroy: drop,
  };
}
