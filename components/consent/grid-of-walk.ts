import { type MatrixCell, matrixOf, type WalkMatrix } from '../../lib/consent/walk-matrix';
import { type Obstacle, type ScenarioId, STEP_IDS } from '../../lib/protocol/walk/scenarios';
import type { Walk } from '../../lib/protocol/walk/walk';
import type { Place } from './CellGrid';
import type { WalkRun } from './props';

/**
 * The matrix of a walk that still goes on: paths that are ahead have their columns already, so that
 * nothing moves while it fills.
 */
export function matrixSoFar(walk: Walk | null, { paths, steps }: WalkRun): WalkMatrix {
  const known = walk === null ? null : matrixOf(walk);
  const usual: readonly string[] = ['before', 'after', 'reload', 'second-page'];
  const rows = STEP_IDS.filter(
    (id) => usual.includes(id) || known?.rows.includes(id) || steps.some((step) => step.id === id),
  );
  const columns = paths.map(({ id }) => id);
  return {
    rows,
    columns,
    cells: rows.map((step) =>
      columns.map((scenario) => {
        const row = known?.rows.indexOf(step) ?? -1;
        const column = known?.columns.indexOf(scenario) ?? -1;
        return known?.cells[row]?.[column] ?? null;
      }),
    ),
  };
}

export const cellAt = (matrix: WalkMatrix, { row, column }: Place): MatrixCell | null =>
  matrix.cells[row]?.[column] ?? null;

export const obstacleOf = (walk: Walk | null, id: ScenarioId): Obstacle | null =>
  walk?.scenarios.find((scenario) => scenario.id === id)?.obstacle ?? null;

/** The first cell that fails, else the first that there is: where somebody looks first. */
export function firstPlace(matrix: WalkMatrix): Place | null {
  const places = matrix.cells.flatMap((cells, row) =>
    cells.map((cell, column) => ({ row, column, cell })),
  );
  const place =
    places.find(({ cell }) => cell?.mark === 'fail') ?? places.find(({ cell }) => cell !== null);
  return place === undefined ? null : { row: place.row, column: place.column };
}
