import type { Translate } from '../core/message';
import { formatCount, formatShare } from '../core/numbers';
import { wilsonMargin } from '../heatmap/elements';
import type { Bands } from '../protocol/heat-kinds';

export interface BandRow {
  readonly id: number;
  /** From and to, in px or per cent of the page. */
  readonly from: string;
  readonly to: string;
  readonly share: number;
  readonly margin: number | null;
  readonly people: number;
}

/** Bands of a page from the top down, as a table tells them. */
export function bandRows({ bands, people, measure, depth }: Bands, t: Translate): BandRow[] {
  const isReach = measure === 'reached';
  const whole = isReach ? people : Math.max(0, ...bands.map(({ value }) => value));
  const place = (at: number): string => depthSaid(depth, at, t);
  return bands.map(({ top, bottom, value, people: seen }, id) => {
    const share = whole > 0 ? Math.min(1, value / whole) : 0;
    return {
      id,
      from: place(top),
      to: place(bottom),
      share,
      margin: isReach ? wilsonMargin(share, people) : null,
      people: seen,
    };
  });
}

/** A depth in px, or in per cent of the page. */
export const depthSaid = (depth: Bands['depth'], at: number, t: Translate): string =>
  depth === 'px'
    ? t('ui.heat.reach.px', [formatCount(at)])
    : t('ui.heat.elements.percent', [formatShare(at)]);
