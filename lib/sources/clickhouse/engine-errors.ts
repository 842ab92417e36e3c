import { HushmapError } from '../../core/errors';
import type { ClickHouseConfig } from './layout';

/** Where ClickHouse tells the number of its error (ClickHouse, `src/Common/ErrorCodes.cpp`). */
export const CODE_HEADER = 'x-clickhouse-exception-code';

/**
 * What a person can do about an error of the engine. Its text is never quoted: it repeats the query,
 * and with it the address of the page.
 *
 * @param seconds how long the engine was given, where it ran out of time
 */
export function engineError(
  code: number,
  { host, user, table }: Pick<ClickHouseConfig, 'host' | 'user' | 'table'>,
  seconds: number,
): HushmapError {
  const name = new URL(host).host;
  const meaning = MEANINGS.find(({ codes }) => codes.includes(code))?.means;
  switch (meaning) {
    case 'login':
      return new HushmapError('clickhouse.login', [name, user]);
    case 'table':
      return new HushmapError('clickhouse.noTable', [name, table]);
    case 'columns':
      return new HushmapError('clickhouse.columns', [name, table]);
    case 'rights':
      return new HushmapError('clickhouse.noAccess', [name, user, table]);
    case 'time':
      return new HushmapError('source.slow', [name, Math.max(1, Math.round(seconds))]);
    case 'limit':
      return new HushmapError('clickhouse.limit', [name, user]);
    case 'busy':
      return new HushmapError('source.rateLimited', [name, 60]);
    default:
      return new HushmapError('clickhouse.error', [name, code]);
  }
}

/** The number in `Code: 241. DB::Exception: …`, or 0. */
export function codeIn(text: string): number {
  return Number(/\bCode:\s*(\d{1,5})\b/.exec(text)?.[1] ?? 0);
}

const MEANINGS: readonly {
  readonly means: 'login' | 'table' | 'columns' | 'rights' | 'time' | 'limit' | 'busy';
  readonly codes: readonly number[];
}[] = [
  // UNKNOWN_USER, WRONG_PASSWORD, REQUIRED_PASSWORD, IP_ADDRESS_NOT_ALLOWED, AUTHENTICATION_FAILED
  { means: 'login', codes: [192, 193, 194, 195, 516] },
  // UNKNOWN_TABLE, UNKNOWN_DATABASE
  { means: 'table', codes: [60, 81] },
  // NO_SUCH_COLUMN_IN_TABLE, ILLEGAL_TYPE_OF_ARGUMENT, UNKNOWN_IDENTIFIER, TYPE_MISMATCH,
  // CANNOT_CONVERT_TYPE, ILLEGAL_COLUMN, NO_COMMON_TYPE
  { means: 'columns', codes: [16, 43, 44, 47, 53, 70, 386] },
  // ACCESS_DENIED
  { means: 'rights', codes: [497] },
  // TIMEOUT_EXCEEDED, TOO_SLOW, SOCKET_TIMEOUT
  { means: 'time', codes: [159, 160, 209] },
  // TOO_MANY_ROWS, TOO_MANY_BYTES, MEMORY_LIMIT_EXCEEDED, TOO_MANY_ROWS_OR_BYTES
  { means: 'limit', codes: [158, 307, 241, 396] },
  // QUOTA_EXCEEDED, TOO_MANY_SIMULTANEOUS_QUERIES
  { means: 'busy', codes: [201, 202] },
];
