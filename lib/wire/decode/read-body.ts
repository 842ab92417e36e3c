import { bytesOf } from './bytes';
import type { BodyHints, Layer, Limits, Opaque, OpaqueKind, Reader, Step } from './contract';
import { readEncoded } from './read-encoded';
import { readPacked } from './read-packed';

export const LIMITS: Limits = { depth: 3, size: 40_000_000, layers: 20_000 };

/** Something still to be read. */
interface Node {
  readonly body: string | Uint8Array;
  readonly path: readonly Step[];
  /** Encodings undone so far. */
  readonly depth: number;
}

/**
 * Reads a body as often over as its encodings need: every text that comes to light is shown once,
 * with the steps that led to it, the least hidden first. The work is bounded whatever the body is.
 *
 * @returns the bytes that could not be read, by reason. They are not clean: nobody has seen them.
 */
export function readBody(
  body: string | Uint8Array,
  visit: (layer: Layer) => void,
  hints: BodyHints = {},
  limits: Limits = LIMITS,
): Opaque {
  const opaque: Opaque = {};
  const count = (kind: OpaqueKind, bytes: number): void => {
    if (bytes > 0) opaque[kind] = (opaque[kind] ?? 0) + bytes;
  };
  if (/\bbr\b|zstd/i.test(hints.contentEncoding ?? '') && typeof body !== 'string') {
    count(/zstd/i.test(hints.contentEncoding ?? '') ? 'zstd' : 'brotli', body.length);
    return opaque;
  }
  // Parts of a form may be packed, and packed bytes are none in a text.
  const isParts = typeof body === 'string' && body.startsWith('--');
  const queue: Node[] = [{ body: isParts ? bytesOf(body) : body, path: [], depth: 0 }];
  let left = limits.size;
  // In order of arrival, so that the shortest way to a text comes first.
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at];
    if (!node) break;
    queue[at] = DONE;
    if (at >= limits.layers || node.body.length > left) {
      count('limit', node.body.length);
      continue;
    }
    left -= node.body.length;
    const reader: Reader = {
      room: left,
      add: (child, step) => {
        const depth = node.depth + (STRUCTURE.has(step) ? 0 : 1);
        if (child.length === 0) return;
        if (depth > limits.depth || node.path.length >= MOST_STEPS) {
          // A text has been shown as far as it could be read; of packed bytes nobody has seen any.
          if (typeof child !== 'string') count('limit', child.length);
          return;
        }
        queue.push({ body: child, path: [...node.path, step], depth });
      },
      opaque: count,
      show: (text) => visit({ text, path: node.path }),
    };
    if (typeof node.body === 'string') readEncoded(node.body, node.path, reader);
    else readPacked(node.body, node.path, reader);
  }
  return opaque;
}

/** What is read needs its memory no longer. */
const DONE: Node = { body: '', path: [], depth: 0 };

/** Forms in JSON in forms end as well. */
const MOST_STEPS = 8;

const STRUCTURE: ReadonlySet<Step> = new Set(['form', 'multipart', 'json', 'binary']);
