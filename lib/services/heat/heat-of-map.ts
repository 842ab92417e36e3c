import type { SourceHeat } from '../../sources/contract';
import type { HeatOfPage } from '../../sources/file';
import type { StoredMap } from './ports';

/** A map that was prepared to be shown, as a heat file can hold it. */
export function heatOfMap(map: StoredMap): HeatOfPage {
  const { provenance, map: kind } = map.summary;
  const { page, from, to, viewportWidth, band, filters } = provenance;
  return { page, map: kind, from, to, viewportWidth, band, filters, heat: formOf(map) };
}

function formOf({ summary, cells, anchored }: StoredMap): SourceHeat {
  const { provenance, bands } = summary;
  const { viewportWidth, unit, truncated, anonymisedAt, unusable = 0, remarks } = provenance;
  const common = { viewportWidth, unit, truncated, anonymisedAt, unusable, remarks };
  if (bands !== null) return { ...common, form: 'bands', bands };
  if (anchored !== null) {
    const { x, y } = anchored.cells;
    const isMiddle = x.every((at) => at === 0.5) && y.every((at) => at === 0.5);
    // How fine places within an element are is not kept with a map: as fine as a file's usual step.
    return { ...common, form: 'anchored', ...anchored, gridError: isMiddle ? 0.5 : 0.05 };
  }
  const { gridErrorX, gridErrorY } = provenance;
  return {
    ...common,
    form: 'cells',
    cells,
    gridErrorX: gridErrorX ?? 0,
    gridErrorY: gridErrorY ?? 0,
  };
}
