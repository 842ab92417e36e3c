import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WireRequest } from '../../../../lib/wire/contract';
import { CORS } from '../driver';

/** A back end on this machine, for bodies that the browser's tools do not show whole. */
export interface Intake {
  readonly url: string;
  readonly bodies: readonly IntakeBody[];
  close(): Promise<void>;
}

/** All that an intake got, as somebody who watches the wire would see it. */
export const arrivedAt = ({ bodies }: Intake): WireRequest[] =>
  bodies.map(({ request }) => request);

export interface IntakeBody {
  readonly path: string;
  readonly contentType: string;
  readonly body: Buffer;
  readonly request: WireRequest;
}

/** @param answer what it says to a request, as JSON; nothing by default. */
export async function openIntake(
  answer: (path: string) => unknown = () => undefined,
): Promise<Intake> {
  const bodies: IntakeBody[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const contentType = request.headers['content-type'] ?? '';
      const path = request.url ?? '';
      const body = Buffer.concat(chunks);
      const url = `http://${request.headers.host}${path}`;
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      const id = `intake ${bodies.length}`;
      bodies.push({ path, contentType, body, request: { id, url, headers, body } });
      response.writeHead(200, { ...CORS, 'content-type': 'application/json' });
      response.end(JSON.stringify(answer(path)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/intake`,
    bodies,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
