import * as v from 'valibot';
import type { GivenConversion } from '../../../heatmap/measures/contract';
import type { HeatQuery } from '../../../protocol/sources';
import { selectorsOf } from '../../element-path';
import type { Call } from '../../http';
import { isCount } from '../../limits';
import { readElementsChain } from '../elements-chain';
import { eventsOf, runHogQL } from '../hogql';
import { TEXTS } from '../hogql-elements';
import { ELEMENT_EVENTS, type PostHogConfig } from '../question';
import { Figure, parsedRows } from '../response';
import { MOST_ROWS, type Told } from './vitals';

/**
 * How many different people clicked each element (`whole`: anything on the page), and how many of them
 * reached the goal after their first click on it, in the same session. What fewer than k people stand
 * behind is not sent; nor is how many reached it (-1) where fewer than k did, or fewer than k did not.
 */
export const conversionQuery = (where: string, goal: string): string => `
SELECT whole, chain, people, if(reached >= {k} AND people - reached >= {k}, reached, -1) AS converted
FROM (
  SELECT clicks.whole AS whole, clicks.chain AS chain, uniq(clicks.person) AS people,
    uniqIf(clicks.person, ifNull(goals.reached_at >= clicks.clicked_at, 0)) AS reached
  FROM (
    SELECT person_id AS person, $session_id AS session, arrayJoin([0, 1]) AS whole,
      if(whole = 1, '', replaceRegexpAll(elements_chain, {texts}, {kept})) AS chain,
      min(timestamp) AS clicked_at
    FROM events
    WHERE ${where} AND notEmpty(elements_chain)
    GROUP BY person, session, whole, chain
  ) AS clicks
  LEFT JOIN (
    SELECT $session_id AS session, max(timestamp) AS reached_at
    FROM events
    WHERE ${goal} AND timestamp >= toDateTime({since}) AND timestamp < toDateTime({until})
      AND notEmpty($session_id)
    GROUP BY session
  ) AS goals ON clicks.session = goals.session
  GROUP BY whole, chain
  HAVING uniq(clicks.person) >= {k}
)
ORDER BY whole DESC, people DESC, chain
LIMIT {limit} OFFSET {offset}`;

/** A path is one that was looked at; any other goal is an event's name. */
const conditionOf = (goal: string): string =>
  goal.startsWith('/')
    ? "event = '$pageview' AND trimRight(properties.$pathname, '/') = trimRight({goal}, '/')"
    : 'event = {goal}';

/**
 * @param goal - An event's name, or a path that begins with `/`.
 */
export async function askConversion(
  call: Call,
  config: PostHogConfig,
  query: HeatQuery,
  goal: string,
): Promise<Told<GivenConversion>> {
  const { host } = new URL(config.host);
  const { where, ...scoped } = eventsOf(query, ELEMENT_EVENTS.click);
  const question = {
    ...scoped,
    query: conversionQuery(where, conditionOf(goal)),
    values: { ...scoped.values, goal, texts: TEXTS, kept: '\\1' },
  };
  const elements = new Map<string, { selectors: string[]; figure: GivenConversion }>();
  let base: GivenConversion | undefined;
  let unnamed = 0;
  const { truncated } = await runHogQL(call, config, question, MOST_ROWS, (rows, first) => {
    for (const [whole, chain, people, reached] of parsedRows(RowSchema, rows, first, host)) {
      if (!isCount(people)) continue;
      const figure = { people, converted: isCount(reached) ? reached : null };
      const selectors = whole === 1 ? [] : selectorsOf(readElementsChain(chain));
      const key = selectors.join('\n');
      if (whole === 1) base = figure;
      else if (selectors.length === 0) unnamed += 1;
      // One button in two forms: its people may be the same ones, so the more common form counts.
      else if (!elements.has(key)) elements.set(key, { selectors: [...selectors], figure });
    }
  });
  return { base, elements: [...elements.values()], unnamed, truncated };
}

const RowSchema = v.tuple([v.picklist([0, 1]), v.string(), Figure, Figure]);
