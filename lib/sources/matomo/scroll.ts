import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import type { Bands } from '../../protocol/heat-kinds';
import { toWhole } from './whole';

/** Matomo gives depths as thousandths of the page's height. */
const EXTENT = 1000;

const Figure = v.nullable(v.union([v.number(), v.string()]));
const RowsSchema = v.array(v.object({ label: Figure, value: Figure }));

/** How far page views got, while rows of several answers arrive. */
export interface Depths {
  add(rows: readonly unknown[], first: number): void;
  readonly unusable: number;
  /** @param fold lower edge of what was seen first, share of the height; null: not known */
  finish(fold: number | null): Bands;
}

/**
 * Adds up the rows of Matomo's scroll heatmap: by depth, how many page views ended there. Who ended
 * deeper came past, so a band's number is that of its own depth and of all below it.
 */
export function createDepths(host: string): Depths {
  const ended = new Map<number, number>();
  let unusable = 0;
  let rowsSoFar = 0;
  return {
    get unusable() {
      return unusable;
    },
    add(rows, first) {
      const parsed = v.safeParse(RowsSchema, rows, { abortEarly: true });
      if (!parsed.success) {
        const [index, field] = (v.getDotPath(parsed.issues[0]) ?? '0').split('.');
        const place = String(first + Number(index));
        throw new HushmapError('source.badShape', [host, field ? `${place}.${field}` : place]);
      }
      rowsSoFar += rows.length;
      for (const { label, value } of parsed.output) {
        const depth = toWhole(label, EXTENT);
        const count = toWhole(value);
        if (depth === null || count === null) unusable += 1;
        else ended.set(depth, (ended.get(depth) ?? 0) + count);
      }
    },
    finish(fold) {
      if (rowsSoFar > 0 && ended.size === 0) throw new HushmapError('source.badShape', [host, '0']);
      return toBands(ended, fold);
    },
  };
}

function toBands(ended: ReadonlyMap<number, number>, fold: number | null): Bands {
  const depths = [...ended.keys()].sort((a, b) => a - b);
  let reached = [...ended.values()].reduce((sum, count) => sum + count, 0);
  const people = reached;
  const bands: Bands['bands'] = [];
  let top = 0;
  for (const depth of depths) {
    // A view that ended at the very top reached no band, and is one of all.
    if (depth > top) {
      bands.push({ top: top / EXTENT, bottom: depth / EXTENT, value: reached, people: reached });
      top = depth;
    }
    reached -= ended.get(depth) ?? 0;
  }
  return { measure: 'reached', depth: 'share', bands, people, fold };
}
