/**
 * Headers of a zip file (PKWARE's APPNOTE 6.3.10, §4.3) in the one form that bundles have: no extra
 * fields, no comments, one fixed date. Whoever reads a bundle builds every header anew from what it
 * says and compares, so that no byte of the container can change unseen.
 */
export interface ZipRecord {
  readonly name: string;
  /** 0: stored; 8: deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes in the zip, and bytes when unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

export const LOCAL_BYTES = 30;
export const CENTRAL_BYTES = 46;
export const END_BYTES = 22;
export const SIGNATURES = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;

/** 2.0: files may be deflated. */
const VERSION = 20;
/** 1 January 1980, the first day that a zip can name. */
const DATE = 0x0021;

export function localHeader(record: ZipRecord): Uint8Array {
  const { bytes, view } = header(LOCAL_BYTES, record.name);
  view.setUint32(0, SIGNATURES.local, true);
  view.setUint16(4, VERSION, true);
  writeCommon(view, 8, record);
  return bytes;
}

export function centralHeader(record: ZipRecord): Uint8Array {
  const { bytes, view } = header(CENTRAL_BYTES, record.name);
  view.setUint32(0, SIGNATURES.central, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, VERSION, true);
  writeCommon(view, 10, record);
  view.setUint32(42, record.offset, true);
  return bytes;
}

export function endRecord(count: number, size: number, offset: number): Uint8Array {
  const { bytes, view } = header(END_BYTES, '');
  view.setUint32(0, SIGNATURES.end, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return bytes;
}

/** Reads what a central header says, whether or not its other fields are as they should be. */
export function readCentral(bytes: Uint8Array, at: number): ZipRecord | null {
  if (at + CENTRAL_BYTES > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, CENTRAL_BYTES);
  const nameBytes = bytes.subarray(
    at + CENTRAL_BYTES,
    at + CENTRAL_BYTES + view.getUint16(28, true),
  );
  return {
    name: String.fromCharCode(...nameBytes.subarray(0, MOST_NAME)),
    method: view.getUint16(10, true),
    crc: view.getUint32(16, true),
    packed: view.getUint32(20, true),
    size: view.getUint32(24, true),
    offset: view.getUint32(42, true),
  };
}

export const MOST_NAME = 200;

/** Method, time, date, sum, sizes and the length of the name stand in both kinds of header alike. */
function writeCommon(view: DataView, at: number, { method, crc, packed, size, name }: ZipRecord) {
  view.setUint16(at, method, true);
  view.setUint16(at + 4, DATE, true);
  view.setUint32(at + 6, crc, true);
  view.setUint32(at + 10, packed, true);
  view.setUint32(at + 14, size, true);
  view.setUint16(at + 18, name.length, true);
}

function header(length: number, name: string): { bytes: Uint8Array; view: DataView } {
  const bytes = new Uint8Array(length + name.length);
  for (let at = 0; at < name.length; at++) bytes[length + at] = name.charCodeAt(at);
  return { bytes, view: new DataView(bytes.buffer) };
}
