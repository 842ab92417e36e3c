import { generateEvents, X_STEPS, Y_STEP } from '../posthog-double/events';
import { type HeatIndex, indexEvents } from '../posthog-double/heat-index';
import type { ParleyPage } from './expected';
import { parleyHeatPlan } from './heat-plan';

/** The documented heat file, as this site's clicks fill it. */
export interface HeatFile {
  readonly format: 'hushmap-heat';
  readonly version: 1;
  readonly page: string;
  readonly map: 'click';
  readonly viewportWidth: number;
  readonly from: string;
  readonly to: string;
  readonly cells: readonly HeatFileCell[];
}

export interface HeatFileCell {
  /** Centre, CSS px of the page at `viewportWidth`. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly count: number;
  readonly people: number;
  readonly fixed: boolean;
}

export interface HeatFileRequest {
  /** Origin that the file names; the site's own where the file is for a demonstration. */
  readonly origin: string;
  readonly page?: ParleyPage;
  /** One of the widths of `heat-targets.ts`. */
  readonly viewportWidth?: number;
  /** Last day, `YYYY-MM-DD`; today (UTC) where not given. */
  readonly to?: string;
  /** Whole days up to and including the last, at most 14. */
  readonly days?: number;
  /** Of the clicks, where they were generated already. */
  readonly index?: HeatIndex;
}

/** A heat file of one page from the same clicks that the PostHog double serves, keyboard left out. */
export function parleyHeatFile(request: HeatFileRequest): HeatFile {
  const { origin, page = '/', viewportWidth = 1280, days = 7 } = request;
  const to = request.to ?? new Date().toISOString().slice(0, 10);
  const index = request.index ?? generatedIndex(origin);
  const cells = index
    .query({
      pages: (candidate) => new URL(candidate).pathname === page,
      widthMin: viewportWidth,
      widthMax: viewportWidth,
      oldest: days - 1,
      newest: 0,
    })
    .filter(({ x, y }) => x !== 0 || y !== 0)
    .map(({ x, y, count, people, fixed }) => ({
      x: Math.round((x / X_STEPS) * viewportWidth * 100) / 100,
      y: y * Y_STEP,
      size: Y_STEP,
      count,
      people,
      fixed,
    }));
  return {
    format: 'hushmap-heat',
    version: 1,
    page: origin + page,
    map: 'click',
    viewportWidth,
    from: new Date(Date.parse(to) - (days - 1) * 86_400_000).toISOString().slice(0, 10),
    to,
    cells,
  };
}

function generatedIndex(origin: string): HeatIndex {
  const plan = parleyHeatPlan(origin);
  return indexEvents(generateEvents(plan), plan);
}
