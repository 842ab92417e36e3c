import { type HeatFilters, type MapKind, NO_FILTERS } from '../../protocol/heat-kinds';
import type { HeatQuery } from '../../protocol/sources';
import type { Counted } from '../contract';
import { widthsOf } from '../device-widths';
import { MAX_POSITION } from '../limits';
import { patternToRegExp } from '../page-pattern';
import { ALL_WIDTHS, isOpen, type Widths, wholeWidths } from '../widths';
import { column, type EventColumns, endOfStep, type Layout, widthStep } from './layout';

/** Values by name. A query holds `{name:Type}` in their places, so that no value is ever read as SQL. */
export type Params = Readonly<Record<string, string>>;

export interface Conditions {
  /** Joined by `AND`. */
  readonly sql: string;
  readonly params: Params;
}

type Question = Pick<HeatQuery, 'page' | 'map' | 'from' | 'to' | 'band' | 'filters'>;

/** Which rows of the table a question is about: page, days, widths, kind of event and filters. */
export function conditionsOf(layout: Layout, query: Question): Conditions {
  const widths = countedIn(layout, query).widths ?? ALL_WIDTHS;
  const parts = [
    pageOf(layout, query),
    // Days as UTC: they mean the same whatever time zone a server or a column is set to.
    day(layout, query),
    layout.form === 'cells' ? cellsOf(widths, query) : eventsOf(layout.columns, widths, query),
  ];
  return {
    sql: parts.map(({ sql }) => sql).join('\n  AND '),
    params: Object.assign({}, ...parts.map(({ params }) => params)),
  };
}

/**
 * Whose clicks are counted: those of the band as it was set, unless a device was chosen. A table that
 * does not know devices is asked for their usual widths; one that does is believed, a tablet held
 * sideways too, and asked for all widths where none of the band is usual for the device.
 *
 * The documented table keeps widths in steps, so a band is answered with every step that it touches.
 */
export function countedIn(layout: Layout, query: Pick<HeatQuery, 'band' | 'filters'>): Counted {
  const { device } = query.filters;
  const band = wholeWidths(query.band);
  const usual = widthsOf(query);
  if (layout.form === 'events' && layout.columns.device === '') {
    return { widths: usual, device: 'all' };
  }
  const isTouched = usual.min <= band.max && usual.max >= band.min;
  if (!isTouched) return { widths: null, device };
  return { widths: layout.form === 'cells' ? stepsOf(band) : band, device };
}

const stepsOf = ({ min, max }: Widths): Widths => ({
  min: widthStep(min),
  max: Math.min(endOfStep(max), ALL_WIDTHS.max),
});

function day(layout: Layout, { from, to }: Question): Conditions {
  const time = column(layout.form === 'cells' ? 'day' : layout.columns.time);
  return {
    sql: `toDate(${time}, 'UTC') BETWEEN {from:Date} AND {to:Date}`,
    params: { from, to },
  };
}

/**
 * One page with and without a slash at its end, or the pages of a template. What a fragment adds
 * never counts. Beginnings are compared first, since the table's order makes that quick.
 */
function pageOf(layout: Layout, { page, filters }: Question): Conditions {
  const url = column(layout.form === 'cells' ? 'url' : layout.columns.url);
  if (filters.pattern !== null) {
    return {
      sql: `startsWith(${url}, {start:String})\n  AND match(cutFragment(${url}), {pattern:String})`,
      params: {
        start: filters.pattern.replace(/[*#].*$/s, ''),
        // `s`: a dot is any character, as in `matchesPattern`.
        pattern: `(?s)${patternToRegExp(filters.pattern)}`,
      },
    };
  }
  const own = page.replace(/#.*$/s, '');
  const other = otherSlash(own);
  return {
    sql: `(${url} IN ({page:String}, {page2:String}) OR startsWith(${url}, {page3:String}) OR startsWith(${url}, {page4:String}))`,
    params: { page: own, page2: other, page3: `${own}#`, page4: `${other}#` },
  };
}

/** `/pricing` for `/pricing/`, and the other way round; the root has no other. */
function otherSlash(page: string): string {
  const { origin, pathname, search } = new URL(page);
  if (pathname === '/') return page;
  return origin + (pathname.endsWith('/') ? pathname.slice(0, -1) : `${pathname}/`) + search;
}

function cellsOf(widths: Widths, { map, filters }: Question): Conditions {
  const sql = [
    't.`map` = {map:String}',
    't.`width` BETWEEN {minWidth:UInt32} AND {maxWidth:UInt32}',
  ];
  const params: Record<string, string> = {
    map,
    // Of each step the table holds the first width.
    minWidth: String(widths.min),
    maxWidth: String(widths.max),
  };
  if (filters.device !== 'all') {
    sql.push('t.`device` = {device:String}');
    params.device = filters.device;
  }
  if (filters.withoutNoise) sql.push('t.`noise` = 0');
  if (filters.withoutTestAccounts) sql.push('t.`internal` = 0');
  return { sql: sql.join('\n  AND '), params };
}

function eventsOf(columns: EventColumns, widths: Widths, { map, filters }: Question): Conditions {
  const width = column(columns.viewportWidth);
  // A width between two whole px counts as the lesser, so that no band leaves it to none.
  const sql = [
    `${width} > 0`,
    `${width} >= {minWidth:Float64}`,
    `${width} < {maxWidth:Float64} + 1`,
  ];
  const params: Record<string, string> = {
    minWidth: String(widths.min),
    maxWidth: String(isOpen(widths) ? MAX_POSITION : widths.max),
  };
  const equals = (name: string, key: string, value: string) => {
    sql.push(`toString(${column(name)}) = {${key}:String}`);
    params[key] = value;
  };
  if (columns.type !== '') {
    const names = columns.values[map].map((value, at) => {
      params[`type${at}`] = value;
      return `{type${at}:String}`;
    });
    sql.push(`toString(${column(columns.type)}) IN (${names.join(', ')})`);
  }
  if (columns.device !== '' && filters.device !== 'all') {
    equals(columns.device, 'device', filters.device);
  }
  if (filters.segment !== '') equals(columns.segment, 'segment', filters.segment);
  if (filters.withoutNoise) sql.push(`ifNull(${column(columns.noise)}, 0) = 0`);
  if (filters.withoutTestAccounts) sql.push(`ifNull(${column(columns.internal)}, 0) = 0`);
  return { sql: sql.join('\n  AND '), params };
}

/** Kinds of events that a table of events holds. */
export function mapsOf(layout: Layout): MapKind[] {
  if (layout.form === 'cells') return ['click', 'rage', 'dead', 'move', 'scroll', 'attention'];
  const { type, values, seconds, viewportHeight } = layout.columns;
  if (type === '') return ['click'];
  const maps: MapKind[] = (['click', 'rage', 'dead', 'move', 'scroll'] as const).filter(
    (map) => values[map].length > 0,
  );
  if (values.attention.length > 0 && seconds !== '' && viewportHeight !== '')
    maps.push('attention');
  return maps;
}

/** What can be asked beside page and days. */
export function filtersOf(layout: Layout) {
  const always = ['band', 'device', 'pattern'] as const;
  if (layout.form === 'cells') return [...always, 'testAccounts', 'noise'] as const;
  const { internal, noise, segment } = layout.columns;
  return [
    ...always,
    ...(internal === '' ? [] : (['testAccounts'] as const)),
    ...(noise === '' ? [] : (['noise'] as const)),
    ...(segment === '' ? [] : (['segment'] as const)),
  ];
}

/** Whether a filter is set that the table cannot answer. */
export function isBeyond(layout: Layout, filters: HeatFilters): boolean {
  const known: readonly string[] = filtersOf(layout);
  return (
    filters.cohorts.length > NO_FILTERS.cohorts.length ||
    (filters.segment !== '' && !known.includes('segment')) ||
    (filters.withoutNoise && !known.includes('noise')) ||
    (filters.withoutTestAccounts && !known.includes('testAccounts'))
  );
}
