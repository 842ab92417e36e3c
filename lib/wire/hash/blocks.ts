const encoder = new TextEncoder();

export const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/** A text's UTF-8 in padded blocks of sixteen words, as MD5 (lowest byte first) and SHA-1 take it. */
export function* blocksOf(text: string, isLittle: boolean): Generator<Int32Array> {
  const bytes = encoder.encode(text);
  const length = (((bytes.length + 8) >> 6) + 1) << 6;
  const view = new DataView(new ArrayBuffer(length));
  for (let i = 0; i < bytes.length; i++) view.setUint8(i, bytes[i] ?? 0);
  view.setUint8(bytes.length, 0x80);
  const low = (bytes.length * 8) >>> 0;
  const high = Math.floor(bytes.length / 2 ** 29);
  view.setUint32(length - 8, isLittle ? low : high, isLittle);
  view.setUint32(length - 4, isLittle ? high : low, isLittle);
  for (let at = 0; at < length; at += 64) {
    yield Int32Array.from({ length: 16 }, (_, i) => view.getInt32(at + 4 * i, isLittle));
  }
}

export function toHex(state: Int32Array, isLittle: boolean): string {
  const view = new DataView(new ArrayBuffer(state.length * 4));
  for (const [i, value] of state.entries()) view.setInt32(4 * i, value, isLittle);
  let hex = '';
  for (let i = 0; i < view.byteLength; i++) hex += view.getUint8(i).toString(16).padStart(2, '0');
  return hex;
}
