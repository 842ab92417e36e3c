// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { toCells } from '../../../lib/heatmap/cells';
import type { Bands } from '../../../lib/protocol/heat-kinds';
import type { AnchoredHeat, BandHeat } from '../../../lib/sources/contract';
import { type HeatOfPage, readHeatFile, writeHeatFile } from '../../../lib/sources/file';

const HEADER = {
  format: 'hushmap-heat',
  version: 2,
  page: 'https://acme.test/pricing',
  map: 'click',
  viewportWidth: 1280,
  from: '2026-11-01',
  to: '2026-11-07',
};

const json = (part: Record<string, unknown>) =>
  readHeatFile(JSON.stringify({ ...HEADER, ...part }));

const LINES = `# page: https://acme.test/pricing
# viewportWidth: 1280
# from: 2026-11-01
# to: 2026-11-07
`;

/** As a person opens it: a file whose name ends in .csv, of whatever type the system gives it. */
const csv = (table: string, lines = LINES) =>
  readHeatFile(new File([lines + table], 'Heat.CSV', { type: 'application/vnd.ms-excel' }));

type Read = Awaited<ReturnType<typeof readHeatFile>>;

function heatOf(result: Read): HeatOfPage['heat'] {
  if (!result.ok) throw result.error;
  return result.value.heat;
}

function anchored(result: Read): AnchoredHeat {
  const heat = heatOf(result);
  if (heat.form !== 'anchored') throw new Error('Not by element.');
  return heat;
}

function bands(result: Read): BandHeat {
  const heat = heatOf(result);
  if (heat.form !== 'bands') throw new Error('No bands.');
  return heat;
}

function errorOf(result: Read) {
  if (result.ok) throw new Error('It was read.');
  return { code: result.error.code, params: result.error.params };
}

const ANCHORS = [{ selectors: ['#buy', 'main > button'] }, { selectors: ['shop-cart >>> .total'] }];

describe('a heat file by element', () => {
  const cells = [
    { anchor: 0, x: 0.5, y: 0.25, count: 31, people: 17 },
    { anchor: 1, x: 0, y: 1, count: 40, people: 22 },
  ];

  test('gives elements, places in their boxes, counts and people', async () => {
    const heat = anchored(await json({ map: 'rage', anchors: ANCHORS, step: 0.05, cells }));
    expect(heat.anchors).toEqual(ANCHORS);
    expect(heat.gridError).toBe(0.025);
    const { anchor, x, y, count, people } = heat.cells;
    expect([anchor, x, y, count, people].map((column) => [...column])).toEqual([
      [0, 1],
      [0.5, 0],
      [0.25, 1],
      [31, 40],
      [17, 22],
    ]);
  });

  test('may know the element alone, and then says that it knows no more', async () => {
    const bare = cells.map(({ x: _x, y: _y, ...cell }) => cell);
    expect(anchored(await json({ anchors: ANCHORS, cells: bare })).gridError).toBe(0.5);
    const mixed = [cells[0], bare[1]];
    expect(anchored(await json({ anchors: ANCHORS, cells: mixed })).gridError).toBe(0.5);
  });

  test.each([
    ['an element that is not in the list', { anchor: 2 }],
    ['no element', { anchor: undefined }],
    ['a place outside of its box', { x: 1.5 }],
    ['a place that is no number', { y: 'top' }],
  ])('with %s names the first and their number', async (_what, part) => {
    const bad = { ...cells[0], ...part };
    const result = await json({ anchors: ANCHORS, cells: [cells[0], bad, cells[1], bad] });
    expect(errorOf(result)).toEqual({ code: 'file.badCells', params: [2, 4, 2] });
  });

  test('holds thousands of elements, and refuses what no page has', async () => {
    const many = (length: number) =>
      Array.from({ length }, (_, i) => ({
        selectors: [`#list > li:nth-child(${i + 1}) > ${'a > '.repeat(60)}b`],
      }));
    const heat = anchored(await json({ anchors: many(10_000), cells }));
    expect(heat.anchors).toHaveLength(10_000);
    const tooMany = Array.from({ length: 20_001 }, () => ({ selectors: ['a'] }));
    expect(errorOf(await json({ anchors: tooMany, cells })).params).toEqual(['anchors']);
  });

  test('does not keep a selector that may say who somebody is', async () => {
    const anchors = [
      { selectors: ['[title="Jane Doe"]', '#buy'] },
      { selectors: ['a[href="mailto:jane@acme.test"]'] },
      { selectors: ['#menu'] },
    ];
    const rows = [0, 1, 2].map((anchor) => ({ anchor, x: 0.5, y: 0.5, count: 30, people: 20 }));
    const heat = anchored(await json({ anchors, cells: rows }));
    expect(heat.anchors).toEqual([{ selectors: ['#buy'] }, { selectors: ['#menu'] }]);
    expect([...heat.cells.anchor]).toEqual([0, 1]);
    expect(heat.unusable).toBe(1);
  });

  test('as a table: one selector a row, quoted where it must be', async () => {
    const table = `selector,x,y,count,people
"main:is(a, [name=""buy""])",0.5,0.25,31,17
#menu,,,40,22
"main:is(a, [name=""buy""])",0.75,0.5,12,11
`;
    const heat = anchored(await csv(table));
    expect(heat.anchors).toEqual([
      { selectors: ['main:is(a, [name="buy"])'] },
      { selectors: ['#menu'] },
    ]);
    expect([...heat.cells.anchor]).toEqual([0, 1, 0]);
    expect(heat.gridError).toBe(0.5);
  });
});

describe('a heat file of bands', () => {
  const rows = [
    { top: 0.5, bottom: 1, value: 610, people: 610 },
    { top: 0, bottom: 0.5, value: 1400, people: 1400 },
  ];

  test('gives them from the top down, with the people who saw the page', async () => {
    const part = { map: 'scroll', depth: 'share', people: 1900, fold: 0.2, bands: rows };
    const read = bands(await json(part));
    expect(read.bands).toEqual({
      measure: 'reached',
      depth: 'share',
      bands: [rows[1], rows[0]],
      people: 1900,
      fold: 0.2,
    });
  });

  test('of attention are seconds, and count sessions where no people are known', async () => {
    const part = { top: 0, bottom: 800, value: 5400.5, sessions: 60 };
    const read = bands(await json({ map: 'attention', bands: [part] }));
    expect(read.unit).toBe('sessions');
    expect(read.bands).toMatchObject({ measure: 'seconds', depth: 'px', people: 60, fold: null });
  });

  test('that lie upside down, or beyond the page, are told', async () => {
    const bad = [rows[0], { ...rows[1], top: 0.7 }, { ...rows[0], bottom: 1.2 }];
    const result = await json({ map: 'scroll', depth: 'share', bands: bad });
    expect(errorOf(result)).toEqual({ code: 'file.badCells', params: [2, 3, 2] });
  });

  test('are missing where there are cells instead', async () => {
    expect(errorOf(await json({ map: 'scroll', cells: [] })).params).toEqual(['bands']);
    expect(errorOf(await json({ map: 'click', bands: rows })).params).toEqual(['cells']);
  });

  test('as a table', async () => {
    const table = 'top,bottom,value,people\n0,800,1400,1400\n800,1600,610,610\n';
    const read = bands(await csv(table, `${LINES}# map: scroll\n# people: 1900\n# fold: 640\n`));
    expect(read.bands).toMatchObject({ people: 1900, fold: 640, depth: 'px' });
    expect(read.bands.bands).toHaveLength(2);
  });
});

describe('what k counts', () => {
  const bare = [{ x: 1, y: 2, count: 31 }];

  test('is clicks where the file says so in so many words, and never else', async () => {
    const heat = heatOf(await json({ unit: 'clicks', cells: bare }));
    expect(heat.unit).toBe('clicks');
    expect(heat.form === 'cells' && [...heat.cells.people]).toEqual([31]);
    expect(errorOf(await json({ cells: bare }))).toEqual({
      code: 'file.badCells',
      params: [1, 1, 1],
    });
    expect(errorOf(await json({ version: 1, unit: 'clicks', cells: bare })).code).toBe(
      'file.badCells',
    );
  });

  test('must be what the cells count', async () => {
    const cells = [{ ...bare[0], people: 17 }];
    expect(errorOf(await json({ unit: 'sessions', cells })).params).toEqual(['unit']);
    expect(errorOf(await json({ unit: 'clicks', cells })).params).toEqual(['unit']);
    expect(errorOf(await json({ unit: 'visits', cells })).params).toEqual(['unit']);
  });
});

test('what its maker remarks is told in our words, and texts of a file are never shown', async () => {
  const heat = heatOf(
    await json({
      cells: [],
      anonymisedAt: 'source',
      truncated: true,
      remarks: { sampled: true, allWidths: true, text: '<b>Hello</b>' },
    }),
  );
  expect(heat).toMatchObject({
    anonymisedAt: 'source',
    truncated: true,
    remarks: [{ id: 'source.note.sampled' }, { id: 'source.note.allWidths' }],
  });
  expect(JSON.stringify(heat)).not.toContain('Hello');
});

describe('a table by place', () => {
  const TABLE = `x,y,size,count,people,fixed\r
512,1280,16,31,17,false\r
1208,24,40,240,190,TRUE\r
\r
640,416,,95,81,\r
`;

  test('is read like the same file of JSON', async () => {
    const heat = heatOf(await csv(TABLE));
    const same = heatOf(
      await json({
        cells: [
          { x: 512, y: 1280, count: 31, people: 17 },
          { x: 1208, y: 24, size: 40, count: 240, people: 190, fixed: true },
          { x: 640, y: 416, count: 95, people: 81 },
        ],
      }),
    );
    expect(heat).toEqual(same);
  });

  test('may have its columns in any order, others beside them, and no last line break', async () => {
    const heat = heatOf(await csv('"City, state",People,Y,COUNT,x\n"A ""b""\nc",17,2,31,1'));
    expect(heat.form === 'cells' && [...heat.cells.people]).toEqual([17]);
  });

  test('is read alike at any border between its pieces', async () => {
    const bytes = new TextEncoder().encode(
      `\uFEFF${LINES}"x",y,count,people,"né ""e"""\n1,2,31,17,"a,\nb"\n3,4,5,6,\n`,
    );
    const read = async (parts: Uint8Array<ArrayBuffer>[]) => {
      const file = new File(parts, 'a.csv');
      file.stream = () =>
        new ReadableStream({
          start(controller) {
            for (const part of parts) controller.enqueue(part);
            controller.close();
          },
        });
      return heatOf(await readHeatFile(file));
    };
    const whole = await read([bytes]);
    expect(whole.form === 'cells' && [...whole.cells.x]).toEqual([1, 3]);
    for (let at = 1; at < bytes.length; at++) {
      expect(await read([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(whole);
    }
  });

  test.each([
    ['another number of fields', 'x,y,count,people\n1,2,3,4\n1,2,3\n', 'file.notCsv', [6 + 1]],
    ['a quote that is not closed', 'x,y,count,people\n1,2,3,"4\n', 'file.notCsv', [6]],
    ['text after a quote', 'x,y,count,people\n1,2,3,"4"5\n', 'file.notCsv', [6]],
    ['a quote within a field', 'x,y,count,people\n1,2,3,4"5"\n', 'file.notCsv', [6]],
    ['a record without end', `x,y,count,people\n"${'a'.repeat(70_000)}`, 'file.notCsv', [6]],
    ['semicolons', 'x;y;count;people\n1;2;3;4\n', 'file.badColumns', []],
    ['no names', '1,2,3,4\n', 'file.badColumns', []],
    ['a name that comes twice', 'x,y,count,people,x\n', 'file.badColumns', []],
    ['nothing', '', 'file.badColumns', []],
    ['words for numbers', 'x,y,count,people\n1,2,3,4\n1,2,3,many\n', 'file.badCells', [1, 2, 2]],
    ['a word for yes', 'x,y,count,people,fixed\n1,2,3,4,maybe\n', 'file.badCells', [1, 1, 1]],
    ['no people', 'x,y,count\n1,2,30\n', 'file.badCells', [1, 1, 1]],
    ['NaN', 'x,y,count,people\nNaN,2,3,4\n', 'file.badCells', [1, 1, 1]],
    ['a far place', 'x,y,count,people\n1e9,2,3,4\n', 'file.badCells', [1, 1, 1]],
  ])('with %s is told as such', async (_what, table, code, params) => {
    expect(errorOf(await csv(table))).toEqual({ code, params });
  });

  test('without the lines that say whose it is names the first', async () => {
    const result = await csv('x,y,count,people\n', '# a comment\n# viewportWidth: 1280\n');
    expect(errorOf(result)).toEqual({ code: 'file.badHeader', params: ['page'] });
    const polluting = await csv('x,y,count,people\n', '# __proto__: 1\n# constructor: 2\n');
    expect(errorOf(polluting).params).toEqual(['page']);
  });

  test('of a million cells is read, and the event loop has its turns meanwhile', async () => {
    const lines = Array.from({ length: 1_000_000 }, (_, i) => `${i % 1280},${i % 9000},20,12`);
    const file = new File([`${LINES}x,y,count,people\n${lines.join('\n')}\n`], 'a.csv');
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 5);
    const heat = heatOf(await readHeatFile(file).finally(() => clearInterval(timer)));
    expect(heat.form === 'cells' && heat.cells.length).toBe(1_000_000);
    expect(turns).toBeGreaterThan(10);
  }, 60_000);
});

describe('what is written', () => {
  const page = {
    page: HEADER.page,
    viewportWidth: 1280,
    from: HEADER.from,
    to: HEADER.to,
  };
  const common = { viewportWidth: 1280, unit: 'people', truncated: false, unusable: 0 } as const;
  const again = async (map: HeatOfPage, k = 11) =>
    readHeatFile([...writeHeatFile(map, k)].join(''));

  test('by element keeps k, rounds, leaves out who is left with nothing, and opens again', async () => {
    const heat: AnchoredHeat = {
      ...common,
      form: 'anchored',
      anchors: [{ selectors: ['#rare'] }, ...ANCHORS],
      cells: {
        length: 3,
        anchor: Uint32Array.of(0, 1, 2),
        x: Float32Array.of(0.5, 0.3333333, 0),
        y: Float32Array.of(0.5, 0.1, 1),
        count: Float64Array.of(90, 31, 1234),
        people: Float64Array.of(10, 11, 987),
      },
      gridError: 0.05,
    };
    const read = anchored(await again({ ...page, map: 'dead', heat }));
    expect(read.anchors).toEqual(ANCHORS);
    expect([...read.cells.count]).toEqual([30, 1200]);
    expect([...read.cells.people]).toEqual([11, 980]);
    expect(read.cells.x[0]).toBeCloseTo(0.333, 6);
    expect(read.gridError).toBeCloseTo(0.05, 6);
    const bare = anchored(await again({ ...page, map: 'dead', heat: { ...heat, gridError: 0.5 } }));
    expect(bare.gridError).toBe(0.5);
  });

  test('of bands keeps k, rounds, and opens again', async () => {
    const given: Bands = {
      measure: 'reached',
      depth: 'share',
      bands: [
        { top: 0, bottom: 0.5, value: 1234, people: 1234 },
        { top: 0.5, bottom: 1, value: 10, people: 10 },
      ],
      people: 1234,
      fold: 0.2,
    };
    const heat: BandHeat = { ...common, form: 'bands', bands: given };
    const read = bands(await again({ ...page, map: 'scroll', heat }));
    expect(read.bands).toEqual({
      ...given,
      bands: [{ top: 0, bottom: 0.5, value: 1200, people: 1200 }],
      people: 1200,
    });
    expect(bands(await again({ ...page, map: 'scroll', heat }, 2_000)).bands).toMatchObject({
      bands: [],
      people: 0,
    });
  });

  test('by clicks alone says so, and the map it is of', async () => {
    const cells = toCells([
      { x: 8, y: 8, size: 16, count: 31, people: 31, fixed: false },
      { x: 24, y: 8, size: 16, count: 9, people: 9, fixed: false },
    ]);
    const places = { form: 'cells', cells, gridErrorX: 8, gridErrorY: 8 } as const;
    const heat = { ...common, ...places, unit: 'clicks', truncated: true } as const;
    const text = [...writeHeatFile({ ...page, map: 'move', heat }, 11)].join('');
    expect(text).not.toMatch(/people|sessions/);
    const result = await readHeatFile(text);
    expect(result).toMatchObject({ value: { map: 'move', heat: { unit: 'clicks' } } });
    expect(heatOf(result)).toMatchObject({ truncated: true, cells: { length: 1 } });
  });
});
