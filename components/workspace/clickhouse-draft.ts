import * as v from 'valibot';
import type { Message } from '../../lib/core/message';
import {
  ClickHouseColumnsSchema,
  type ClickHouseEvents,
  ClickHouseEventsSchema,
  DOCUMENTED_EVENTS,
  type SourceConfig,
} from '../../lib/protocol/sources';
import { type DraftField, type OwnFields, type SourceDraft, unless } from './draft';

/** What a table of raw events is asked for. */
export const MAIN_COLUMNS = v.keyof(ClickHouseColumnsSchema).options;

/** What it may tell beside: filters, depth and attention. A table may go without each of them. */
export const FURTHER_COLUMNS = [
  'viewportHeight',
  'device',
  'noise',
  'internal',
  'segment',
  'depth',
  'seconds',
] as const satisfies readonly (keyof ClickHouseEvents)[];

const OPTIONAL_COLUMNS: ReadonlySet<string> = new Set(['type', 'fixed', ...FURTHER_COLUMNS]);

/** Kinds of events that a table's own values are named for. */
export const EVENT_KINDS = v.keyof(v.unwrap(ClickHouseEventsSchema.entries.values)).options;

type ClickHouseDraft = Pick<
  SourceDraft,
  'user' | 'database' | 'table' | 'raw' | 'columns' | 'unit' | 'values'
>;

/** The tables of the documentation, by whether they hold single events. */
export const DOCUMENTED_TABLE = { events: 'hushmap_events', cells: 'hushmap_cells' } as const;

/** A table of events has the documented columns until others are named. */
export const EMPTY_CLICKHOUSE: ClickHouseDraft = {
  user: '',
  database: 'default',
  table: DOCUMENTED_TABLE.cells,
  raw: false,
  ...eventsDraft(v.parse(ClickHouseColumnsSchema, {}), DOCUMENTED_EVENTS),
};

export function clickHouseDraftOf(
  config: Extract<SourceConfig, { kind: 'clickhouse' }>,
): Partial<ClickHouseDraft> {
  const { user, database, table, columns } = config;
  if (columns === null) return { user, database, table };
  const events = config.events ?? v.parse(ClickHouseEventsSchema, {});
  return { user, database, table, raw: true, ...eventsDraft(columns, events) };
}

function eventsDraft(columns: Readonly<Record<string, string>>, events: ClickHouseEvents) {
  const { unit, values } = events;
  const further = Object.fromEntries(FURTHER_COLUMNS.map((column) => [column, events[column]]));
  const lines = (kind: keyof typeof values) => values[kind].join('\n');
  return {
    columns: { ...columns, ...further },
    unit,
    values: {
      click: lines('click'),
      rage: lines('rage'),
      dead: lines('dead'),
      move: lines('move'),
      scroll: lines('scroll'),
      attention: lines('attention'),
    },
  };
}

/** Ticking the box also goes to the documented table of that form, where no other is named. */
export function withRaw({ table }: SourceDraft, raw: boolean): Partial<SourceDraft> {
  const { events, cells } = DOCUMENTED_TABLE;
  return { raw, ...(table === (raw ? cells : events) ? { table: raw ? events : cells } : {}) };
}

/** The columns that a table may go without: as the documented table has them, or none. */
export const furtherColumns = (are: 'documented' | 'none'): Readonly<Record<string, string>> =>
  Object.fromEntries(
    FURTHER_COLUMNS.map((column) => [column, are === 'none' ? '' : DOCUMENTED_EVENTS[column]]),
  );

export function readClickHouse(draft: SourceDraft): OwnFields {
  const { user, database, table, raw, unit } = draft;
  const named = (wanted: readonly string[]): (readonly [string, string])[] =>
    wanted.map((column) => [column, (draft.columns[column] ?? '').trim()]);
  const errors: Partial<Record<DraftField, Message>> = {
    ...unless(/^[\w.@-]{1,64}$/.test(user.trim()), 'user', 'user'),
    ...unless(isIdentifier(database), 'database', 'identifier'),
    ...unless(isIdentifier(table), 'table', 'identifier'),
  };
  if (!raw) return { fields: { user, database, table, columns: null }, errors };
  const [main, further] = [named(MAIN_COLUMNS), named(FURTHER_COLUMNS)];
  for (const [column, name] of [...main, ...further]) {
    const isFine = isIdentifier(name) || (name === '' && OPTIONAL_COLUMNS.has(column));
    Object.assign(errors, unless(isFine, `column.${column}`, 'identifier'));
  }
  const values = EVENT_KINDS.map((kind) => [kind, linesOf(draft.values[kind])] as const);
  const schema = ClickHouseEventsSchema.entries.values;
  for (const [kind, lines] of values) {
    Object.assign(errors, unless(v.is(schema, { [kind]: lines }), `values.${kind}`, 'values'));
  }
  return {
    fields: {
      user,
      database,
      table,
      columns: Object.fromEntries(main),
      events: { ...Object.fromEntries(further), unit, values: Object.fromEntries(values) },
    },
    errors,
  };
}

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const isIdentifier = (name: string): boolean => /^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(name.trim());
