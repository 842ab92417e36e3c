import { deflateSync } from 'fflate';
import { concat } from './bytes';
import { crc32 } from './crc32';
import { isSafeName } from './names';
import { centralHeader, endRecord, localHeader, type ZipRecord } from './zip-headers';
import { MOST_FILES, MOST_UNPACKED } from './zip-limits';

/**
 * A zip of these files: sorted names, one fixed date, so that equal contents have equal bytes.
 *
 * @throws RangeError for a name that is not safe, and for more than a reader would take.
 */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const names = [...files.keys()].sort();
  if (names.length > MOST_FILES) throw new RangeError(`more than ${MOST_FILES} files`);
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  let total = 0;
  for (const name of names) {
    if (!isSafeName(name)) throw new RangeError(`no file of a bundle is called ${name}`);
    const content = files.get(name) ?? new Uint8Array();
    total += content.length;
    if (total > MOST_UNPACKED) throw new RangeError(`more than ${MOST_UNPACKED} bytes`);
    const { record, packed } = pack(name, content, offset);
    const local = localHeader(record);
    parts.push(local, packed);
    directory.push(centralHeader(record));
    offset += local.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  return concat([...parts, ...directory, endRecord(names.length, size, offset)]);
}

function pack(name: string, content: Uint8Array, offset: number) {
  // A picture is deflated already.
  const deflated = name.endsWith('.png') ? content : deflateSync(content, { level: 6 });
  const isSmaller = deflated.length < content.length;
  const packed = isSmaller ? deflated : content;
  const record: ZipRecord = {
    name,
    method: isSmaller ? 8 : 0,
    crc: crc32(content),
    packed: packed.length,
    size: content.length,
    offset,
  };
  return { record, packed };
}
