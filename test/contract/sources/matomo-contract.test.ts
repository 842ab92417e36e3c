// @vitest-environment node
import { afterEach } from 'vitest';
import { NO_FILTERS } from '../../../lib/protocol/heat-kinds';
import type { HeatQuery } from '../../../lib/protocol/sources';
import { createMatomoSource } from '../../../lib/sources/matomo';
import { describeSource, VIEWPORT_WIDTH } from './contract';
import { type MatomoDouble, startMatomoDouble } from './matomo-double';

const TOKEN = 'c4a97ca8f0012345deadbeef00112233';
const PAGE = 'https://acme.test/pricing';
const RULE = { attribute: 'url', type: 'equals_exactly', value: PAGE, value2: '', inverted: '0' };

const running: MatomoDouble[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((double) => double.close()));
});

/** Asks for one map of a Matomo that holds these rows of it, all of desktops. */
async function read(
  map: 'click' | 'scroll',
  rows: readonly unknown[],
  signal = new AbortController().signal,
  limits: { readonly rows?: number } = {},
) {
  const double = await startMatomoDouble({
    token: TOKEN,
    siteId: '3',
    heatmaps: [{ id: 7, rules: [RULE], rows: { [map === 'click' ? '2.1' : '3.1']: rows } }],
  });
  running.push(double);
  const query: HeatQuery = {
    page: PAGE,
    map,
    by: map === 'click' ? 'element' : 'place',
    filters: NO_FILTERS,
    k: 11,
    from: '2026-11-01',
    to: '2026-11-07',
    band: { min: 1200, max: 1360 },
    viewportWidth: VIEWPORT_WIDTH,
  };
  return createMatomoSource(limits).fetchHeat(
    {
      kind: 'matomo',
      id: 'src_1',
      name: 'Acme',
      host: double.origin,
      path: '/',
      siteId: '3',
      origins: ['https://acme.test'],
      mappings: [],
    },
    query,
    { fetch, secret: TOKEN, clock: { now: () => Date.UTC(2026, 10, 7, 12) }, signal },
  );
}

const PLANTED = 'jane.doe@example.com';

describeSource('matomo', {
  planted: [PLANTED, TOKEN],
  readAnchored({ elements, spoiled, more }, signal) {
    const row = (selector: string, value: string) => ({
      selector,
      offset_x: 1000,
      offset_y: 1000,
      value,
      label: PLANTED,
    });
    const rows = [
      ...elements.map(({ selector, count }) => row(selector, String(count))),
      ...Array.from({ length: spoiled }, () => row('#spoiled', 'NaN')),
      ...(more ? [row('#more', '50')] : []),
    ];
    return read('click', rows, signal, more ? { rows: elements.length } : {});
  },
  readBands({ reached, spoiled }, signal) {
    const rows = [
      // Matomo keeps how many ended at a depth: those who came so far and no further.
      ...reached.map((people, i) => ({
        label: String((i + 1) * 100),
        value: String(people - (reached[i + 1] ?? 0)),
        visitor: PLANTED,
      })),
      ...Array.from({ length: spoiled }, () => ({ label: '500', value: 'NaN' })),
    ];
    return read('scroll', rows, signal);
  },
});
