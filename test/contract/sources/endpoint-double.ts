import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EndpointAnswer {
  readonly status?: number;
  readonly type?: string;
  readonly body: string | Iterable<string>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface EndpointDouble {
  readonly origin: string;
  readonly seen: readonly { readonly url: URL; readonly headers: IncomingMessage['headers'] }[];
  close(): Promise<void>;
}

/** A team's own endpoint on loopback: it answers every question with what it was given. */
export async function startEndpointDouble(
  answer: (url: URL, response: ServerResponse) => EndpointAnswer | null,
): Promise<EndpointDouble> {
  const seen: { url: URL; headers: IncomingMessage['headers'] }[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://double.test');
    seen.push({ url, headers: request.headers });
    // A client that hangs up (too large, too slow) is part of the tests.
    response.on('error', () => {});
    const said = answer(url, response);
    if (said === null) return;
    const { status = 200, type = 'application/json', body, headers } = said;
    response.writeHead(status, { 'content-type': type, ...headers });
    for (const piece of typeof body === 'string' ? [body] : body) response.write(piece);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // `listen` on TCP gives an object, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
