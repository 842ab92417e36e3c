// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { isMeasuresFile, readMeasuresFile } from '../../../lib/sources/measures';

const HEADER = {
  format: 'hushmap-measures',
  version: 1,
  page: 'https://acme.test/pricing',
  from: '2026-11-01',
  to: '2026-11-07',
  goal: 'purchase',
};

const ELEMENTS = [
  { selectors: ['#buy', 'main > button'], inp: { p75: 240, people: 310 } },
  { selectors: ['img.hero'], lcp: { p75: 2_750, people: 4_000 }, cls: { p75: 0.02, people: 90 } },
  { selectors: ['#go'], conversion: { people: 900, converted: 80 } },
];

const json = (part: object = {}) =>
  new File([JSON.stringify({ ...HEADER, elements: ELEMENTS, ...part })], 'm.json');

const csv = (table: string) =>
  new File(
    [
      '# page: https://acme.test/pricing\n# from: 2026-11-01\n# to: 2026-11-07\n# goal: purchase\n',
      table,
    ],
    'Measures.CSV',
  );

async function given(file: File) {
  const read = await readMeasuresFile(file);
  if (!read.ok) throw read.error;
  return read.value.given;
}

async function errorOf(file: File) {
  const read = await readMeasuresFile(file);
  if (read.ok) throw new Error('It was read.');
  return [read.error.code, ...read.error.params];
}

describe('a file of measures', () => {
  test('is read with its elements, and what it says of the page', async () => {
    const { elements, base, goal, unit } = await given(
      json({ base: { inp: { p75: 150, people: 5_000 } } }),
    );
    expect([goal, unit]).toEqual(['purchase', 'people']);
    expect(base.vitals.inp).toEqual({ p75: 150, people: 5_000 });
    expect(elements.map(({ selectors }) => selectors[0])).toEqual(['#buy', 'img.hero', '#go']);
    expect(elements[2]?.conversion).toEqual({ people: 900, converted: 80 });
  });

  test('may be a table, whose line without an element is the page', async () => {
    const table = [
      'selector,inp,inp_people,clicked,converted,team',
      '#buy,240,310,900,80,a',
      ',150,5000,,,b',
    ].join('\n');
    const { elements, base } = await given(csv(table));
    expect(base.vitals.inp).toEqual({ p75: 150, people: 5_000 });
    expect(elements).toHaveLength(1);
    expect(elements[0]).toMatchObject({
      selectors: ['#buy'],
      vitals: { inp: { p75: 240, people: 310 } },
      conversion: { people: 900, converted: 80 },
    });
  });

  test('leaves out what may be about a person, and says how much', async () => {
    const personal = { selectors: ['[title="Jane Doe"]'], inp: { p75: 9, people: 90 } };
    const { elements, notes } = await given(json({ elements: [...ELEMENTS, personal] }));
    expect(JSON.stringify(elements)).not.toContain('Jane');
    expect(notes).toEqual([{ id: 'measures.note.unnamed', params: [1] }]);
  });

  test.each([
    ['a figure that is none', { inp: { p75: -1, people: 30 } }],
    ['a figure without people', { inp: { p75: 100 } }],
    ['more who reached the goal than who clicked', { conversion: { people: 20, converted: 21 } }],
  ])('is refused for %s, with the place of the first', async (_what, part) => {
    const elements = [ELEMENTS[0], { selectors: ['#x'], ...part }];
    expect(await errorOf(json({ elements }))).toEqual(['measures.badElements', 1, 2, 2]);
  });

  test.each([
    [{ version: 2 }, ['measures.wrongVersion', 2]],
    [{ from: '2026-11-09' }, ['measures.badHeader', 'to']],
    [{ page: 'ftp://acme.test' }, ['measures.badHeader', 'page']],
    [{ goal: undefined }, ['measures.badHeader', 'goal']],
    [{ format: 'hushmap-heat' }, ['measures.badHeader', 'format']],
  ])('is refused for %j', async (part, error) => {
    expect(await errorOf(json(part))).toEqual(error);
  });

  test('is refused as a table that holds no measures, or breaks off', async () => {
    expect(await errorOf(csv('selector,colour\n#a,red'))).toEqual(['measures.badColumns']);
    expect(await errorOf(csv('selector,inp,inp_people\n#a,1'))).toEqual(['file.notCsv', 6]);
    expect((await errorOf(new File(['{"format":"hushmap-measures",'], 'm.json')))[0]).toBe(
      'file.notJson',
    );
  });
});

test('a file of measures is told from one of heat, whichever way it is written', async () => {
  const heat = {
    format: 'hushmap-heat',
    version: 2,
    cells: [],
    note: '"format":"hushmap-measures"',
  };
  expect(await isMeasuresFile(json())).toBe(true);
  expect(await isMeasuresFile(new File([JSON.stringify(heat)], 'h.json'))).toBe(false);
  expect(await isMeasuresFile(csv('selector,inp,inp_people\n#a,1,20'))).toBe(true);
  expect(await isMeasuresFile(csv('selector,count,people\n#a,30,20'))).toBe(false);
});
