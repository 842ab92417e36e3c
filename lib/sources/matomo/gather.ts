import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import { emptyAnchoredCells } from '../../heatmap/anchored';
import { mergeClicks, UNITS } from '../../heatmap/merge-clicks';
import type { Anchor } from '../../protocol/heat-kinds';
import type { AnchoredHeat } from '../contract';
import { nextTurn } from '../turns';
import { toAnchor } from './selectors';
import { toWhole } from './whole';

/** Matomo gives places as 2000ths of the element's width and height. */
const EXTENT = 2000;
/** Elements of one page that anybody clicks; selectors may be 1000 characters long. */
const MOST_ANCHORS = 20_000;

/** Numbers come as numbers or as texts, whichever way Matomo's database gives them. */
const Figure = v.nullable(v.union([v.number(), v.string()]));
const RowsSchema = v.array(
  v.object({
    selector: v.nullable(v.string()),
    offset_x: Figure,
    offset_y: Figure,
    value: Figure,
  }),
);

/** Clicks or moves by element, while rows of several answers arrive. */
export interface Gathered {
  add(rows: readonly unknown[], first: number): void;
  /** True: an element more than can be kept was left out. */
  readonly isFull: boolean;
  finish(k: number): Promise<Pick<AnchoredHeat, 'anchors' | 'cells' | 'gridError' | 'unusable'>>;
}

interface Element {
  readonly anchor: Anchor;
  /** Count by place: `x * 2001 + y`. */
  readonly counts: Map<number, number>;
}

/**
 * Adds up rows of Matomo's click and move heatmaps by element and place. A row whose selector or
 * numbers cannot be used is left out and counted; a row of another form refuses the whole answer
 * (`source.badShape`), since it then means something else than we think.
 */
export function createGathered(host: string): Gathered {
  const elements = new Map<string, Element>();
  let unusable = 0;
  let isFull = false;

  const elementOf = (selector: string): Element | null => {
    const known = elements.get(selector);
    if (known !== undefined) return known;
    const anchor = toAnchor(selector);
    if (anchor === null) return null;
    if (elements.size >= MOST_ANCHORS) {
      isFull = true;
      return null;
    }
    const element: Element = { anchor, counts: new Map() };
    elements.set(selector, element);
    return element;
  };

  return {
    get isFull() {
      return isFull;
    },
    add(rows, first) {
      const parsed = v.safeParse(RowsSchema, rows, { abortEarly: true });
      if (!parsed.success) {
        const [index, field] = (v.getDotPath(parsed.issues[0]) ?? '0').split('.');
        const place = String(first + Number(index));
        throw new HushmapError('source.badShape', [host, field ? `${place}.${field}` : place]);
      }
      for (const { selector, offset_x, offset_y, value } of parsed.output) {
        const x = toWhole(offset_x, EXTENT);
        const y = toWhole(offset_y, EXTENT);
        const count = toWhole(value);
        if (count === 0) continue;
        if (selector === null || x === null || y === null || count === null) {
          unusable += 1;
          continue;
        }
        const element = elementOf(selector);
        if (element === null) {
          unusable += 1;
          continue;
        }
        const place = x * (EXTENT + 1) + y;
        element.counts.set(place, (element.counts.get(place) ?? 0) + count);
      }
    },
    async finish(k) {
      const list = [...elements.values()];
      if (unusable > 0 && list.length === 0) throw new HushmapError('source.badShape', [host, '0']);
      const { joined, gridError } = await join(list, k);
      const cells = emptyAnchoredCells(joined.length);
      joined.forEach((cell, i) => {
        cells.anchor[i] = cell.anchor;
        cells.x[i] = cell.x / UNITS;
        cells.y[i] = cell.y / UNITS;
        cells.count[i] = cell.count;
        // All that Matomo knows: k counts clicks here, and the unit says so.
        cells.people[i] = cell.count;
      });
      return { anchors: list.map(({ anchor }) => anchor), cells, gridError, unusable };
    },
  };
}

async function join(elements: readonly Element[], k: number) {
  const joined: { anchor: number; x: number; y: number; count: number }[] = [];
  let coarsest = 1;
  let sinceTurn = 0;
  for (const [anchor, { counts }] of elements.entries()) {
    const clicks = [...counts].map(([place, count]) => ({
      x: unitOf(Math.floor(place / (EXTENT + 1))),
      y: unitOf(place % (EXTENT + 1)),
      count,
    }));
    for (const { x, y, count, size } of mergeClicks(clicks, k)) {
      joined.push({ anchor, x, y, count });
      if (count >= k) coarsest = Math.max(coarsest, size);
    }
    sinceTurn += clicks.length;
    if (sinceTurn > CLICKS_PER_TURN) {
      sinceTurn = 0;
      await nextTurn();
    }
  }
  return { joined, gridError: coarsest / UNITS / 2 };
}

const unitOf = (place: number): number => Math.min(UNITS - 1, Math.floor((place * UNITS) / EXTENT));

/** Places joined in one turn of the event loop. */
const CLICKS_PER_TURN = 10_000;
