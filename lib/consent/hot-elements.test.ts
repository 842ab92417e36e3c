import { expect, test } from 'vitest';
import { ELEMENTS, HEAT_STATES } from '../../test/gallery/fixtures/heat';
import { hotElementsOf } from './hot-elements';

test('tells what is hot in the heat that is shown, with the box of the page that is not scrolled', () => {
  const [first] = hotElementsOf({ ...HEAT_STATES.shown, elements: ELEMENTS }) ?? [];
  const [element] = ELEMENTS;
  expect(first).toEqual({
    ref: element?.ref,
    label: element?.label,
    share: element?.share,
    margin: element?.margin,
    box: { x: 40, y: 0, width: 200, height: 40 },
  });
});

test('tells nothing of heat that is off, on its way, or made up', () => {
  const { shown } = HEAT_STATES;
  expect(hotElementsOf({ ...shown, on: false })).toBeNull();
  expect(hotElementsOf({ ...shown, status: 'loading' })).toBeNull();
  const { summary } = shown;
  if (!summary) throw new Error('The fixture shows no heat.');
  const provenance = { ...summary.provenance, kind: 'sample' as const };
  expect(hotElementsOf({ ...shown, summary: { ...summary, provenance } })).toBeNull();
});
