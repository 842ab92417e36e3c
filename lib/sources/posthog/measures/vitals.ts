import * as v from 'valibot';
import type { GivenVital } from '../../../heatmap/measures/contract';
import type { Vital } from '../../../protocol/measures';
import type { HeatQuery } from '../../../protocol/sources';
import type { Call } from '../../http';
import { isCount } from '../../limits';
import { MOST_CLS, MOST_MS } from '../../measures/format';
import { isPlainSelector } from '../../plain-selector';
import { eventsOf, runHogQL } from '../hogql';
import type { PostHogConfig } from '../question';
import { Figure, parsedRows } from '../response';

/**
 * Where posthog-js keeps a vital and the element that it is about. By default it names that of INP and LCP
 * since 1.419.0, and never that of CLS (`capture_performance.web_vitals_attribution`). Names are those of
 * web-vitals: LCP's was `element` until version 4, and is `target` since version 5.
 */
const FIELDS: { readonly [K in Vital]: { readonly value: string; readonly target: string } } = {
  inp: {
    value: 'properties.$web_vitals_INP_value',
    target: 'properties.$web_vitals_INP_event.attribution.interactionTarget',
  },
  lcp: {
    value: 'properties.$web_vitals_LCP_value',
    target: `if(notEmpty(toString(properties.$web_vitals_LCP_event.attribution.target)),
      properties.$web_vitals_LCP_event.attribution.target,
      properties.$web_vitals_LCP_event.attribution.element)`,
  },
  cls: {
    value: 'properties.$web_vitals_CLS_value',
    target: 'properties.$web_vitals_CLS_event.attribution.largestShiftTarget',
  },
};

/**
 * The 75th percentile by element, and (`whole`) of the page, with how many people and values are behind
 * it. What fewer than k people stand behind is not sent. Visits whose element is not known count for the page alone.
 */
export const vitalQuery = (vital: Vital, where: string): string => `
SELECT whole, target, quantile(0.75)(value) AS p75, uniq(person) AS people, count() AS measured
FROM (
  SELECT person_id AS person, toFloat(${FIELDS[vital].value}) AS value, arrayJoin([0, 1]) AS whole,
    if(whole = 1, '', ifNull(toString(${FIELDS[vital].target}), '')) AS target
  FROM events
  WHERE ${where} AND isNotNull(${FIELDS[vital].value})
)
WHERE whole = 1 OR notEmpty(target)
GROUP BY whole, target
HAVING uniq(person) >= {k}
ORDER BY whole DESC, people DESC, target
LIMIT {limit} OFFSET {offset}`;

export interface Told<F> {
  /** Of the page; undefined: there is none of enough people. */
  readonly base: F | undefined;
  readonly elements: readonly { readonly selectors: readonly string[]; readonly figure: F }[];
  /** Elements that have no name which may be kept. */
  readonly unnamed: number;
  readonly truncated: boolean;
}

/** Asks for the 75th percentile of one vital, of the page and by element: ms, or a score for CLS. */
export async function askVital(
  call: Call,
  config: PostHogConfig,
  query: HeatQuery,
  vital: Vital,
): Promise<Told<GivenVital>> {
  const { host } = new URL(config.host);
  const { where, ...scoped } = eventsOf(query, '$web_vitals');
  const elements: { selectors: string[]; figure: GivenVital }[] = [];
  let base: GivenVital | undefined;
  let unnamed = 0;
  const { truncated } = await runHogQL(
    call,
    config,
    { ...scoped, query: vitalQuery(vital, where) },
    MOST_ROWS,
    (rows, first) => {
      for (const [whole, target, p75, people, values] of parsedRows(RowSchema, rows, first, host)) {
        const isFigure = isCount(p75) && p75 <= (vital === 'cls' ? MOST_CLS : MOST_MS);
        if (!isFigure || !isCount(people) || !isCount(values)) continue;
        const figure = { p75, people, values };
        if (whole === 1) base = figure;
        else if (isPlainSelector(target) && target.length <= 1_000) {
          elements.push({ selectors: [target], figure });
        } else unnamed += 1;
      }
    },
  );
  return { base, elements, unnamed, truncated };
}

const RowSchema = v.tuple([v.picklist([0, 1]), v.string(), Figure, Figure, Figure]);

/** More elements than a table shows. */
export const MOST_ROWS = 2_000;
