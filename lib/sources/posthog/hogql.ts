import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import { effectiveK } from '../../heatmap/anonymity';
import type { HeatQuery } from '../../protocol/sources';
import { widthsOf } from '../device-widths';
import type { Call } from '../http';
import { isOpen } from '../widths';
import { type PostHogConfig, pathIn } from './question';
import { refusedFor } from './scope';
import { toUrlPattern } from './url-pattern';
import { unitsOf } from './width-units';

/** A question in PostHog's SQL. Nothing that somebody typed is in the text: values go beside it. */
export interface HogQL {
  readonly query: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** What `{filters}` in the text becomes: a team's own people are left out. */
  readonly filters?: {
    readonly filterTestAccounts: true;
    readonly dateRange: { readonly date_from: string; readonly date_to: string };
  };
}

/** Most rows of one answer: `MAX_SELECT_RETURNED_ROWS` in PostHog's hogql/constants.py. */
export const HOGQL_ROWS = 50_000;

/**
 * Runs a question that ends in `LIMIT {limit} OFFSET {offset}` and is ordered completely, page by
 * page, and hands its rows on. Returns whether there may be more than `maxRows`.
 *
 * @param onRows - Gets each batch, and the index of its first row.
 */
export async function runHogQL(
  call: Call,
  config: PostHogConfig,
  question: HogQL,
  maxRows: number,
  onRows: (rows: readonly unknown[], first: number) => void,
): Promise<{ readonly truncated: boolean }> {
  const { host } = new URL(config.host);
  const limit = Math.min(HOGQL_ROWS, maxRows);
  let rows = 0;
  for (;;) {
    const before = rows;
    const values = { ...question.values, limit, offset: before };
    const envelope = await call.getRows(
      {
        path: pathIn(config, 'query'),
        body: JSON.stringify({ query: { kind: 'HogQLQuery', ...question, values } }),
        headers: { 'content-type': 'application/json' },
        key: 'results',
        refused: refusedFor(host, 'query:read'),
      },
      (batch) => {
        const wanted = batch.slice(0, maxRows - rows);
        onRows(wanted, rows);
        rows += wanted.length;
        return rows < maxRows;
      },
    );
    if (rows >= maxRows) return { truncated: true };
    checkEnvelope(envelope, host);
    if (rows - before < limit) return { truncated: false };
  }
}

const EnvelopeSchema = v.object({ results: v.array(v.unknown()), error: v.nullish(v.string()) });

/** A question may fail and be answered with 200 all the same; what it says may quote the question. */
function checkEnvelope(envelope: unknown, host: string): void {
  const parsed = v.safeParse(EnvelopeSchema, envelope);
  if (!parsed.success || parsed.output.error) {
    throw new HushmapError('source.badShape', [host, 'error']);
  }
}

interface Scoped {
  /** Conditions to stand after `WHERE`. */
  readonly where: string;
  readonly values: HogQL['values'];
  readonly filters?: NonNullable<HogQL['filters']>;
}

/** Which rows of the table `heatmaps` count, by the same rules as PostHog's heatmaps API. */
export function heatmapsOf(query: HeatQuery, type: string): Scoped {
  const { where, values, filters } = common(query, 'current_url');
  const { first, last } = unitsOf(query);
  return {
    where: [
      'type = {type}',
      ...where,
      'viewport_width > 0',
      'viewport_width >= {unitMin}',
      ...(last === null ? [] : ['viewport_width <= {unitMax}']),
      ...(filters === undefined ? [] : [IN_SESSIONS]),
    ].join(' AND '),
    values: { ...values, type, unitMin: first, ...(last !== null && { unitMax: last }) },
    ...(filters && { filters }),
  };
}

/** Which rows of the table `events` count. */
export function eventsOf(query: HeatQuery, event: string): Scoped {
  const { where, values, filters } = common(query, 'properties.$current_url');
  const widths = widthsOf(query);
  return {
    where: [
      'event = {event}',
      ...where,
      'toFloat(properties.$viewport_width) >= {widthMin}',
      // Whatever is narrower than the next px.
      ...(isOpen(widths) ? [] : ['toFloat(properties.$viewport_width) < {widthMax} + 1']),
      ...(filters === undefined ? [] : ['{filters}']),
    ].join(' AND '),
    values: {
      ...values,
      event,
      widthMin: widths.min,
      ...(!isOpen(widths) && { widthMax: widths.max }),
    },
    ...(filters && { filters }),
  };
}

/** Heatmaps know no properties of people, but the sessions that they are of do. */
const IN_SESSIONS =
  'session_id IN (SELECT DISTINCT $session_id FROM events WHERE notEmpty($session_id) AND {filters})';

function common(query: HeatQuery, url: 'current_url' | 'properties.$current_url') {
  const { cohorts, pattern, withoutTestAccounts } = query.filters;
  const until = dayAfter(query.to);
  const page =
    pattern === null ? `trimRight(${url}, '/') = trimRight({page}, '/')` : `match(${url}, {page})`;
  return {
    where: [
      'timestamp >= toDateTime({since})',
      'timestamp < toDateTime({until})',
      page,
      ...cohorts.map((_, i) => inCohort(i)),
    ],
    values: {
      since: `${query.from} 00:00:00`,
      until: `${until} 00:00:00`,
      page: pattern === null ? query.page : toUrlPattern(pattern),
      k: effectiveK(query.k),
      ...Object.fromEntries(cohorts.map((id, i) => [`cohort${i}`, id])),
    },
    filters: withoutTestAccounts
      ? ({
          filterTestAccounts: true,
          dateRange: { date_from: query.from, date_to: `${until}T00:00:00` },
        } as const)
      : undefined,
  };
}

const inCohort = (i: number): string =>
  `distinct_id IN (SELECT distinct_id FROM person_distinct_ids WHERE person_id IN COHORT {cohort${i}})`;

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
