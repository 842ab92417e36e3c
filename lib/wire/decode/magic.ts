/** What the first bytes say. */
export type Magic = 'gzip' | 'zlib' | 'zstd' | 'media' | null;

export function magicOf(bytes: Uint8Array, at = 0): Magic {
  const a = bytes[at] ?? 0;
  const b = bytes[at + 1] ?? 0;
  const c = bytes[at + 2] ?? 0;
  const d = bytes[at + 3] ?? 0;
  if (a === 0x1f && b === 0x8b && c === 8) return 'gzip';
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) return 'zstd';
  // RFC 1950: deflate, a window of at most 32 KB, no dictionary, and a check of these two bytes.
  const isZlib = (a & 0x8f) === 8 && (b & 0x20) === 0 && ((a << 8) | b) % 31 === 0;
  if (isZlib && bytes.length - at > 6) return 'zlib';
  return MEDIA.has((a << 24) | (b << 16) | (c << 8) | d) ? 'media' : null;
}

/** PNG, GIF, JPEG (three kinds), RIFF (WebP), WOFF, WOFF2, PDF, Matroska. */
const MEDIA: ReadonlySet<number> = new Set(
  [
    0x89504e47, 0x47494638, 0xffd8ffe0, 0xffd8ffe1, 0xffd8ffdb, 0x52494646, 0x774f4646, 0x774f4632,
    0x25504446, 0x1a45dfa3,
  ].map((word) => word | 0),
);

/** Where the compressed stream begins behind a gzip header (RFC 1952); -1 where the header is none. */
export function gzipStart(bytes: Uint8Array, at: number): number {
  const flags = bytes[at + 3] ?? 0;
  let start = at + 10;
  if (flags & 4) start += 2 + (bytes[start] ?? 0) + ((bytes[start + 1] ?? 0) << 8);
  for (const named of [8, 16]) {
    if (!(flags & named)) continue;
    const end = bytes.indexOf(0, start);
    if (end < 0) return -1;
    start = end + 1;
  }
  if (flags & 2) start += 2;
  return start < bytes.length ? start : -1;
}
