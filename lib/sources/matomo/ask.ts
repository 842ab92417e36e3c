import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import type { SourceConfig } from '../../protocol/sources';
import type { Call } from '../http';

export type MatomoConfig = Extract<SourceConfig, { kind: 'matomo' }>;

type OnRows = (rows: readonly unknown[]) => boolean;

/**
 * Asks one method of Matomo's reporting API. Rows are handed on as they come; returns the rest of the
 * answer: an object, or an empty array behind rows. Throws `matomo.refused` where Matomo reports an
 * error of its own.
 */
export type Ask = (
  method: string,
  params?: Readonly<Record<string, string>>,
  onRows?: OnRows,
) => Promise<unknown>;

/** Matomo reports errors as an answer like any other, often with status 200. */
const RefusalSchema = v.object({ result: v.literal('error') });

/** A list whose keys have gaps in PHP comes as an object with numbers for names. */
const NumberedSchema = v.record(v.pipe(v.string(), v.regex(/^\d{1,9}$/)), v.unknown());

/**
 * The key travels in the form alone, never in an address, where logs would keep it. What Matomo says
 * of an error is not kept either: it may quote the key, an address or a person's name.
 */
export function createAsk(call: Call, config: MatomoConfig, token: string): Ask {
  const { host } = new URL(config.host);
  return async (method, params = {}, onRows = () => true) => {
    const body = new URLSearchParams({
      module: 'API',
      format: 'json',
      method,
      // Without it some methods send their first hundred rows.
      filter_limit: '-1',
      ...params,
      token_auth: token,
    });
    const rest = await call.getRows({ path: `${config.path}index.php`, key: null, body }, onRows);
    if (v.is(RefusalSchema, rest)) throw new HushmapError('matomo.refused', [host]);
    return rest;
  };
}

/** Asks for a short list and holds all of it. Throws `source.badShape` where no list comes. */
export async function askList(
  ask: Ask,
  method: string,
  host: string,
  params?: Readonly<Record<string, string>>,
): Promise<unknown[]> {
  const list: unknown[] = [];
  const rest = await ask(method, params, (rows) => {
    list.push(...rows);
    return list.length < LONGEST_LIST;
  });
  if (list.length > 0 || rest === null || Array.isArray(rest)) return list.slice(0, LONGEST_LIST);
  if (v.is(NumberedSchema, rest)) return Object.values(rest).slice(0, LONGEST_LIST);
  throw new HushmapError('source.badShape', [host, method]);
}

/** Heatmaps of one site: nobody keeps so many. */
const LONGEST_LIST = 10_000;
