import { describe, expect, it } from 'vitest';
import { toCells } from '../../heatmap/cells';
import type { ElementBox, Provenance } from '../../protocol/heat';
import { countByElement } from './count-elements';
import { prepareHeat } from './prepare-map';

const cell = (x: number, y: number) => ({ x, y, size: 16, count: 100, people: 50, fixed: false });
const BUTTON: ElementBox = {
  ref: 7,
  label: 'Buy',
  role: 'button',
  fixed: false,
  box: [100, 100, 80, 30],
};

async function mapOf(kind: Provenance['kind']) {
  // One on the button, one 6 px below it, one far from it.
  const cells = toCells([cell(140, 115), cell(140, 136), cell(500, 900)]);
  const origin = {
    sourceId: 'a',
    sourceName: 'A',
    kind,
    page: 'https://acme.test/',
    from: '2026-11-01',
    to: '2026-11-07',
    fetchedAt: 0,
  };
  const heat = {
    form: 'cells',
    cells,
    viewportWidth: 1000,
    gridErrorX: 5,
    gridErrorY: 8,
    unit: 'people',
    truncated: false,
    unusable: 0,
  } as const;
  return prepareHeat(heat, 'click', origin, 11);
}

describe('clicks by element', () => {
  it('within their band, count for the element beneath, as exactly as the source is', async () => {
    const counted = await countByElement(await mapOf('posthog'), { boxes: [BUTTON], scaleX: 1 });
    expect(counted.elements).toMatchObject([{ ref: 7 }]);
    expect(counted.elements[0]?.share).toBeCloseTo(2 / 3);
    expect(counted.reanchored).toEqual({ anchored: 2, kept: 1, registered: false });
    expect(counted.shifts).toEqual({ page: [], fixed: [] });
  });

  it('at other widths, count where they are, and nothing is moved', async () => {
    const counted = await countByElement(await mapOf('posthog'), { boxes: [BUTTON], scaleX: 0.7 });
    expect(counted).toMatchObject({ reanchored: null, shifts: null });
  });

  it('of a sample stay where they were laid', async () => {
    const counted = await countByElement(await mapOf('sample'), { boxes: [BUTTON], scaleX: 1 });
    expect(counted).toMatchObject({ reanchored: null, shifts: null });
    expect(counted.elements[0]?.share).toBeCloseTo(1 / 3);
  });
});
