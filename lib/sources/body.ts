import { SLICE_MS } from '../core/steps';
import type { RowReader } from './json-rows';
import { nextTurn } from './turns';

/** What stopped a body from being read, apart from its text (`JsonRowsError`). */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/**
 * Pipes a stream of UTF-8 bytes into a row reader and returns the outermost object. It gives the
 * event loop a turn after some milliseconds of work, so that a worker goes on answering. Throws
 * `JsonRowsError`, `BodyTooLargeError`, or whatever the stream fails with.
 *
 * @param limit bytes after decompression; the stream is cancelled at the first byte beyond it
 * @param onBytes called for each piece that arrives, for instance to reset a timer
 */
export async function readRows(
  body: ReadableStream<Uint8Array>,
  rows: RowReader,
  limit: number,
  onBytes: () => void = () => {},
): Promise<unknown> {
  const stream = body.getReader();
  const decoder = new TextDecoder();
  let total = 0;
  let since = performance.now();
  try {
    while (!rows.stopped) {
      const { done, value } = await stream.read();
      if (done) break;
      onBytes();
      total += value.byteLength;
      if (total > limit) throw new BodyTooLargeError();
      for (let at = 0; at < value.byteLength && !rows.stopped; at += PIECE) {
        const piece = value.subarray(at, at + PIECE);
        rows.push(decoder.decode(piece, { stream: true }));
        if (performance.now() - since < SLICE_MS) continue;
        await nextTurn();
        since = performance.now();
      }
    }
    if (rows.stopped) return null;
    rows.push(decoder.decode());
    return rows.end();
  } finally {
    // Free where the stream has ended; where it has not, nobody wants the rest.
    stream.cancel().catch(() => {});
  }
}

/** Some three milliseconds of work. */
const PIECE = 65_536;
