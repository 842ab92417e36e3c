import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Question {
  readonly sql: string;
  readonly url: URL;
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
}

export interface ClickHouseDouble {
  readonly origin: string;
  readonly asked: readonly Question[];
  close(): Promise<void>;
}

/**
 * A ClickHouse on loopback that says what it is told to: for answers that no engine would give on
 * demand. What the engine itself makes of our questions is held by `npm run test:clickhouse`.
 */
export async function startClickHouseDouble(
  reply: (question: Question, response: ServerResponse) => void,
): Promise<ClickHouseDouble> {
  const asked: Question[] = [];
  const server = createServer(async (request, response) => {
    response.on('error', () => {});
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const question = {
      sql: Buffer.concat(pieces).toString('utf8'),
      url: new URL(request.url ?? '/', 'http://double.test'),
      method: request.method ?? '',
      headers: request.headers,
    };
    asked.push(question);
    reply(question, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // `listen` on TCP gives an object, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An answer in the form `JSONCompact`. */
export function compact(rows: readonly unknown[], part: Record<string, unknown> = {}): string {
  return JSON.stringify({
    meta: [{ name: 'size', type: 'UInt16' }],
    data: rows,
    rows: rows.length,
    statistics: { elapsed: 0.1, rows_read: 10, bytes_read: 100 },
    ...part,
  });
}
