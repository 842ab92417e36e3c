import { sameBytes } from './bytes';
import { isSafeName } from './names';
import { NotABundle } from './not-a-bundle';
import { type Problem, problem } from './problem';
import { unpack } from './unpack';
import {
  CENTRAL_BYTES,
  centralHeader,
  END_BYTES,
  endRecord,
  localHeader,
  readCentral,
  SIGNATURES,
  type ZipRecord,
} from './zip-headers';
import { MOST_FILES, MOST_PACKED, MOST_UNPACKED } from './zip-limits';

export interface ReadZip {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What was changed in the container; a file that is damaged is not among the files. */
  readonly problems: readonly Problem[];
  /** False: the container is damaged, so that files may be missing here that are in it. */
  readonly isComplete: boolean;
}

/**
 * Reads a zip of the one form that bundles have. Every byte of it has a place: headers are built anew
 * from what they say and compared, and contents are summed, so a changed byte is found wherever it is.
 *
 * @throws NotABundle for what is no zip, and for one that is beyond the limits.
 */
export function readZip(bytes: Uint8Array): ReadZip {
  if (bytes.length > MOST_PACKED) throw new NotABundle('It is larger than any bundle.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < END_BYTES) throw new NotABundle('It is no zip.');
  const records = readDirectory(bytes, view);
  if (records === null) {
    if (view.getUint32(0, true) !== SIGNATURES.local) throw new NotABundle('It is no zip.');
    return broken(problem('', 'container'));
  }
  const total = records.reduce((sum, { size }) => sum + size, 0);
  if (total > MOST_UNPACKED) throw new NotABundle('It would unpack to more than any bundle.');
  return readFiles(bytes, records);
}

const broken = (...problems: Problem[]): ReadZip => ({
  files: new Map(),
  problems,
  isComplete: false,
});

/** Null where the end of the zip or its list of files is not as it was written. */
function readDirectory(bytes: Uint8Array, view: DataView): ZipRecord[] | null {
  const end = bytes.length - END_BYTES;
  if (view.getUint32(end, true) !== SIGNATURES.end) return null;
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  if (count > MOST_FILES) throw new NotABundle('It holds more files than any bundle.');
  if (!sameBytes(endRecord(count, size, offset), bytes.subarray(end))) return null;
  if (offset + size !== end) return null;
  const records: ZipRecord[] = [];
  let at = offset;
  for (let index = 0; index < count; index++) {
    const record = readCentral(bytes, at);
    if (record === null) return null;
    const header = centralHeader(record);
    if (!sameBytes(header, bytes.subarray(at, at + header.length))) return null;
    records.push(record);
    at += CENTRAL_BYTES + record.name.length;
  }
  return at === end ? records : null;
}

function readFiles(bytes: Uint8Array, records: readonly ZipRecord[]): ReadZip {
  const files = new Map<string, Uint8Array>();
  const problems: Problem[] = [];
  let at = 0;
  let before = '';
  for (const record of records) {
    const { name, packed, method, offset } = record;
    if (!isSafeName(name)) return broken(problem(name, 'unsafe-name'));
    if (name <= before) return broken(problem(name, name === before ? 'twice' : 'container'));
    const header = localHeader(record);
    const from = at + header.length;
    const isInPlace = offset === at && sameBytes(header, bytes.subarray(at, from));
    if (!isInPlace || (method !== 0 && method !== 8)) return broken(problem(name, 'header'));
    const content = unpack(record, bytes.subarray(from, from + packed));
    if (content) files.set(name, content);
    else problems.push(problem(name, 'damaged'));
    at = from + packed;
    before = name;
  }
  const directory = records.reduce((sum, { name }) => sum + CENTRAL_BYTES + name.length, 0);
  const isTiled = at === bytes.length - END_BYTES - directory;
  return isTiled ? { files, problems, isComplete: true } : broken(problem('', 'container'));
}
