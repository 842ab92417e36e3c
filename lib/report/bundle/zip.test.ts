// @vitest-environment node
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sameBytes } from './bytes';
import { crc32 } from './crc32';
import { NotABundle } from './not-a-bundle';
import { readZip } from './read-zip';
import { writeZip } from './zip';
import { centralHeader, endRecord, localHeader, type ZipRecord } from './zip-headers';

const FILES = new Map([
  ['walk.json', strToU8('a'.repeat(5000))],
  ['manifest.json', strToU8('{}')],
  ['pictures/one.png', Uint8Array.of(1, 2, 3)],
]);

/** A zip whose headers agree with one another, whatever they say. */
function forge(records: readonly (Partial<ZipRecord> & { name: string; data: Uint8Array })[]) {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { data, ...said } of records) {
    const record: ZipRecord = {
      method: 0,
      crc: crc32(data),
      packed: data.length,
      size: data.length,
      offset,
      ...said,
    };
    parts.push(localHeader(record), data);
    directory.push(centralHeader(record));
    offset += localHeader(record).length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  return Uint8Array.from(
    [...parts, ...directory, endRecord(records.length, size, offset)].flatMap((part) => [...part]),
  );
}

const codes = (bytes: Uint8Array) =>
  readZip(bytes).problems.map(({ file, code }) => `${file}: ${code}`);

describe('the zip of a bundle', () => {
  it('gives back what went in, to us and to others', () => {
    const zip = writeZip(FILES);
    const read = readZip(zip);
    expect(read).toMatchObject({ problems: [], isComplete: true });
    expect([...read.files.keys()]).toEqual(['manifest.json', 'pictures/one.png', 'walk.json']);
    for (const [name, content] of FILES) {
      expect(sameBytes(read.files.get(name) ?? new Uint8Array(), content)).toBe(true);
      expect(sameBytes(unzipSync(zip)[name] ?? new Uint8Array(), content)).toBe(true);
    }
  });

  it('has equal bytes for equal contents, in whatever order and zone', () => {
    const zone = process.env.TZ;
    const zip = writeZip(FILES);
    process.env.TZ = 'Pacific/Kiritimati';
    expect(sameBytes(writeZip(new Map([...FILES].reverse())), zip)).toBe(true);
    process.env.TZ = zone;
  });

  it('writes no name that leads elsewhere', () => {
    for (const name of ['../x', '/x', 'a/../x', 'a\\x', 'C:x', 'A', 'a//b', '', 'a/', 'ä', '.x']) {
      expect(() => writeZip(new Map([[name, new Uint8Array()]]))).toThrow(RangeError);
    }
  });

  it('reads no name that leads elsewhere, and none twice', () => {
    const data = strToU8('x');
    expect(codes(forge([{ name: '../../etc/passwd', data }]))).toEqual([
      '../../etc/passwd: unsafe-name',
    ]);
    expect(codes(forge([{ name: '\u001b[2J', data }]))).toEqual(['?[2J: unsafe-name']);
    expect(
      codes(
        forge([
          { name: 'a', data },
          { name: 'a', data },
        ]),
      ),
    ).toEqual(['a: twice']);
    expect(
      codes(
        forge([
          { name: 'b', data },
          { name: 'a', data },
        ]),
      ),
    ).toEqual(['a: container']);
  });

  it('takes no more memory than a file announces', () => {
    // 4 MB of zeros in 4 kB, announced as one byte.
    const bomb = zipSync({ a: new Uint8Array(4_000_000) }, { level: 9 });
    const data = bomb.subarray(31, bomb.length - 69);
    const zip = forge([{ name: 'a', data, method: 8, size: 1, crc: 0 }]);
    expect(codes(zip)).toEqual(['a: damaged']);
    const huge = forge([{ name: 'a', data: strToU8('x'), method: 8, size: 0xfffffff0, crc: 0 }]);
    expect(() => readZip(huge)).toThrow(NotABundle);
    const many = ['a', 'b', 'c'].map((name) => ({
      name,
      data: strToU8('x'),
      method: 8,
      size: 2e8,
    }));
    expect(() => readZip(forge(many))).toThrow(NotABundle);
  });

  it('finds files that overlap, are hidden between others, or lie about their size', () => {
    const data = strToU8('hello');
    expect(codes(forge([{ name: 'a', data, size: 4 }]))).toEqual(['a: damaged']);
    expect(
      codes(
        forge([
          { name: 'a', data },
          { name: 'b', data, offset: 0 },
        ]),
      ),
    ).toEqual(['b: header']);
    expect(codes(forge([{ name: 'a', data, method: 12 }]))).toEqual(['a: header']);
    const zip = writeZip(FILES);
    expect(codes(Uint8Array.of(...zip, 0))).toEqual([': container']);
    expect(codes(zip.subarray(0, zip.length - 1))).toEqual([': container']);
    expect(codes(zip.subarray(0, 40))).toEqual([': container']);
  });

  it('is no zip of anybody else', () => {
    expect(codes(zipSync({ a: strToU8('x') }))).toEqual([': container']);
    for (const bytes of [new Uint8Array(), strToU8('x'.repeat(100)), strToU8('{"format":1}')]) {
      expect(() => readZip(bytes)).toThrow(NotABundle);
    }
  });
});
