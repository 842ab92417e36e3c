import type { HeatSettings } from '../../protocol/heat';
import type { OverlayComparison } from '../../protocol/heat-comparison';
import type { ComparisonLayer, createComparisonLayer } from './comparison-layer';
import type { Told } from './element-reporter';

type CreateLayer = typeof createComparisonLayer;

/**
 * The layer of a second map, whose script comes with the first comparison of a document. Until then
 * nothing is compared, and what was told meanwhile is told to it when it is there.
 *
 * @param get - the maker of the layer; null: it was asked for, and `onReady` will be called
 */
export function comparisonOnDemand(
  get: (onReady: () => void) => CreateLayer | null,
  create: (make: CreateLayer) => ComparisonLayer,
  onChange: () => void,
): Omit<ComparisonLayer, 'stage'> & { readonly stage: HTMLElement | null } {
  let layer: ComparisonLayer | null = null;
  let shown: readonly [HeatSettings, OverlayComparison | null] | null = null;
  let told: Told | null = null;
  let isOver = false;

  function open(): void {
    if (layer !== null || shown === null || shown[1] === null || isOver) return;
    const make = get(() => {
      open();
      onChange();
    });
    if (make === null) return;
    layer = create(make);
    layer.show(...shown);
    layer.onTold(told);
  }

  return {
    get stage() {
      return layer?.stage ?? null;
    },
    get idle() {
      return layer?.idle ?? (shown?.[1] ?? null) === null;
    },
    show(settings, comparison) {
      shown = [settings, comparison];
      if (layer === null) open();
      else layer.show(settings, comparison);
    },
    onTold(next) {
      told = next;
      layer?.onTold(next);
    },
    onLayout: () => layer?.onLayout(),
    want: (top, bottom) => layer?.want(top, bottom),
    lookOfA: (settings, a) => layer?.lookOfA(settings, a) ?? settings,
    paint: (view, below) => layer?.paint(view, below),
    hideMarks: (hidden) => layer?.hideMarks(hidden),
    destroy() {
      isOver = true;
      layer?.destroy();
    },
  };
}
