import * as v from 'valibot';
import { ClickHouseEventsSchema, type SourceConfig } from '../../protocol/sources';

export type ClickHouseConfig = Extract<SourceConfig, { kind: 'clickhouse' }>;

/** Columns of a table of raw events, and what it can tell beside. */
export type EventColumns = NonNullable<ClickHouseConfig['columns']> &
  v.InferOutput<typeof ClickHouseEventsSchema>;

/** The table that is asked: raw events under any names, or the documented aggregates. */
export type Layout =
  | { readonly form: 'events'; readonly table: string; readonly columns: EventColumns }
  | { readonly form: 'cells'; readonly table: string };

/** The table of a source, its name quoted; without columns of raw events it is the documented aggregates. */
export function layoutOf({ database, table, columns, events }: ClickHouseConfig): Layout {
  const quoted = `${quote(database)}.${quote(table)}`;
  return columns === null
    ? { form: 'cells', table: quoted }
    : { form: 'events', table: quoted, columns: { ...columns, ...(events ?? NO_MORE) } };
}

const NO_MORE = v.parse(ClickHouseEventsSchema, {});

/**
 * A column of the table, which every query calls `t`: a column that bears the name of one of our own
 * aliases stays what it is. The schema lets no name through that could end its quotes; this fails
 * where somebody came past the schema.
 */
export const column = (name: string): string => `t.${quote(name)}`;

function quote(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new TypeError('not an identifier');
  return `\`${name}\``;
}

/** Edge of the smallest cell, CSS px: the floor of what this source resolves. */
export const GRID = 20;

/** Height of one band of scroll depth or attention, CSS px. */
export const BAND_HEIGHT = 100;

/** As many bands as one map holds (`BandsSchema`); what lies deeper counts for the last. */
export const MAX_BANDS = 2_000;

/**
 * Lower edges of the steps that the documented table keeps widths in, as in
 * `docs/sources/clickhouse/2-cells.sql`. The side panel's own bands begin and end at one.
 */
export const WIDTH_STEPS = [
  0, 360, 420, 480, 600, 768, 896, 1024, 1152, 1280, 1360, 1440, 1600, 1760, 1920, 2240, 2560,
] as const;

/** The width that the documented table gives x at, by step: its lower edge. */
export const FIRST_STEP_WIDTH = 320;

/** The first width of the step that a width lies in. */
export function widthStep(width: number): number {
  return WIDTH_STEPS.findLast((edge) => edge <= width) ?? 0;
}

/** The last width of the step that a width lies in; infinite in the last step. */
export function endOfStep(width: number): number {
  const next = WIDTH_STEPS.find((edge) => edge > width);
  return next === undefined ? Number.POSITIVE_INFINITY : next - 1;
}
