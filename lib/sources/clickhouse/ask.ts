import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import type { SourcePorts } from '../contract';
import { type Call, type HttpLimits, withCall } from '../http';
import { CODE_HEADER, codeIn, engineError } from './engine-errors';
import type { ClickHouseConfig } from './layout';
import type { Asked } from './places';

/** An answer without its rows. */
export interface Envelope {
  /** Names and types of the columns, in their order. */
  readonly meta: readonly { readonly name: string; readonly type: string }[];
  readonly rows: number;
}

/**
 * Asks one question of the engine and hands its rows on. Null where `onRows` had enough.
 * Throws a `HushmapError`.
 */
export type Ask = (
  asked: Asked,
  onRows: (rows: readonly unknown[]) => boolean,
) => Promise<Envelope | null>;

/**
 * Runs `work` with a way to ask ClickHouse over HTTP (clickhouse.com/docs/interfaces/http): the
 * query in the body, its values as `param_…`, user and password in headers of their own. No setting
 * is ever sent, since a user with `readonly = 1` may send none.
 */
export function withEngine<T>(
  config: ClickHouseConfig,
  ports: SourcePorts,
  limits: HttpLimits,
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  const started = ports.clock.now();
  const failed = (code: number) => engineError(code, config, (ports.clock.now() - started) / 1000);
  const heard: SourcePorts = { ...ports, fetch: hearing(ports.fetch, config.host, failed) };
  const headers = {
    'x-clickhouse-user': config.user,
    'x-clickhouse-key': ports.secret,
    'content-type': 'text/plain;charset=UTF-8',
  };
  const askWith =
    (call: Call): Ask =>
    async ({ sql, params }, onRows) => {
      let rows = 0;
      const query = Object.fromEntries(
        Object.entries(params).map(([name, value]) => [`param_${name}`, escaped(value)]),
      );
      const answer = await call.getRows(
        { path: '/', query, body: sql, key: 'data', headers },
        (some) => {
          rows += some.length;
          return onRows(some);
        },
      );
      return answer === null ? null : envelopeOf(answer, rows, config.host, failed);
    };
  return withCall(config.host, heard, limits, (call) => work(askWith(call)), 'own');
}

/** ClickHouse reads the values of parameters as it reads a field of its `TabSeparated` format. */
export function escaped(value: string): string {
  return value.replace(/[\\\t\n\r\0\b\f]/g, (char) => ESCAPES[char] ?? '');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0',
  '\b': '\\b',
  '\f': '\\f',
};

/** A network that tells the engine's own errors, by the number in their header. */
function hearing(
  given: typeof fetch,
  host: string,
  failed: (code: number) => HushmapError,
): typeof fetch {
  return async (input, init) => {
    const response = await given(input, init);
    const code = Number(response.headers.get(CODE_HEADER) ?? 0);
    // What came from elsewhere is refused as a redirect, whatever it says.
    const isOwn = response.url === '' || new URL(response.url).origin === host;
    if (!isOwn || response.redirected || !Number.isInteger(code) || code <= 0) return response;
    response.body?.cancel().catch(() => {});
    throw failed(code);
  };
}

const EnvelopeSchema = v.object({
  meta: v.array(v.object({ name: v.string(), type: v.string() })),
  data: v.array(v.unknown()),
  rows: v.pipe(v.number(), v.integer()),
  exception: v.optional(v.string()),
});

/**
 * The engine may fail after it has begun to answer with status 200. Some versions then close the
 * JSON all the same and put `exception` beside the rows; and where it is cut by a proxy, fewer rows
 * came than it counted. Such an answer is none: fewer cells would look like less heat.
 */
function envelopeOf(
  answer: unknown,
  received: number,
  host: string,
  failed: (code: number) => HushmapError,
): Envelope {
  const name = new URL(host).host;
  const told = v.safeParse(v.object({ exception: v.string() }), answer);
  if (told.success) throw failed(codeIn(told.output.exception));
  const parsed = v.safeParse(EnvelopeSchema, answer);
  if (!parsed.success) {
    throw new HushmapError('source.badShape', [name, v.getDotPath(parsed.issues[0]) ?? '']);
  }
  if (parsed.output.rows !== received) throw new HushmapError('source.truncated', [name]);
  return parsed.output;
}
