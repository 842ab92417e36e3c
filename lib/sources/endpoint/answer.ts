import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import { inTurns } from '../../core/steps';
import type { HeatQuery } from '../../protocol/sources';
import type { SourceHeat } from '../contract';
import {
  type AnswerFacts,
  AnswerFactsSchema,
  HEAT_FORMAT,
  HEAT_VERSION,
  heatOf,
  type RowColumns,
} from '../file';
import { isSamePage } from '../mapping';
import { countedIn } from './counted';

const WhichSchema = v.object({
  format: v.literal(HEAT_FORMAT),
  version: v.picklist([1, HEAT_VERSION]),
});

/**
 * An endpoint's answer as heat. What it says of page, map, days and form must be what was asked: an
 * endpoint that looks at nothing but the address would else show clicks as rage, or one page as
 * another. Rows that cannot be used are left out and counted, as for every source.
 */
export async function heatOfAnswer(
  answer: unknown,
  rows: RowColumns,
  query: HeatQuery,
  host: string,
): Promise<SourceHeat> {
  if (!v.is(WhichSchema, answer)) throw new HushmapError('endpoint.notHeat', [host]);
  const parsed = v.safeParse(AnswerFactsSchema, answer);
  if (!parsed.success) throw badField(host, v.getDotPath(parsed.issues[0]) ?? 'cells');
  const facts = parsed.output;
  const other = differs(facts, query);
  if (other !== null) throw new HushmapError('endpoint.otherAnswer', [host, other]);
  const width = facts.viewportWidth ?? query.viewportWidth;
  const told = await inTurns(heatOf(facts, query.map, rows, width));
  if ('field' in told) throw badField(host, told.field);
  // Rows, but not one usable: this is another form of answer, and "no clicks" would be a lie.
  if (told.total > 0 && told.bad === told.total) {
    throw new HushmapError('endpoint.badRows', [host, told.total]);
  }
  const form = query.by === 'element' ? 'anchored' : told.heat.form === 'bands' ? 'bands' : 'cells';
  // An empty answer need not name elements.
  if (told.heat.form !== form && told.total > 0) {
    throw new HushmapError('endpoint.otherAnswer', [host, 'by']);
  }
  return { ...told.heat, counted: countedIn(facts, query) };
}

function differs(facts: AnswerFacts, query: HeatQuery): string | null {
  // Clicks are what an answer holds that says nothing else.
  if ((facts.map ?? 'click') !== query.map) return 'map';
  const isOtherPage = facts.page !== undefined && !isSamePage(facts.page, query.page);
  if (isOtherPage && query.filters.pattern === null) return 'page';
  if (facts.from !== undefined && facts.from !== query.from) return 'from';
  if (facts.to !== undefined && facts.to !== query.to) return 'to';
  return null;
}

const badField = (host: string, field: string): HushmapError =>
  new HushmapError('endpoint.badField', [host, field]);
