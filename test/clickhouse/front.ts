import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Connection, documentedSettings, type Engine } from './engine';

export interface Front {
  readonly origin: string;
  /** Bytes of all answers so far. */
  readonly bytes: number;
  /** Queries so far, with their parameters. */
  readonly asked: readonly { readonly sql: string; readonly params: Record<string, string> }[];
  close(): Promise<void>;
}

export interface FrontOptions {
  readonly user: string;
  readonly password: string;
  /** Default: those of the documented profile. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * ClickHouse's HTTP interface over the engine, on loopback: user and key in headers, the query in
 * the body, `param_…` in the address, errors with their number in a header and the status that
 * ClickHouse gives it. Writes, changed settings and several statements at once are the engine's to refuse.
 */
export async function startFront(engine: Engine, options: FrontOptions): Promise<Front> {
  const connection = engine.connect(options.settings ?? documentedSettings());
  const seen = { bytes: 0, asked: [] as { sql: string; params: Record<string, string> }[] };
  const server = createServer((request, response) => {
    response.on('error', () => {});
    // The engine blocks this process while a test fills it, and an idle connection would end meanwhile.
    response.shouldKeepAlive = false;
    answer(request, connection, options, seen.asked).then(
      (body) => {
        seen.bytes += body.byteLength;
        response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' });
        response.end(body);
      },
      (cause) => refuse(response, cause),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // `listen` on TCP gives an object, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    get bytes() {
      return seen.bytes;
    },
    asked: seen.asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  connection: Connection,
  { user, password }: FrontOptions,
  asked: { sql: string; params: Record<string, string> }[],
): Promise<Uint8Array> {
  const sql = await bodyOf(request);
  const { 'x-clickhouse-user': name, 'x-clickhouse-key': key } = request.headers;
  if (name !== user || key !== password) {
    throw new Error(
      `Code: 516. DB::Exception: ${name}: Authentication failed: password is incorrect, or there is no user with such name. (AUTHENTICATION_FAILED)`,
    );
  }
  const url = new URL(request.url ?? '/', 'http://front.test');
  const params: Record<string, string> = {};
  for (const [key, value] of url.searchParams) {
    if (!key.startsWith('param_')) {
      throw new Error(`Code: 164. DB::Exception: Cannot modify '${key}' setting in readonly mode`);
    }
    params[key.slice(6)] = fromTabSeparated(value);
  }
  asked.push({ sql, params });
  return connection.ask(sql, params);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

/** The server reads a parameter as a field of `TabSeparated`; `chdb` wants the value itself. */
function fromTabSeparated(text: string): string {
  if (/[\t\n]/.test(text)) throw new Error('Code: 457. DB::Exception: Value is not parsed fully');
  return text.replace(/\\(.)/gs, (_all, char: string) => UNESCAPED[char] ?? char);
}

const UNESCAPED: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  0: '\0',
  b: '\b',
  f: '\f',
};

function refuse(response: ServerResponse, cause: unknown): void {
  const text = cause instanceof Error ? cause.message : String(cause);
  const code = Number(/Code: (\d+)/.exec(text)?.[1] ?? 1002);
  response.writeHead(STATUS[code] ?? 500, {
    'content-type': 'text/plain; charset=UTF-8',
    'x-clickhouse-exception-code': String(code),
  });
  response.end(text);
}

/** `exceptionCodeToHTTPStatus` in ClickHouse's `src/Server/HTTP/exceptionCodeToHTTPStatus.cpp`, in part. */
const STATUS: Readonly<Record<number, number>> = {
  516: 403,
  497: 403,
  62: 400,
  36: 400,
  456: 400,
  47: 404,
  60: 404,
  81: 404,
  159: 408,
};
