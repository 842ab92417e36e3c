// @vitest-environment node
import type { Cell } from '../../../lib/heatmap/cells';
import { NO_FILTERS } from '../../../lib/protocol/heat-kinds';
import { createPostHogSource } from '../../../lib/sources/posthog';
import {
  type AnchoredGiven,
  type BandsGiven,
  describeSource,
  PAGES_PATTERN,
  VIEWPORT_WIDTH,
} from './contract';
import type { AskedHogQL } from './posthog-double';
import { configFor, fetchHeat, portsOf, QUERY, start } from './posthog-kit';

/** Stands in answers, and must come out of none. */
const TEXT = 'Hello Ada Lovelace';
const PERSON = '018f3a52-0000-7000-8000-ada000000001';

describeSource('posthog', {
  planted: [TEXT, PERSON],
  async read(cells, signal) {
    const rows = cells.map((one) => ({
      relativeX: Math.round((one.x / VIEWPORT_WIDTH) * 100) / 100,
      y: one.y,
      fixed: one.fixed,
      count: one.count,
      people: one.people,
    }));
    return fetchHeat(await start({ rows }), signal ? { signal } : {});
  },
  async readAnchored(given, signal) {
    const double = await start({ elements: elementRows(given) });
    const limits = given.more ? { elements: given.elements.length } : {};
    return fetchHeat(double, { query: { by: 'element' }, limits, ...(signal && { signal }) });
  },
  async readBands(given, signal) {
    const double = await start({ depths: depthRows(given) });
    return fetchHeat(double, { query: { map: 'scroll' }, ...(signal && { signal }) });
  },
});

const hogql = { config: { hogql: true } };

describeSource('posthog, counted by its engine', {
  planted: [TEXT, PERSON],
  anonymises: true,
  mostCells: 199_980,
  async read(cells, signal) {
    const double = await start({ hogql: (asked) => cells.filter(isMany(asked)).map(cellRow) });
    return fetchHeat(double, { ...hogql, ...(signal && { signal }) });
  },
  async readAnchored(given, signal) {
    const double = await start({ hogql: () => chainRows(given) });
    const limits = given.more ? { elements: given.elements.length } : {};
    return fetchHeat(double, {
      ...hogql,
      query: { by: 'element' },
      limits,
      ...(signal && { signal }),
    });
  },
  async readBands(given, signal) {
    const double = await start({
      hogql: ({ query }) => (query.includes('quantile') ? [[720]] : reachedRows(given)),
    });
    return fetchHeat(double, { ...hogql, query: { map: 'scroll' }, ...(signal && { signal }) });
  },
  async readPages(given, signal) {
    const double = await start({
      hogql: ({ values }) => {
        const many = given.filter(({ people }) => people >= Number(values.k));
        return many
          .toSorted((a, b) => b.people - a.people)
          .map(({ page, people }) => [page, people, many.length]);
      },
    });
    const config = { ...configFor(double), hogql: true };
    const query = { ...QUERY, filters: { ...NO_FILTERS, pattern: PAGES_PATTERN } };
    const list = createPostHogSource().listPages;
    if (list === undefined) throw new Error('It lists no pages.');
    return list(config, query, portsOf({ ...(signal && { signal }) }));
  },
});

function elementRows({ elements, spoiled, more }: AnchoredGiven): unknown[] {
  const rows: unknown[] = elements.map(({ selector, count }) => ({
    count,
    hash: PERSON,
    type: '$autocapture',
    elements: [
      {
        text: TEXT,
        tag_name: 'button',
        attr_class: ['btn', 'btn--primary'],
        href: null,
        attr_id: selector.slice(1),
        nth_child: 2,
        nth_of_type: 1,
        attributes: { 'attr__aria-label': TEXT, 'attr__data-user': PERSON },
        order: 0,
      },
      { text: TEXT, tag_name: 'body', nth_child: 2, nth_of_type: 1, attributes: {}, order: 1 },
    ],
  }));
  for (let i = 0; i < spoiled; i++) rows.push({ count: -1, elements: [{ tag_name: 'a' }] });
  return more ? [...rows, ...rows] : rows;
}

function chainRows({ elements, spoiled, more }: AnchoredGiven): unknown[][] {
  const chain = (id: string) =>
    `button.btn.btn--primary:attr__data-user="${PERSON}"attr_id="${id}"nth-child="2"` +
    `nth-of-type="1"text="${TEXT}";body:nth-child="2"nth-of-type="1"`;
  const rows: unknown[][] = elements.map(({ selector, count, people }) => [
    chain(selector.slice(1)),
    count,
    people,
  ]);
  for (let i = 0; i < spoiled; i++) rows.push([chain('spoiled'), null, 12]);
  return more ? [...rows, ...rows] : rows;
}

/** Visits that ended in each hundred px; nobody's ended where no fewer reached the next. */
function depthRows({ reached, spoiled }: BandsGiven): { top: number | null; people: number }[] {
  const rows: { top: number | null; people: number }[] = reached
    .map((people, i) => ({ top: i * 100, people: people - (reached[i + 1] ?? 0) }))
    .filter(({ people }) => people > 0);
  for (let i = 0; i < spoiled; i++) rows.push({ top: null, people: 0 });
  return rows;
}

function reachedRows({ reached, spoiled }: BandsGiven): unknown[][] {
  const rows: unknown[][] = reached
    .map((people, i) => [i * 100, people])
    .filter((_, i) => reached[i] !== reached[i + 1]);
  for (let i = 0; i < spoiled; i++) rows.push([null, 20]);
  return rows;
}

const isMany =
  ({ values }: AskedHogQL) =>
  ({ people }: Cell) =>
    people >= Number(values.k);

const cellRow = ({ x, y, fixed, count, people }: Cell): unknown[] => [
  1,
  Math.round(x / 16),
  Math.round(y / 16),
  fixed,
  count,
  people,
];
