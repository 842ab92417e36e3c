import { latin1Of } from './bytes';

/** A part of a `multipart/form-data` body: its head as written, and its content. */
export interface Part {
  readonly head: string;
  readonly content: Uint8Array;
}

const MOST_PARTS = 1000;

/** The parts of a body, by the boundary that it begins with; null where it has none. */
export function partsOf(bytes: Uint8Array): Part[] | null {
  if (bytes[0] !== 45 || bytes[1] !== 45) return null;
  const boundary = /^--[\w'()+,./:=? -]{1,72}(?=\r?\n)/.exec(latin1Of(bytes.subarray(0, 80)))?.[0];
  if (!boundary) return null;
  const body = latin1Of(bytes);
  const parts: Part[] = [];
  let at = 0;
  while (at >= 0 && parts.length < MOST_PARTS) {
    const from = at + boundary.length;
    const next = body.indexOf(`\n${boundary}`, from);
    const end = next < 0 ? bytes.length : next;
    if (body.startsWith('--', from)) break;
    const head = /^\r?\n(?:[^\r\n]+\r?\n)*\r?\n/.exec(body.slice(from, from + 4000))?.[0] ?? '\r\n';
    const start = Math.min(end, from + head.length);
    parts.push({ head: head.trim(), content: bytes.subarray(start, end) });
    at = next < 0 ? -1 : next + 1;
  }
  return parts;
}
