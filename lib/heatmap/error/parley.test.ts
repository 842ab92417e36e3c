import { describe, expect, test } from 'vitest';
import { parleyHeatPlan } from '../../../test/sites/parley/heat-plan';
import { generateEvents, X_STEPS, Y_STEP } from '../../../test/sites/posthog-double/events';
import { truthOf } from '../../../test/sites/posthog-double/truth';
import { atOnce } from '../../core/steps';
import { anonymise } from '../anonymity';
import { type Cells, toCells } from '../cells';
import { rankSteps } from '../elements';
import { errorOf } from '../testing/at-once';

/** The demo site's clicks, of which is known how many each element got. */
const plan = { ...parleyHeatPlan('https://parley.test'), events: 300_000, visitors: 20_000 };
const table = generateEvents(plan);
const truth = truthOf(plan);

/** As the demo site's back end gives them: a hundred columns, and rows of 16 px. */
function cellsOf(group: number): Cells {
  const width = truth.groups[group]?.width ?? 0;
  const cells = new Map<string, { count: number; people: Set<number> }>();
  for (let i = 0; i < table.length; i++) {
    if (table.group[i] !== group) continue;
    const key = `${table.x[i]} ${table.y[i]} ${table.fixed[i]}`;
    const cell = cells.get(key) ?? { count: 0, people: new Set<number>() };
    cell.count++;
    cell.people.add(table.visitor[i] ?? 0);
    cells.set(key, cell);
  }
  return toCells(
    [...cells].map(([key, { count, people }]) => {
      const [x = 0, y = 0, fixed] = key.split(' ').map(Number);
      return {
        x: (x * width) / X_STEPS,
        y: y * Y_STEP,
        size: Y_STEP,
        ...{ count, people: people.size, fixed: fixed === 1 },
      };
    }),
  );
}

describe('on pages of known clicks', () => {
  const largest = [...truth.groups.keys()]
    .sort((a, b) => (truth.groups[b]?.events ?? 0) - (truth.groups[a]?.events ?? 0))
    .slice(0, 4);

  test.each(largest)(
    'what elements are off by is no more than the error that is told (%i)',
    (g) => {
      const group = truth.groups[g];
      const clusters = group?.clusters.filter(({ kind }) => kind === 'box') ?? [];
      const { cells, dropped } = anonymise(cellsOf(g), 11);
      const error = errorOf({
        cells,
        gridErrorX: (group?.width ?? 0) / X_STEPS / 2,
        gridErrorY: Y_STEP / 2,
        dropped,
        ...{ misplaced: null, unit: 'people', isPart: false, sessions: null },
      });
      const boxes = clusters.map(({ box, fixed }, ref) => ({
        ...{ ref, label: '', role: 'link', fixed },
        box: [...box] as [number, number, number, number],
      }));
      const ranked = atOnce(rankSteps(cells, boxes, 1));
      const off = clusters.map(({ events }, ref) => {
        const told = ranked.elements.find((one) => one.ref === ref)?.share ?? 0;
        return Math.abs(told - events / (group?.events ?? 1));
      });
      expect(off.reduce((sum, part) => sum + part, 0) / 2).toBeLessThanOrEqual(error.total ?? 0);
    },
  );
});
