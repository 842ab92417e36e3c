/** One value of DER (X.690 §10): its tag, its content, and where the next one begins. */
export interface Der {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly next: number;
}

export const TAGS = {
  integer: 0x02,
  octets: 0x04,
  oid: 0x06,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
  explicit0: 0xa0,
} as const;

/** The value that begins at an offset; null where there is none of definite length. */
export function readDer(bytes: Uint8Array, at: number): Der | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  // Tags of more than one byte and indefinite lengths occur in no time stamp.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || first === 0x80)
    return null;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4) return null;
  let length = first < 0x80 ? first : 0;
  for (let index = 0; index < lengthBytes; index++) {
    length = length * 256 + (bytes[at + 2 + index] ?? 0);
  }
  const from = at + 2 + lengthBytes;
  const next = from + length;
  return next > bytes.length ? null : { tag, content: bytes.subarray(from, next), next };
}

/** The values in a row; null where bytes are left that are none, or where there are more than 64. */
export function readAll(bytes: Uint8Array): Der[] | null {
  const values: Der[] = [];
  for (let at = 0; at < bytes.length; ) {
    const value = readDer(bytes, at);
    if (!value || values.length >= 64) return null;
    values.push(value);
    at = value.next;
  }
  return values;
}
