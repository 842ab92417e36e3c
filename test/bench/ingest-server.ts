import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Cells across: of 4 px each, on a page of 1280. */
const ACROSS = 320;
const SIZE = 4;
const PER_PIECE = 10_000;

export interface IngestServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** A long page at `/`, and an endpoint of the open format at `/heat.json` that answers with so many cells. */
export async function startIngestServer(cells: number): Promise<IngestServer> {
  const height = Math.ceil(cells / ACROSS) * SIZE;
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/heat.json')) void answer(response, cells);
    else response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(height));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // `listen` on TCP gives an object, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(response: ServerResponse, cells: number): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"format":"hushmap-heat","version":2,"cells":[');
  for (let from = 0; from < cells; from += PER_PIECE) {
    const rows: string[] = [];
    for (let i = from; i < Math.min(cells, from + PER_PIECE); i++) rows.push(rowOf(i));
    const isRoom = response.write(`${from > 0 ? ',' : ''}${rows.join(',')}`);
    if (!isRoom) await new Promise((resolve) => response.once('drain', resolve));
  }
  response.end(']}');
}

/** Not in the order that a map needs; a third of them are hidden. */
function rowOf(i: number): string {
  // A step without a common divisor visits every row once.
  const at = (i * 7_919) % 1_000_003;
  const x = (at % ACROSS) * SIZE + SIZE / 2;
  const y = Math.floor(at / ACROSS) * SIZE + SIZE / 2;
  const people = 4 + (at % 21);
  return `{"x":${x},"y":${y},"size":${SIZE},"count":${people + (at % 7)},"people":${people}}`;
}

const pageOf = (height: number): string =>
  `<!doctype html><title>Long</title><body style="margin:0"><main style="height:${height}px">${Array.from(
    { length: 400 },
    (_, i) =>
      `<a href="#${i}" style="position:absolute;left:${(i % 10) * 120}px;top:${Math.floor(i / 10) * 300}px;width:100px;height:40px">Link ${i}</a>`,
  ).join('')}</main>`;
