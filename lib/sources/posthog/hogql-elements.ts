import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import type { HeatQuery } from '../../protocol/sources';
import { createAnchorColumns } from '../anchor-columns';
import type { AnchoredHeat } from '../contract';
import { selectorsOf } from '../element-path';
import type { Call } from '../http';
import { isCount } from '../limits';
import { readElementsChain } from './elements-chain';
import { eventsOf, runHogQL } from './hogql';
import type { PostHogConfig } from './question';
import { Figure, parsedRows } from './response';

/**
 * How often, and by how many different people, each element was clicked. Texts are cut out of the
 * chains in the engine, so that they do not travel, and so that one button with two texts is one.
 */
export const elementsQuery = (where: string): string => `
SELECT replaceRegexpAll(elements_chain, {texts}, {kept}) AS chain,
  count() AS hits, uniq(person_id) AS people
FROM events
WHERE ${where} AND notEmpty(elements_chain)
GROUP BY chain
HAVING uniq(person_id) >= {k}
ORDER BY hits DESC, chain
LIMIT {limit} OFFSET {offset}`;

/**
 * A run of attributes that hold texts, or that change with an element's state, after the colon or the
 * quote before it. One run, since each attribute's last quote is what the next one begins after.
 */
export const TEXTS =
  '(^|[:"])(?:(?:text|attr__(?:aria-[a-z]+|title|alt|placeholder|value|content|style|src|srcset))="(?:[^"\\\\]|\\\\.)*")+';

/** Heat by element, with people, counted by PostHog's engine (`query:read`). */
export async function askElements(
  call: Call,
  config: PostHogConfig,
  query: HeatQuery,
  event: string,
  maxRows: number,
): Promise<AnchoredHeat> {
  const { host } = new URL(config.host);
  const { where, ...scoped } = eventsOf(query, event);
  const question = {
    ...scoped,
    query: elementsQuery(where),
    values: { ...scoped.values, texts: TEXTS, kept: '\\1' },
  };
  const columns = createAnchorColumns();
  let unusable = 0;
  const { truncated } = await runHogQL(call, config, question, maxRows, (rows, first) => {
    for (const [chain, count, people] of parsedRows(RowSchema, rows, first, host)) {
      const selectors = selectorsOf(readElementsChain(chain));
      if (!isCount(count) || !isCount(people) || selectors.length === 0) unusable += 1;
      else columns.add(selectors, count, Math.min(people, count));
    }
  });
  if (unusable > 0 && columns.length === 0) {
    throw new HushmapError('source.badShape', [host, 'results']);
  }
  return {
    form: 'anchored',
    ...columns.finish(),
    gridError: 0.5,
    viewportWidth: query.viewportWidth,
    unit: 'people',
    truncated,
    unusable,
    anonymisedAt: 'source',
  };
}

const RowSchema = v.tuple([v.string(), Figure, Figure]);
