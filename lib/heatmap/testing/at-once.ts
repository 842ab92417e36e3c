import { atOnce } from '../../core/steps';
import type { Cells } from '../cells';
import { errorSteps, type MapFacts } from '../error/map-error';
import { type PackedCells, packSteps } from '../packed';
import { sortSteps } from '../sort-cells';

/** What the product does in steps, done at once: a test has nobody to give a turn to. */
export const sortCells = (cells: Cells): Cells => atOnce(sortSteps(cells));

export const packCells = (sorted: Cells, from: number, to: number): PackedCells =>
  atOnce(packSteps(sorted, from, to));

export const errorOf = (facts: MapFacts) => atOnce(errorSteps(facts));
