import { type Inflated, inflate } from './inflate';
import { gzipStart, magicOf } from './magic';

/** A compressed stream in the midst of bytes. */
export interface Stream extends Inflated {
  readonly kind: 'gzip' | 'deflate';
  readonly start: number;
}

/** The stream that begins at a place, by its first bytes; null where none does. */
export function streamAt(bytes: Uint8Array, start: number, most: number): Stream | null {
  const magic = magicOf(bytes, start);
  if (magic !== 'gzip' && magic !== 'zlib') return null;
  const from = magic === 'gzip' ? gzipStart(bytes, start) : start + 2;
  if (from < 0) return null;
  const inflated = inflate(bytes, from, most);
  // The two bytes of zlib's head come up by chance, and what follows them then breaks off soon.
  if (inflated.bytes.length < (inflated.end === 'invalid' ? LEAST : 1)) return null;
  const end = from + inflated.read + (inflated.end === 'done' ? CHECKSUM[magic] : 0);
  return {
    ...inflated,
    kind: magic === 'gzip' ? 'gzip' : 'deflate',
    start,
    read: Math.min(end, bytes.length) - start,
  };
}

/** Bytes behind the end of a stream: its checksum, and gzip's length. */
const CHECKSUM = { gzip: 8, zlib: 4 } as const;

/** The streams that follow one another from the first byte on, as members of one gzip file do. */
export function streamsFrom(bytes: Uint8Array, most: number): Stream[] {
  const found: Stream[] = [];
  let at = 0;
  let left = most;
  while (at < bytes.length && found.length < MOST_STREAMS && left > 0) {
    const stream = streamAt(bytes, at, left);
    if (!stream) break;
    found.push(stream);
    if (stream.end !== 'done') break;
    left -= stream.bytes.length;
    at += stream.read;
  }
  return found;
}

const LEAST = 64;
const MOST_STREAMS = 64;

/** Streams behind a head of the sender's own: an envelope, a length, a line of JSON. */
export function streamsIn(bytes: Uint8Array, most: number): Stream[] {
  const found: Stream[] = [];
  let left = most;
  let tries = 0;
  for (let at = 1; at < bytes.length - 8 && tries < MOST_STREAMS && left > 0; at++) {
    const byte = bytes[at];
    // Gzip's first byte, and the one that every sender of zlib writes: a window of 32 KB.
    if (byte !== 0x1f && byte !== 0x78) continue;
    if (magicOf(bytes, at) === null) continue;
    tries++;
    const stream = streamAt(bytes, at, left);
    if (!stream || stream.bytes.length < 16) continue;
    found.push(stream);
    left -= stream.bytes.length;
    at += Math.max(0, stream.read - 1);
  }
  return found;
}

/** A deflate stream without any head, where what it gives reads as text; null where there is none. */
export function rawDeflate(
  bytes: Uint8Array,
  most: number,
  isText: (bytes: Uint8Array) => boolean,
) {
  // 11 is no kind of block; stored blocks are readable as they are.
  const kind = ((bytes[0] ?? 0) >> 1) & 3;
  if (kind === 0 || kind === 3) return null;
  const taste = inflate(bytes, 0, Math.min(512, most));
  if (taste.bytes.length < 16 || taste.end === 'invalid' || !isText(taste.bytes)) return null;
  return taste.end === 'limit' ? inflate(bytes, 0, most) : taste;
}
