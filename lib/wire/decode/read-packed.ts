import { readBytes, unreadIn } from './bytes';
import type { Reader, Step } from './contract';
import { magicOf } from './magic';
import { partsOf } from './multipart';
import { readEncoded } from './read-encoded';
import { isPlain } from './runs';
import { rawDeflate, streamsFrom, streamsIn } from './streams';

/** Reads bytes: unpacks them, takes them apart, or shows them as the text that they are. */
export function readPacked(bytes: Uint8Array, path: readonly Step[], reader: Reader): void {
  const streams = streamsFrom(bytes, reader.room);
  const last = streams.at(-1);
  if (last) {
    for (const stream of streams) reader.add(stream.bytes, stream.kind);
    const rest = bytes.subarray(last.start + last.read);
    // What stands behind a stream that has ended is something else.
    if (last.end === 'done') reader.add(rest, 'binary');
    else countRest(last.end, rest.length, reader);
    return;
  }
  const magic = magicOf(bytes);
  if (magic === 'zstd') {
    reader.opaque('zstd', bytes.length);
    return;
  }
  const parts = partsOf(bytes);
  if (parts) {
    for (const { head, content } of parts) {
      reader.add(head, 'multipart');
      reader.add(content, 'multipart');
    }
    return;
  }
  const { text, isText } = readBytes(bytes);
  if (isText) readEncoded(text, path, reader);
  else readBinary(bytes, text, magic === 'media', reader);
}

function readBinary(bytes: Uint8Array, text: string, isMedia: boolean, reader: Reader): void {
  const raw = isMedia ? null : rawDeflate(bytes, reader.room, isPlain);
  if (raw) {
    reader.add(raw.bytes, 'deflate');
    countRest(raw.end, bytes.length - raw.read, reader);
    return;
  }
  const streams = isMedia ? [] : streamsIn(bytes, reader.room);
  let unread = 0;
  let from = 0;
  for (const stream of streams) {
    reader.add(stream.bytes, stream.kind);
    unread += unreadIn(text.slice(from, stream.start).trim());
    from = stream.start + stream.read;
    if (stream.end === 'limit') reader.opaque('limit', 1);
  }
  unread += unreadIn(text.slice(from).trim());
  const wide = fromUtf16(bytes);
  if (wide !== null) {
    reader.add(wide, 'utf-16');
    unread = 0;
  }
  reader.add(text, 'binary');
  reader.opaque(isMedia ? 'media' : 'unknown', unread);
}

/** Recorders leave streams without an end; a limit or a fault means that something was not seen. */
function countRest(end: 'done' | 'cut' | 'limit' | 'invalid', rest: number, reader: Reader): void {
  if (end === 'limit') reader.opaque('limit', Math.max(1, rest));
  if (end === 'invalid') reader.opaque('cut', Math.max(1, rest));
}

/** Text of two bytes a letter: where every other byte of it is zero. */
function fromUtf16(bytes: Uint8Array): string | null {
  if (bytes.length < 16) return null;
  const zeros = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = bytes.length / 2;
  if (Math.max(even, odd) < half * 0.7 || Math.min(even, odd) > half * 0.3) return null;
  return new TextDecoder(odd > even ? 'utf-16le' : 'utf-16be').decode(bytes);
}
