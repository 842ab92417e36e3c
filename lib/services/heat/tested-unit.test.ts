import { expect, it } from 'vitest';
import { toCells } from '../../heatmap/cells';
import { NO_FILTERS } from '../../protocol/heat-kinds';
import type { PlacedHeat } from '../../sources/contract';
import { readHeatFile } from '../../sources/file/read';
import { writeHeatFile } from '../../sources/file/write';
import { tableByPlace } from './compare/compare-tables';
import { prepareHeat } from './prepare-map';
import { testedUnit } from './tested-unit';

const PAGE = 'https://acme.test/pricing';
const BUTTON = {
  ...{ ref: 1, label: 'Buy', role: 'button', fixed: false, interactive: true },
  box: [0, 0, 200, 80] as [number, number, number, number],
};

const heatOf = (onButton: number): PlacedHeat => ({
  ...{ form: 'cells', viewportWidth: 1280, gridErrorX: 8, gridErrorY: 8 },
  ...{ unit: 'people', anonymisedAt: 'browser', truncated: false, unusable: 0 },
  cells: toCells([
    { x: 100, y: 40, size: 16, count: onButton, people: onButton, fixed: false },
    { x: 600, y: 400, size: 16, count: 5_000, people: 5_000, fixed: false },
  ]),
});

const mapOf = (heat: PlacedHeat) =>
  prepareHeat(
    heat,
    'click',
    {
      ...{ sourceId: 'file', sourceName: 'file', kind: 'file', page: PAGE, fetchedAt: 1 },
      ...{ from: '2026-11-15', to: '2026-11-21', band: null, filters: NO_FILTERS },
    },
    11,
  );

/** The same heat, written by us and read again. */
async function throughFile(heat: PlacedHeat): Promise<PlacedHeat> {
  const map = { page: PAGE, map: 'click', from: '2026-11-15', to: '2026-11-21' } as const;
  const text = [...writeHeatFile({ ...map, heat, viewportWidth: 1280 }, 11)].join('');
  const read = await readHeatFile(text);
  if (!read.ok || read.value.heat.form !== 'cells') throw new Error('The file is not by place.');
  return read.value.heat;
}

it('nothing is called different of files that we have rounded, however much it differs', async () => {
  const page = { boxes: [BUTTON], scaleX: 1 };
  const [a, b] = [await mapOf(heatOf(3_049)), await mapOf(heatOf(2_049))];
  expect(testedUnit(a)).toBe('people');
  expect((await tableByPlace(a, b, page))[0]?.isDifferent).toBe(true);
  const [writtenA, writtenB] = [
    await mapOf(await throughFile(heatOf(3_049))),
    await mapOf(await throughFile(heatOf(2_049))),
  ];
  expect(testedUnit(writtenA)).toBe('clicks');
  const [row] = await tableByPlace(writtenA, writtenB, page);
  expect(row).toMatchObject({ isDifferent: false });
});
