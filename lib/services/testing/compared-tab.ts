import { COMPARED_STATES } from '../../../test/gallery/fixtures/heat-compared';
import type { HeatSettings, HeatState, MapSummary } from '../../protocol/heat';
import type { HeatComparison } from '../../protocol/heat-comparison';
import type { MessageName, Request, Response } from '../../protocol/messages';

export interface Compared {
  readonly state: HeatState;
  readonly comparison: HeatComparison;
}

/** Two maps as one of the gallery's screens shows them: 20 of A's 1,000 clicks at its peak, 80 of B's 2,000. */
export function compared(
  name: string,
  settings: Partial<HeatSettings> = {},
  ofBoth: Partial<MapSummary> = {},
): Compared {
  const { state, comparison } = COMPARED_STATES[name] ?? {};
  if (!state?.summary || !comparison?.b) throw new Error(`No state ${name}`);
  const a = { ...state.summary, count: 1_000, peak: 20, maxCell: 10, ...ofBoth };
  const b = { ...comparison.b, count: 2_000, peak: 80, maxCell: 60, ...ofBoth };
  return {
    state: { ...state, summary: a, settings: { ...state.settings, ...settings } },
    comparison: { ...comparison, b },
  };
}

/** A page of one viewport whose tab shows this; what is set is remembered. */
export function tabOf({
  state,
  comparison,
}: {
  readonly state: HeatState;
  readonly comparison: HeatComparison | null;
}) {
  const set: HeatSettings['compare'][] = [];
  // The names and answers are those of the protocol; only these are asked for.
  const ask = (async (name: MessageName, request: { readonly settings: Partial<HeatSettings> }) => {
    if (name === 'heat.state') return state;
    if (name === 'heat.comparison') return comparison;
    if (name === 'heat.picture') return 'png';
    if (name === 'pins.list') return [];
    if (name === 'heat.pose') {
      return { top: 0, viewport: { width: 800, height: 600 }, height: 600 };
    }
    set.push(request.settings.compare ?? null);
    return state;
  }) as <N extends MessageName>(name: N, request: Request<N>) => Promise<Response<N>>;
  return { ask, set };
}
