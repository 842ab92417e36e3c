import * as v from 'valibot';
import { HushmapError } from '../../core/errors';
import { type Message, message } from '../../core/message';
import type { Ask, Envelope } from './ask';
import { mapsOf } from './conditions';
import { type ClickHouseConfig, column, type Layout } from './layout';

/**
 * Asks the least that proves login, table, columns and their types: no row is read. Then looks
 * whether this user may write, which a key in a browser should never be able to, and warns of it.
 */
export async function checkTable(
  ask: Ask,
  config: ClickHouseConfig,
  layout: Layout,
): Promise<readonly Message[]> {
  const wanted = wantedOf(layout);
  const names = [...new Set(wanted.map(({ name }) => name))];
  let told: Envelope | null;
  try {
    told = await ask(
      {
        sql: `SELECT ${names.map((name) => `${column(name)} AS \`${name}\``).join(', ')}\nFROM ${layout.table} AS t\nLIMIT 0\nFORMAT JSONCompact`,
        params: {},
      },
      () => true,
    );
  } catch (cause) {
    if (cause instanceof HushmapError && cause.code === 'clickhouse.columns') {
      await nameMissing(ask, config, names);
    }
    throw cause;
  }
  const host = new URL(config.host).host;
  const types = new Map((told?.meta ?? []).map(({ name, type }) => [name, type]));
  for (const { name, kind } of wanted) {
    const type = plain(types.get(name) ?? '');
    if (!KINDS[kind].test(type)) {
      throw new HushmapError('clickhouse.badColumn', [host, name, WORDS[kind]]);
    }
  }
  return [
    ...((await mayWrite(ask)) ? [message('source.test.mayWrite', config.user)] : []),
    ...((await leavesDepth(ask, config, layout))
      ? [message('source.test.unreadDepth', config.columns?.y ?? '')]
      : []),
  ];
}

/** Depth is read from `y` where no column is named; the documented table writes 0 there. */
async function leavesDepth(ask: Ask, config: ClickHouseConfig, layout: Layout): Promise<boolean> {
  if (layout.form === 'cells' || !mapsOf(layout).includes('scroll')) return false;
  if (layout.columns.depth !== '') return false;
  return (await columnsThere(ask, config)).has('depth');
}

type Kind = 'time' | 'text' | 'number' | 'flag' | 'any' | 'count' | 'people' | 'median';

const KINDS: Readonly<Record<Kind, RegExp>> = {
  time: /^Date(Time|32|Time64)?(\(|$)/,
  text: /^(String|FixedString|Enum)/,
  number: /^(U?Int|Float|Decimal)/,
  flag: /^(Bool|U?Int)/,
  any: /^(?!Array|Map|Tuple|AggregateFunction|JSON)./,
  count: /^AggregateFunction\(count/,
  people: /^AggregateFunction\(uniqExact, UInt64\)/,
  median: /^AggregateFunction\(quantileTDigest\(0\.5\), Float32\)/,
};

/** Names of the engine's own types: they are the same in every language. */
const WORDS: Readonly<Record<Kind, string>> = {
  time: 'DateTime',
  text: 'String',
  number: 'Float64, UInt32',
  flag: 'Bool, UInt8',
  any: 'String, UInt64, UUID',
  count: 'AggregateFunction(count)',
  people: 'AggregateFunction(uniqExact, UInt64)',
  median: 'AggregateFunction(quantileTDigest(0.5), Float32)',
};

/** A type without what says how it is stored, or that values may be missing. */
const plain = (type: string): string =>
  type.replace(/^(?:LowCardinality\(|Nullable\(|SimpleAggregateFunction\(\w+, )+/, '');

interface Wanted {
  readonly name: string;
  readonly kind: Kind;
}

function wantedOf(layout: Layout): Wanted[] {
  if (layout.form === 'cells') return CELLS;
  const { columns } = layout;
  const all: Wanted[] = [
    { name: columns.time, kind: 'time' },
    { name: columns.url, kind: 'text' },
    { name: columns.type, kind: 'any' },
    { name: columns.x, kind: 'number' },
    { name: columns.y, kind: 'number' },
    { name: columns.fixed, kind: 'flag' },
    { name: columns.viewportWidth, kind: 'number' },
    { name: columns.viewportHeight, kind: 'number' },
    { name: columns.person, kind: 'any' },
    { name: columns.device, kind: 'any' },
    { name: columns.noise, kind: 'flag' },
    { name: columns.internal, kind: 'flag' },
    { name: columns.segment, kind: 'any' },
    { name: columns.depth, kind: 'number' },
    { name: columns.seconds, kind: 'number' },
  ];
  return all.filter(({ name }) => name !== '');
}

const CELLS: Wanted[] = [
  { name: 'day', kind: 'time' },
  { name: 'url', kind: 'text' },
  { name: 'map', kind: 'text' },
  { name: 'device', kind: 'text' },
  { name: 'width', kind: 'number' },
  { name: 'noise', kind: 'flag' },
  { name: 'internal', kind: 'flag' },
  { name: 'fixed', kind: 'flag' },
  { name: 'x', kind: 'number' },
  { name: 'y', kind: 'number' },
  { name: 'clicks', kind: 'count' },
  { name: 'people', kind: 'people' },
  { name: 'seconds', kind: 'number' },
  { name: 'screens', kind: 'median' },
];

/** Throws an error that names the columns that are not there; returns where it can't be told. */
async function nameMissing(ask: Ask, config: ClickHouseConfig, names: readonly string[]) {
  const there = await columnsThere(ask, config);
  const missing = names.filter((name) => !there.has(name));
  if (missing.length === 0) return;
  throw new HushmapError('clickhouse.noColumn', [
    new URL(config.host).host,
    config.table,
    missing.join(', '),
  ]);
}

/** Names of the table's columns, as far as the user may see them. */
async function columnsThere(ask: Ask, config: ClickHouseConfig): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  await ask(
    {
      sql: 'SELECT name FROM system.columns WHERE database = {database:String} AND table = {table:String} LIMIT 10000 FORMAT JSONCompact',
      params: { database: config.database, table: config.table },
    },
    (rows) => {
      for (const text of texts(rows)) there.add(text);
      return true;
    },
  );
  return there;
}

/** With `readonly` in force no right to write counts. Grants that can't be read prove nothing. */
async function mayWrite(ask: Ask): Promise<boolean> {
  try {
    const settings: string[] = [];
    await ask(
      { sql: "SELECT toString(getSetting('readonly')) AS readonly FORMAT JSONCompact", params: {} },
      (rows) => settings.push(...texts(rows)) > 0,
    );
    if (settings[0] !== '0') return false;
    const grants: string[] = [];
    await ask({ sql: 'SHOW GRANTS FORMAT JSONCompact', params: {} }, (rows) => {
      grants.push(...texts(rows));
      return true;
    });
    return grants.some((grant) => WRITES.test(grant.replace(/ ON .*$/s, '')));
  } catch (cause) {
    if (cause instanceof HushmapError) return false;
    throw cause;
  }
}

const WRITES = /^GRANT\b.*\b(ALL|INSERT|ALTER|CREATE|DROP|TRUNCATE|DELETE|UPDATE)\b/s;

function texts(rows: readonly unknown[]): string[] {
  const parsed = v.safeParse(v.array(v.tuple([v.string()])), rows);
  return parsed.success ? parsed.output.map(([text]) => text) : [];
}
