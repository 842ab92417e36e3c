import { expect, test } from 'playwright/test';
import { NO_FILTERS } from '../../../lib/protocol/heat-kinds';
import type { HeatQuery } from '../../../lib/protocol/sources';
import { createPostHogSource } from '../../../lib/sources/posthog';
import { parleyHeatPlan } from '../parley/heat-plan';
import { type PostHogDouble, startPostHogDouble } from './double';

const ORIGIN = 'https://parley.example';
const TODAY = '2026-11-07';

let double: PostHogDouble;

test.beforeAll(async () => {
  double = await startPostHogDouble({ plan: parleyHeatPlan(ORIGIN), today: TODAY });
});
test.afterAll(() => double.close());

const MAPS = [
  ['click', 'place'],
  ['rage', 'place'],
  ['dead', 'place'],
  ['move', 'place'],
  ['scroll', 'place'],
  ['click', 'element'],
  ['rage', 'element'],
  ['dead', 'element'],
] as const;

for (const hogql of [false, true]) {
  for (const [map, by] of MAPS) {
    test(`${map} by ${by}, ${hogql ? 'counted by the engine' : 'from the API'}, shows people`, async () => {
      const heat = await heatOf({ map, by }, hogql);
      if (heat.form === 'bands') {
        expect(heat.bands.people).toBeGreaterThan(1000);
        expect(heat.bands.bands.length).toBeGreaterThan(10);
        expect(heat.bands.fold).toBe(900);
        return;
      }
      expect(heat.cells.length).toBeGreaterThan(0);
      expect(heat.cells.people.some((people) => people >= 11)).toBe(true);
      if (hogql) expect(heat.cells.people.every((people) => people >= 11)).toBe(true);
    });
  }
}

test('both ways tell the same clicks of the elements that have an id', async () => {
  const clicksOf = async (hogql: boolean) => {
    const heat = await heatOf({ map: 'click', by: 'element' }, hogql);
    if (heat.form !== 'anchored') throw new Error('The answer is not by element.');
    const { anchors, cells } = heat;
    const cta = anchors.findIndex(({ selectors }) => selectors[0] === '#cta');
    return cells.count[[...cells.anchor].indexOf(cta)];
  };
  expect(await clicksOf(true)).toBe(await clicksOf(false));
  expect(await clicksOf(true)).toBeGreaterThan(1000);
});

async function heatOf(part: Pick<HeatQuery, 'map' | 'by'>, hogql: boolean) {
  const config = {
    kind: 'posthog',
    id: 'parley',
    name: 'Parley',
    host: double.origin,
    projectId: double.projectId,
    hogql,
    origins: [ORIGIN],
    mappings: [],
  } as const;
  const query: HeatQuery = {
    page: `${ORIGIN}/`,
    filters: NO_FILTERS,
    k: 11,
    from: '2026-11-01',
    to: TODAY,
    band: { min: 1200, max: 1360 },
    viewportWidth: 1280,
    ...part,
  };
  const result = await createPostHogSource().fetchHeat(
    { ...config, origins: [...config.origins], mappings: [] },
    query,
    {
      fetch,
      secret: double.apiKey,
      clock: { now: () => Date.parse(TODAY) },
      signal: AbortSignal.timeout(30_000),
    },
  );
  if (!result.ok) throw result.error;
  return result.value;
}
