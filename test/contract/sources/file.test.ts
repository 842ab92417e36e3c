// @vitest-environment node
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { HushmapError } from '../../../lib/core/errors';
import { message } from '../../../lib/core/message';
import type { Result } from '../../../lib/core/result';
import { createTranslator } from '../../../lib/core/translator';
import { cellAt, toCells } from '../../../lib/heatmap/cells';
import { quantisationOf } from '../../../lib/heatmap/error/quantisation';
import { NO_FILTERS } from '../../../lib/protocol/heat-kinds';
import { toJsonSchema } from '../../../lib/report/json-schema';
import type { PlacedHeat } from '../../../lib/sources/contract';
import type { HeatOfPage } from '../../../lib/sources/file';
import { MAX_FILE_BYTES, readHeatFile, writeHeatFile } from '../../../lib/sources/file';
import { HeatFileSchema } from '../../../lib/sources/file/format';
import { MAX_CELLS, MAX_POSITION } from '../../../lib/sources/limits';
import { describeSource, VIEWPORT_WIDTH } from './contract';

const HEADER = {
  format: 'hushmap-heat',
  version: 1,
  page: 'https://acme.test/pricing',
  map: 'click',
  viewportWidth: VIEWPORT_WIDTH,
  from: '2026-11-01',
  to: '2026-11-07',
};
const CELL = { x: 512, y: 1280, size: 16, count: 31, people: 17, fixed: false };

const fileOf = (part: Record<string, unknown>): string =>
  JSON.stringify({ ...HEADER, cells: [CELL], ...part });

function opened(result: Result<HeatOfPage, HushmapError>): HeatOfPage {
  if (!result.ok) throw result.error;
  return result.value;
}

const placed = ({ heat }: HeatOfPage): PlacedHeat => {
  if (heat.form !== 'cells') throw new Error('The file is not by place.');
  return heat;
};

const rowsOf = (read: HeatOfPage) => {
  const { cells } = placed(read);
  return Array.from({ length: cells.length }, (_, i) => cellAt(cells, i));
};

async function errorOf(input: string | Blob): Promise<HushmapError> {
  const result = await readHeatFile(input);
  if (result.ok) throw new Error('The file was read.');
  const { id, params } = result.error.sentence;
  expect(createTranslator()(id, params ?? [])).not.toMatch(/^$|\$\d|undefined/);
  return result.error;
}

describeSource('heat file', {
  async read(cells, signal) {
    const blob = new Blob([JSON.stringify({ ...HEADER, cells })]);
    const result = await readHeatFile(blob, signal ? { signal } : {});
    return result.ok ? { ok: true, value: result.value.heat } : result;
  },
});

describe('a heat file', () => {
  test('tells whose heat it is, and of when', async () => {
    const read = opened(await readHeatFile(fileOf({})));
    expect(read).toMatchObject({
      page: 'https://acme.test/pricing',
      viewportWidth: 1280,
      from: '2026-11-01',
      to: '2026-11-07',
    });
    expect(rowsOf(read)).toEqual([CELL]);
  });

  test('need not name the usual size, nor that a cell scrolls', async () => {
    const short = { x: 512, y: 1280, count: 31, people: 17 };
    const nulls = { ...short, size: null, fixed: null };
    const read = opened(await readHeatFile(fileOf({ cells: [short, nulls] })));
    expect(rowsOf(read)).toEqual([CELL, CELL]);
  });

  test('takes its step from its finest cells, as every source tells its own', async () => {
    const cells = [{ ...CELL, size: 40 }, CELL, { ...CELL, size: 10_000 }];
    const { heat } = opened(await readHeatFile(fileOf({ cells })));
    expect(heat).toMatchObject({ gridErrorX: 8, gridErrorY: 8 });
    const coarse = opened(await readHeatFile(fileOf({ cells: [{ ...CELL, size: 40 }] })));
    expect(coarse.heat).toMatchObject({ gridErrorX: 20, gridErrorY: 20 });
    expect(opened(await readHeatFile(fileOf({ cells: [] }))).heat).toMatchObject({ gridErrorX: 8 });
  });

  test('may count sessions where its source knows no people, and says so', async () => {
    const cells = [{ x: 1, y: 2, count: 31, sessions: 17 }];
    const read = opened(await readHeatFile(fileOf({ cells })));
    expect(read.heat.unit).toBe('sessions');
    expect([...placed(read).cells.people]).toEqual([17]);
  });

  test('counts people where it knows both', async () => {
    const read = opened(await readHeatFile(fileOf({ cells: [{ ...CELL, sessions: 40 }] })));
    expect(read.heat.unit).toBe('people');
    expect([...placed(read).cells.people]).toEqual([17]);
  });

  test('may have its fields in any order, unknown ones, names of the language and a mark of its encoding', async () => {
    const text =
      `\uFEFF {"cells" : [ {"__proto__":{"x":1},"constructor":null,"toString":"]}","x":512,"y":1280,` +
      `"count":31,"people":17} ] ,"note":{"cells":[1]},"__proto__":{"version":9},` +
      `${JSON.stringify(HEADER).slice(1)}\n`;
    expect(rowsOf(opened(await readHeatFile(new Blob([text]))))).toEqual([CELL]);
    expect(Object.hasOwn(Object.prototype, 'version')).toBe(false);
  });

  test('is read as text or as a file alike, at any border between its pieces', async () => {
    const text = fileOf({ title: 'Prix – "été" \\ 🔥', cells: [CELL, { ...CELL, x: 8 }] });
    const bytes = new TextEncoder().encode(text);
    for (let at = 1; at < bytes.length; at++) {
      const parts = [bytes.subarray(0, at), bytes.subarray(at)];
      const read = opened(await readHeatFile(piecewise(parts)));
      expect(rowsOf(read)).toEqual([CELL, { ...CELL, x: 8 }]);
    }
    expect(rowsOf(opened(await readHeatFile(text)))).toHaveLength(2);
  });
});

describe('a heat file that is none', () => {
  test('of 200 MB is refused by its size, before a byte is read', async () => {
    const huge = new Blob([]);
    Object.defineProperty(huge, 'size', { value: 200 * 1024 * 1024 });
    huge.stream = () => {
      throw new Error('It was read.');
    };
    expect(await errorOf(huge)).toMatchObject({ code: 'file.tooLarge', params: [200, 128] });
  });

  test('that is longer than it said is refused as well', async () => {
    const liar = new Blob([fileOf({})]);
    Object.defineProperty(liar, 'size', { value: 1 });
    const result = await readHeatFile(liar, { maxBytes: 50 });
    expect(result).toMatchObject({ error: { code: 'file.tooLarge' } });
    expect(MAX_FILE_BYTES).toBeGreaterThan(100_000_000);
  });

  test('with more cells than a map may have is refused', async () => {
    const result = await readHeatFile(fileOf({ cells: [CELL, CELL, CELL] }), { maxCells: 2 });
    expect(result).toMatchObject({ error: { code: 'file.tooManyCells', params: [2] } });
  });

  test.each([
    ['nothing', '', 'file.notJson'],
    ['words', 'x,y,count\n1,2,3', 'file.notJson'],
    ['a web page', '<html>', 'file.notJson'],
    ['a list', '[]', 'file.wrongFormat'],
    ['another object', '{"a":1}', 'file.wrongFormat'],
    ['another format', fileOf({ format: 'other' }), 'file.wrongFormat'],
    ['another format with cells that are none', '{"cells":[1,"x",null]}', 'file.wrongFormat'],
    ['another long object', `{"a":"${'x'.repeat(1_100_000)}"}`, 'file.wrongFormat'],
    ['a newer version', fileOf({ version: 3 }), 'file.wrongVersion'],
    ['a version that is none', fileOf({ version: 'one' }), 'file.wrongVersion'],
    ['no page', fileOf({ page: undefined }), 'file.badHeader'],
    ['a page that is no address', fileOf({ page: 'javascript:alert(1)' }), 'file.badHeader'],
    ['another map', fileOf({ map: 'scroll' }), 'file.badHeader'],
    ['no width', fileOf({ viewportWidth: 0 }), 'file.badHeader'],
    ['no days', fileOf({ from: 'yesterday' }), 'file.badHeader'],
    ['days in the wrong order', fileOf({ from: '2026-11-08' }), 'file.badHeader'],
    ['no cells', fileOf({ cells: undefined }), 'file.badHeader'],
    ['cells that are no list', fileOf({ cells: { 0: CELL } }), 'file.badHeader'],
  ])('%s is told as such', async (_what, text, code) => {
    expect((await errorOf(text)).code).toBe(code);
  });

  test.each([
    ['page', { page: 7 }],
    ['viewportWidth', { viewportWidth: null }],
    ['to', { to: '2026-10-01' }],
    ['cells', { cells: null }],
  ])('names the field %s that cannot be used', async (field, part) => {
    expect((await errorOf(fileOf(part))).params).toEqual([field]);
  });

  test('that breaks off, or has an error, is told with the place', async () => {
    const text = fileOf({ cells: Array.from({ length: 500 }, () => CELL) });
    const broken = await errorOf(text.slice(0, 20_000));
    expect(broken).toMatchObject({ code: 'file.notJson', params: [20_001] });
    const place = text.indexOf('"people"', 15_000);
    const faulty = await errorOf(`${text.slice(0, place)}people${text.slice(place + 8)}`);
    expect(faulty).toMatchObject({ code: 'file.notJson', params: [place + 1] });
    for (const end of [',]}', '}}', ']}]', ']} x', ']']) {
      expect((await errorOf(text.slice(0, -2) + end)).code).toBe('file.notJson');
    }
  });

  test.each([
    ['a position below zero', { y: -1 }],
    ['a position beyond any page', { x: 1e9 }],
    ['a position that is a text', { x: '512' }],
    ['a position that is missing', { y: undefined }],
    ['a size of nothing', { size: 0 }],
    ['a count below zero', { count: -3 }],
    ['a count beyond all clicks', { count: 1e300 }],
    ['no people', { people: undefined }],
    ['sessions where the others count people', { people: undefined, sessions: 5 }],
    ['a fixedness that is a word', { fixed: 'yes' }],
  ])('with %s in a cell names the first and their number', async (_what, part) => {
    const bad = { ...CELL, ...part };
    const error = await errorOf(fileOf({ cells: [CELL, CELL, bad, CELL, bad] }));
    expect(error).toMatchObject({ code: 'file.badCells', params: [2, 5, 3] });
  });

  test('with NaN, as some exporters write it, is told as a bad cell and not as a broken file', async () => {
    const text = fileOf({ cells: [CELL, { ...CELL, x: 'NaN!' }], note: 'NaN' });
    const error = await errorOf(text.replace('"NaN!"', 'NaN'));
    expect(error).toMatchObject({ code: 'file.badCells', params: [1, 2, 2] });
  });

  test('with entries that are no cells at all is told as such', async () => {
    const error = await errorOf(fileOf({ cells: [CELL, null, 7, 'x', [1]] }));
    expect(error.params).toEqual([4, 5, 2]);
  });

  test('that was deleted meanwhile is told as such', async () => {
    const gone = new Blob([fileOf({})]);
    gone.stream = () => {
      throw new DOMException('gone', 'NotFoundError');
    };
    expect((await errorOf(gone)).code).toBe('file.unreadable');
  });
});

describe('writing a heat file', () => {
  const heatOf = (cells: (typeof CELL)[]): HeatOfPage => ({
    page: HEADER.page,
    map: 'click',
    viewportWidth: HEADER.viewportWidth,
    from: HEADER.from,
    to: HEADER.to,
    heat: {
      form: 'cells',
      cells: toCells(cells),
      viewportWidth: HEADER.viewportWidth,
      gridErrorX: 8,
      gridErrorY: 8,
      unit: 'people',
      truncated: false,
      unusable: 0,
    },
  });
  const written = (map: HeatOfPage, k: number) => [...writeHeatFile(map, k)].join('');

  test('writes what can be shown, and reads back as the same places', async () => {
    const map = heatOf([
      { ...CELL, x: 102.4 },
      { ...CELL, fixed: true, size: 40 },
      { ...CELL, people: 10 },
    ]);
    const read = opened(await readHeatFile(written(map, 11)));
    expect(rowsOf(read)).toEqual([
      { ...CELL, x: Math.fround(102.4), count: 30, people: 15 },
      { ...CELL, fixed: true, size: 40, count: 30, people: 15 },
    ]);
  });

  test('keeps how sure a map of mixed sizes is', async () => {
    const row = { ...CELL, count: 1000, people: 500 };
    const sizes = [40, 80, 160].map((size) => ({ ...row, x: size * 9, y: size * 5, size }));
    const map = heatOf(sizes);
    const engine = { ...placed(map), gridErrorX: 10, gridErrorY: 10 };
    const read = placed(opened(await readHeatFile(written({ ...map, heat: engine }, 11))));
    const errorIn = ({ cells, gridErrorX, gridErrorY }: PlacedHeat) =>
      quantisationOf(cells, gridErrorX, gridErrorY);
    expect(errorIn(read)).toBeGreaterThan(0.5);
    expect(errorIn(read)).toBeCloseTo(errorIn(engine) ?? 0, 6);
  });

  test('never writes a cell below the built-in k, whatever k is asked for', () => {
    expect(written(heatOf([{ ...CELL, people: 10 }]), 1)).not.toContain('"count"');
  });

  test('keeps k true in the file: rounded people never fall below it', async () => {
    const read = opened(await readHeatFile(written(heatOf([{ ...CELL, people: 11 }]), 11)));
    expect([...placed(read).cells.people]).toEqual([11]);
  });

  test('never makes people more than they are: 13 are no 15', async () => {
    const read = opened(await readHeatFile(written(heatOf([{ ...CELL, people: 13 }]), 11)));
    expect([...placed(read).cells.people]).toEqual([11]);
  });

  test('keeps what was asked, and what a reader must know', async () => {
    const filters = { ...NO_FILTERS, device: 'mobile', withoutNoise: true } as const;
    const { heat, ...map } = heatOf([CELL]);
    const remarks = [
      message('source.remark.sampleRate', 10),
      message('source.note.allDevices'),
      message('source.remark.pageViews'),
    ];
    const asked = { ...map, band: { min: 300, max: 480 }, filters, heat: { ...heat, remarks } };
    const text = written(asked, 11);
    expect(JSON.parse(text).filters).toEqual({ device: 'mobile', withoutNoise: true });
    const read = opened(await readHeatFile(text));
    expect(read).toMatchObject({ band: { min: 300, max: 480 }, filters });
    expect(read.heat.remarks?.map(({ id }) => id)).toEqual([
      'source.note.sampled',
      'source.note.allDevices',
      'source.remark.pageViews',
      'source.note.rounded',
    ]);
    expect(opened(await readHeatFile(fileOf({})))).toMatchObject({
      band: null,
      filters: NO_FILTERS,
    });
  });

  test('keeps sessions apart from people', () => {
    const map = heatOf([CELL]);
    const text = written({ ...map, heat: { ...map.heat, unit: 'sessions' } }, 11);
    expect(text).toContain('"sessions"');
    expect(text).not.toContain('"people"');
  });
});

describe('the documentation', () => {
  const docs = readFileSync(new URL('../../../docs/heat-file.md', import.meta.url), 'utf8');
  const examples = [...docs.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

  test('shows examples that can be read', async () => {
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect((await readHeatFile(example)).ok).toBe(true);
  });

  test('has a schema that says what the code checks', () => {
    const path = new URL('../../../docs/heat-file.schema.json', import.meta.url);
    const { $schema, title, description, ...published } = JSON.parse(readFileSync(path, 'utf8'));
    expect([$schema, title, description].join(' ')).toMatch(/2020-12.*Hushmap heat file.*heat/s);
    expect(published).toEqual(JSON.parse(JSON.stringify(toJsonSchema(HeatFileSchema))));
    expect(docs).toContain(`at most ${MAX_FILE_BYTES / 1024 / 1024} MB`);
    expect(docs).toContain(`at most ${MAX_CELLS.toLocaleString('en')}`);
    expect(docs).toContain(`0 to ${MAX_POSITION.toLocaleString('en')}`);
  });

  test('shows examples that its schema allows', () => {
    for (const example of examples) expect(v.is(HeatFileSchema, JSON.parse(example))).toBe(true);
  });

  test('and its schema refuse examples of which nobody knows who stands behind, unless they say so', async () => {
    for (const example of examples) {
      // Fields of a row alone: the file's own `people` of all bands may stay.
      const without = example.replace(/, "people": \d+ ?(?=[,}])/g, '');
      const sessions = example.replaceAll('"people"', '"sessions"');
      const clicks = without.replace('"map"', '"unit": "clicks", "map"');
      const isOfCells = example.includes('"cells"');
      for (const [text, isFine] of [
        [without, false],
        [sessions, true],
        [clicks, isOfCells],
      ] as const) {
        expect(v.is(HeatFileSchema, JSON.parse(text)), text).toBe(isFine);
        expect((await readHeatFile(text)).ok, text).toBe(isFine);
      }
    }
  });

  test('shows a table that can be read', async () => {
    const [table] = [...docs.matchAll(/```csv\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
    const read = opened(await readHeatFile(new Blob([table ?? ''], { type: 'text/csv' })));
    expect(rowsOf(read)).toHaveLength(2);
  });
});

/** A file that arrives in these pieces. */
function piecewise(parts: Uint8Array<ArrayBuffer>[]): Blob {
  const blob = new Blob(parts);
  blob.stream = () =>
    new ReadableStream({
      start(controller) {
        for (const part of parts) controller.enqueue(part);
        controller.close();
      },
    });
  return blob;
}
