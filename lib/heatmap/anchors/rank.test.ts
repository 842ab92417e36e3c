import { expect, it } from 'vitest';
import { emptyAnchoredCells } from '../anchored';
import { rankAnchored } from './rank';

const anchors = ['#a', '#b', '#gone-ines', '#menu'].map((selector) => ({ selectors: [selector] }));
const cells = emptyAnchoredCells(5);
[0, 0, 1, 2, 3].forEach((anchor, i) => {
  cells.anchor[i] = anchor;
  cells.count[i] = [100, 200, 300, 300, 100][i] ?? 0;
  cells.people[i] = 50;
});
const told = (anchor: number, ref: number) => ({
  anchor,
  ref,
  label: `Element ${ref}`,
  role: 'button',
  fixed: false,
  box: [0, 0, 10, 10] as [number, number, number, number],
});

it('counts clicks by element, and says which share has found none', () => {
  const report = { found: [told(0, 1), told(1, 2)], missing: [2, 2, 99], hidden: [3] };
  const redact = (text: string) => text.replace('ines', '…');
  const { elements, unresolved } = rankAnchored({ anchors, cells }, report, 'people', redact);
  expect(elements.map(({ ref, share }) => [ref, share])).toEqual([
    [1, 0.3],
    [2, 0.3],
  ]);
  expect(elements[0]?.margin).toBeGreaterThan(0);
  expect(unresolved).toEqual({ cells: 1, share: 0.3, hidden: 0.1, examples: ['#gone-…'] });
});

it('adds up anchors that name the same element, and knows no margin without people', () => {
  const report = { found: [told(0, 1), told(1, 1)], missing: [], hidden: [] };
  const { elements } = rankAnchored({ anchors, cells }, report, 'clicks', String);
  expect(elements).toHaveLength(1);
  expect(elements[0]).toMatchObject({ share: 0.6, margin: null });
});
