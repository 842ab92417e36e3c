import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import type { HeatQuery } from '../../protocol/sources';
import { type AnchorColumns, createAnchorColumns } from '../anchor-columns';
import type { AnchoredHeat } from '../contract';
import { selectorsOf } from '../element-path';
import type { Call } from '../http';
import { isCount } from '../limits';
import { ElementSchema, MAX_PATH, toPathElement } from './element';
import { elementParams, type PostHogConfig, pathIn } from './question';
import { Figure, parsedRows } from './response';
import { refusedFor } from './scope';

/**
 * Heat by element, from the statistics that PostHog's own clickmap is drawn from. They count clicks
 * alone, so the unit is `clicks`: one person may be behind all of them. The most clicked come first.
 */
export async function fetchElements(
  call: Call,
  config: PostHogConfig,
  query: HeatQuery,
  event: string,
  maxRows: number,
): Promise<AnchoredHeat> {
  const { origin, host } = new URL(config.host);
  const path = pathIn(config, 'elements/stats');
  const columns = createAnchorColumns();
  let rows = 0;
  let unusable = 0;
  const onRows = (batch: readonly unknown[]): boolean => {
    const wanted = batch.slice(0, maxRows - rows);
    unusable += addElements(wanted, rows, host, columns);
    rows += wanted.length;
    return rows < maxRows;
  };
  const heat = (truncated: boolean): AnchoredHeat => {
    if (rows > 0 && columns.length === 0) {
      throw new HushmapError('source.badShape', [host, 'results']);
    }
    const { anchors, cells } = columns.finish();
    // Nobody is known behind them, so what stands in for people is the clicks.
    cells.people.set(cells.count);
    return {
      form: 'anchored',
      anchors,
      cells,
      gridError: 0.5,
      viewportWidth: query.viewportWidth,
      unit: 'clicks',
      truncated,
      unusable,
    };
  };
  for (let offset = 0; ; ) {
    const before = rows;
    const envelope = await call.getRows(
      {
        path,
        query: {
          ...elementParams(event, query),
          limit: String(PAGE),
          ...(offset > 0 && { offset: String(offset) }),
        },
        key: 'results',
        refused: refusedFor(host, 'element:read'),
      },
      onRows,
    );
    if (rows >= maxRows) return heat(true);
    const next = nextOffset(envelope, origin, path, host);
    if (next === null) return heat(false);
    // Another place than ours, backwards, or more that never comes: there is more, and it stays there.
    if (next === 'elsewhere' || next <= offset || rows === before) return heat(true);
    offset = next;
  }
}

/** Some 20 MB of elements with all that is around them; PostHog allows 50,000 at once. */
const PAGE = 5_000;

const RowSchema = v.object({
  count: Figure,
  elements: v.array(ElementSchema),
});

/** Returns how many rows had no usable count, or no element that can be named. */
function addElements(
  batch: readonly unknown[],
  first: number,
  host: string,
  columns: AnchorColumns,
): number {
  let unusable = 0;
  for (const { count, elements } of parsedRows(RowSchema, batch, first, host)) {
    const selectors = selectorsOf(elements.slice(0, MAX_PATH).map(toPathElement));
    if (isCount(count) && selectors.length > 0) columns.add(selectors, count, count);
    else unusable += 1;
  }
  return unusable;
}

const EnvelopeSchema = v.object({
  results: v.array(v.unknown()),
  next: v.nullish(v.string()),
});

/**
 * Where PostHog says that it goes on. Only the number is taken from its address, and only where the
 * address is the one that was asked: the key goes nowhere else.
 */
function nextOffset(
  envelope: unknown,
  origin: string,
  path: string,
  host: string,
): number | null | 'elsewhere' {
  const parsed = v.safeParse(EnvelopeSchema, envelope);
  if (!parsed.success) {
    throw new HushmapError('source.badShape', [host, v.getDotPath(parsed.issues[0]) ?? '']);
  }
  const { next } = parsed.output;
  if (next === null || next === undefined || next === '') return null;
  if (!URL.canParse(next, origin)) return 'elsewhere';
  const url = new URL(next, origin);
  const offset = url.searchParams.get('offset') ?? '';
  const isOurs = url.origin === origin && url.pathname === path && /^\d{1,7}$/.test(offset);
  return isOurs ? Number(offset) : 'elsewhere';
}
