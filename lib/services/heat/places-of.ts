import { inTurns } from '../../core/steps';
import type { AnchoredCells } from '../../heatmap/anchored';
import { type Cells, emptyCells, selectCells } from '../../heatmap/cells';
import { edgeInBox } from '../../heatmap/privacy/box-squares';
import type { Places } from '../../heatmap/privacy/places';
import { bothTorn, type TornSquares, tornSquares } from '../../heatmap/torn-squares';
import type { Anchor, Band, Bands } from '../../protocol/heat-kinds';
import { numberOf } from './fnv';

/** Heat that k people stand behind already, in whichever form it came; its numbers are still exact. */
export type KeptHeat =
  | {
      readonly form: 'cells';
      readonly cells: Cells;
      /** Squares of which a part is left out. */
      readonly torn: TornSquares;
    }
  | {
      readonly form: 'anchored';
      readonly anchors: readonly Anchor[];
      readonly cells: AnchoredCells;
    }
  | { readonly form: 'bands'; readonly bands: Bands };

/**
 * Heat of every form as squares, so that one guard knows them all. A place in an element's box is the
 * square that it is the middle of, or a small one in that box; a band is a square as high as it, always at the same place across.
 */
export function placesOf(heat: KeptHeat): Places {
  if (heat.form === 'cells') return { cells: heat.cells, anchors: null };
  if (heat.form === 'bands') return { cells: bandCells(heat.bands.bands), anchors: null };
  const numbers = heat.anchors.map(nameOf);
  const { length, anchor, x, y, count, people } = heat.cells;
  const size = x.map((at, row) => edgeInBox(at, y[row] ?? 0) ?? IN_BOX);
  const cells: Cells = { ...emptyCells(length), x, y, size, count, people };
  return { cells, anchors: Float64Array.from(anchor, (i) => numbers[i] ?? 0) };
}

/** The heat without what is hidden (1, by place). */
export async function withoutPlaces(heat: KeptHeat, hidden: Uint8Array): Promise<KeptHeat> {
  const isKept = (row: number): boolean => hidden[row] !== 1;
  if (heat.form === 'cells') {
    const gone = await inTurns(tornSquares(heat.cells, (row) => !isKept(row)));
    const torn = bothTorn(heat.torn, gone);
    return { ...heat, cells: selectCells(heat.cells, isKept), torn };
  }
  if (heat.form === 'bands') {
    const bands = heat.bands.bands.filter((_, row) => isKept(row));
    return { ...heat, bands: { ...heat.bands, bands } };
  }
  return { ...heat, cells: selectAnchored(heat.cells, isKept) };
}

/**
 * The heat as it was shown before. Selectors are not remembered, nor edges of bands, which are the
 * source's own; a place that the new answer has no name for is left out.
 *
 * @param people - Of the whole page, then; null: it was not remembered, and those of the fullest band are
 *   told, of whom it is known that they saw it.
 * @param torn - Squares of which a part was left out then, or is now.
 */
export function heatAsBefore(
  heat: KeptHeat,
  { cells, anchors }: Places,
  people: number | null,
  torn: TornSquares,
): KeptHeat {
  if (heat.form === 'cells') return { ...heat, cells, torn };
  if (heat.form === 'bands') {
    const bands = Array.from({ length: cells.length }, (_, i) => bandAt(cells, i));
    const isReached = heat.bands.measure === 'reached';
    const seen = bands.map((band) => (isReached ? Math.max(band.value, band.people) : band.people));
    return { ...heat, bands: { ...heat.bands, bands, people: people ?? Math.max(0, ...seen) } };
  }
  const known = new Map(heat.anchors.map((anchor, i) => [nameOf(anchor), i]));
  const anchor = Uint32Array.from(anchors ?? [], (number) => known.get(number) ?? UNNAMED);
  const { length, x, y, count, people: behind } = cells;
  const all: AnchoredCells = { length, anchor, x, y, count, people: behind };
  return { ...heat, cells: selectAnchored(all, (row) => anchor[row] !== UNNAMED) };
}

/** Edge of the square that stands for any other place in a box, as a share of the box. */
const IN_BOX = 0.01;

const UNNAMED = 0xffff_ffff;

function bandCells(bands: readonly Band[]): Cells {
  const cells = emptyCells(bands.length);
  bands.forEach(({ top, bottom, value, people }, i) => {
    cells.y[i] = (top + bottom) / 2;
    cells.size[i] = bottom - top;
    cells.count[i] = value;
    cells.people[i] = people;
  });
  return cells;
}

function bandAt(cells: Cells, i: number): Band {
  const half = (cells.size[i] ?? 0) / 2;
  const middle = cells.y[i] ?? 0;
  return {
    top: Math.max(0, middle - half),
    bottom: middle + half,
    value: cells.count[i] ?? 0,
    people: cells.people[i] ?? 0,
  };
}

function selectAnchored(cells: AnchoredCells, isKept: (row: number) => boolean): AnchoredCells {
  const { anchor, x, y, count, people } = cells;
  const left = anchor.filter((_, row) => isKept(row));
  return {
    length: left.length,
    anchor: left,
    x: x.filter((_, row) => isKept(row)),
    y: y.filter((_, row) => isKept(row)),
    count: count.filter((_, row) => isKept(row)),
    people: people.filter((_, row) => isKept(row)),
  };
}

const nameOf = ({ selectors }: Anchor): number => numberOf(selectors.join('\n'));
