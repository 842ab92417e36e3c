import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HeatPlan, PlannedCluster, PlannedGroup } from '../posthog-double/events';
import { PAGES, type ParleyPage } from './expected';
import { HEAT_TARGETS, VIEWPORTS } from './heat-targets';

/** Left, top, width and height by selector, and the page's height, at one width. */
export interface PageLayout {
  readonly height: number;
  readonly boxes: Readonly<Record<string, readonly [number, number, number, number]>>;
}

/** By page, then by width. Written by `measure.ts`, held to the live pages by a test. */
export type SiteLayout = Partial<Record<ParleyPage, Readonly<Record<string, PageLayout>>>>;

const file = join(dirname(fileURLToPath(import.meta.url)), 'layout.json');

// Written by measure.ts with exactly this type.
export const siteLayout = (): SiteLayout => JSON.parse(readFileSync(file, 'utf8')) as SiteLayout;

/** Share of clicks that lie anywhere, and at 0, 0 (made with the keyboard). */
const TAIL = 0.06;
const ZERO = 0.005;

/**
 * A million clicks of 14 days on Parley's pages: on the elements of `heat-targets.ts`, where they
 * really are at each width, with a long thin tail beside them.
 *
 * @param dataOrigin - The origin that the clicks are recorded under.
 */
export function parleyHeatPlan(dataOrigin: string): HeatPlan {
  const layout = siteLayout();
  return {
    seed: 20_261_107,
    events: 1_000_000,
    visitors: 60_000,
    days: 14,
    groups: PAGES.flatMap((page) =>
      VIEWPORTS.map(({ width, height, weight }) => {
        const measured = layout[page]?.[width] ?? { height, boxes: {} };
        return plannedGroup(dataOrigin, page, width, weight, measured);
      }),
    ),
  };
}

function plannedGroup(
  dataOrigin: string,
  page: ParleyPage,
  width: number,
  weight: number,
  { height, boxes }: PageLayout,
): PlannedGroup {
  const { share, targets } = HEAT_TARGETS[page];
  const onElements = targets.flatMap(({ selector, weight: part, fixed = false }) => {
    const box = boxes[selector];
    if (!box) return [];
    return [{ name: selector, weight: part, box, fixed, kind: 'box' } satisfies PlannedCluster];
  });
  const sum = onElements.reduce((total, cluster) => total + cluster.weight, 0);
  const rest = 1 - TAIL - ZERO;
  const whole = [0, 0, width, height] as const;
  return {
    page: dataOrigin + page,
    width,
    height,
    weight: weight * share,
    clusters: [
      ...onElements,
      { name: 'tail', weight: (sum * TAIL) / rest, box: whole, fixed: false, kind: 'tail' },
      { name: 'zero', weight: (sum * ZERO) / rest, box: whole, fixed: false, kind: 'zero' },
    ],
  };
}
