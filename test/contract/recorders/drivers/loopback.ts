import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CORS } from '../driver';

/** A back end on this machine, for bodies that the browser's tools do not show whole. */
export interface Intake {
  readonly url: string;
  readonly bodies: readonly IntakeBody[];
  close(): Promise<void>;
}

export interface IntakeBody {
  readonly path: string;
  readonly contentType: string;
  readonly body: Buffer;
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
      bodies.push({ path, contentType, body: Buffer.concat(chunks) });
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
