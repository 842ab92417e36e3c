import { Inflate } from 'fflate';
import { crc32 } from './crc32';
import type { ZipRecord } from './zip-headers';

/**
 * The content of one file of a zip; null: its bytes are damaged, or they are not what its header says.
 * No more memory is taken than the header announces, whatever the bytes unpack to.
 */
export function unpack(record: ZipRecord, packed: Uint8Array): Uint8Array | null {
  const content = record.method === 0 ? packed : inflate(packed, record.size);
  const isWhole = content?.length === record.size && crc32(content) === record.crc;
  return isWhole ? content : null;
}

/** Bytes that go in at a time: they unpack to at most 1032 times as many (RFC 1951 §3.2.5). */
const PIECE = 16 * 1024;

function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  const content = new Uint8Array(size);
  let length = 0;
  let isTooLong = false;
  let isEnded = false;
  const stream = new Inflate((chunk, isFinal) => {
    isEnded ||= isFinal;
    isTooLong ||= length + chunk.length > size;
    if (isTooLong) return;
    content.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && !isTooLong; at += PIECE) {
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch {
    return null;
  }
  return isEnded && !isTooLong && length === size ? content : null;
}
