import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** ClickHouse's own engine, running in this process over a folder of its own. */
export interface Engine {
  readonly version: string;
  /** Runs statements as an administrator. */
  run(sql: string): void;
  rows(sql: string): unknown[][];
  insert(table: string, columns: readonly string[], lines: string): Promise<void>;
  /** A connection with settings of its own, `readonly` last: after it the engine refuses any other. */
  connect(settings: Readonly<Record<string, string>>): Connection;
  close(): void;
}

export interface Connection {
  /** The answer as it would travel. Rejects with an error that holds the engine's code. */
  ask(sql: string, params: Readonly<Record<string, string>>): Promise<Uint8Array>;
}

/** The part of `chdb` that is used here; the package is installed by this suite alone. */
interface Session {
  query(sql: string, format: string): string;
  queryBindAsync(
    sql: string,
    params: object,
    options: { format: string },
  ): Promise<{ bytes(): Uint8Array }>;
  insert(options: object): Promise<unknown>;
  close(): void;
}

const DOCS = join(import.meta.dirname, '../../docs/sources/clickhouse');

export function startEngine(): Engine {
  // `chdb` has no types where it is not installed, and only this suite installs it.
  const { Session } = createRequire(import.meta.url)('chdb') as {
    Session: new (path: string, options: { connectionArgs: string[] }) => Session;
  };
  const folder = mkdtempSync(join(tmpdir(), 'hushmap-clickhouse-'));
  const settings = mkdtempSync(join(tmpdir(), 'hushmap-clickhouse-settings-'));
  const options = { connectionArgs: [`--config-file=${writeSettings(settings)}`] };
  const admin = new Session(folder, options);
  const sessions = [admin];
  const rows = (sql: string): unknown[][] => {
    const answer: { data: unknown[][] } = JSON.parse(admin.query(sql, 'JSONCompact'));
    return answer.data;
  };
  return {
    version: String(rows('SELECT version()')[0]?.[0]),
    run: (sql) => {
      admin.query(sql, 'TabSeparated');
    },
    rows,
    insert: async (table, columns, lines) => {
      await admin.insert({ table, columns, values: Buffer.from(lines), format: 'TSV' });
    },
    connect(settings) {
      const own = new Session(folder, options);
      sessions.push(own);
      const { readonly = '1', ...others } = settings;
      for (const [name, value] of Object.entries({ ...others, readonly })) {
        own.query(`SET ${name} = ${value}`, 'TabSeparated');
      }
      return {
        ask: async (sql, params) =>
          (await own.queryBindAsync(sql, params, { format: 'TabSeparated' })).bytes(),
      };
    },
    close() {
      for (const session of sessions.reverse()) session.close();
      for (const made of [folder, settings]) rmSync(made, { recursive: true, force: true });
    },
  };
}

/** The database that the documented user may read in. */
export const READERS_DATABASE = 'web';

/**
 * The engine's settings, and the documented user with the documented rights. As a library it has
 * nowhere to keep a user that a statement makes, so these come from a file.
 */
function writeSettings(folder: string): string {
  const [users, config] = [join(folder, 'users.xml'), join(folder, 'config.xml')];
  const own = readFileSync(join(import.meta.dirname, 'config.xml'), 'utf8');
  writeFileSync(config, own.replace('users.xml', users));
  const rights = documentedRights().map((grant) => `<query>${grant}</query>`);
  const anywhere = '<networks><ip>::/0</ip></networks><profile>default</profile>';
  writeFileSync(
    users,
    `<clickhouse><profiles><default/></profiles><quotas><default/></quotas><users>
      <default><password/>${anywhere}<quota>default</quota><access_management>1</access_management></default>
      <hushmap_reader><password/>${anywhere}<quota>default</quota><grants>${rights.join('')}</grants></hushmap_reader>
    </users></clickhouse>`,
  );
  return config;
}

/** The documented grants, in the form that a file of users holds them. */
function documentedRights(): string[] {
  return ['4-user.sql', '5-distributed.sql']
    .flatMap(documented)
    .filter((statement) => statement.startsWith('GRANT '))
    .map((grant) => {
      const [, what, table, who] = /^GRANT (\w+) ON (\w+) TO (\w+)$/.exec(grant) ?? [];
      if (who !== 'hushmap_reader') throw new Error(`not a right of the documented user: ${grant}`);
      return `GRANT ${what} ON ${READERS_DATABASE}.${table}`;
    });
}

/** The statements of a file that the documentation hands out. */
export function documented(file: string): string[] {
  const text = readFileSync(join(DOCS, file), 'utf8').replace(/--.*$/gm, '');
  return text
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

/** The settings of the documented profile. */
export function documentedSettings(): Record<string, string> {
  const profile = documented('4-user.sql').find((statement) => statement.includes('PROFILE')) ?? '';
  const list = profile.slice(profile.indexOf('SETTINGS\n') + 9);
  const pairs = list.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  return Object.fromEntries(pairs);
}
