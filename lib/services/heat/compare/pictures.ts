import { HushmapError } from '../../../core/errors';
import type { Translate } from '../../../core/message';
import { differenceStops } from '../../../heatmap/compare/difference-colour';
import { sharedPeaks } from '../../../heatmap/compare/shared-peaks';
import { legendStops } from '../../../heatmap/palettes';
import { roundCount } from '../../../heatmap/rounding';
import type { DivergingName } from '../../../protocol/compare';
import type { HeatState, MapSummary } from '../../../protocol/heat';
import type { HeatComparison } from '../../../protocol/heat-comparison';
import type { MessageName, Request, Response } from '../../../protocol/messages';
import { largestDifference } from '../../../report/compare-verdict';
import { heatCaption } from '../../../report/heat-caption';
import { type PagePicture, takePicture } from '../take-picture';

type Ask = <N extends MessageName>(name: N, request: Request<N>) => Promise<Response<N>>;

interface Legend {
  readonly stops: readonly { readonly at: number; readonly color: string }[];
  readonly from: string;
  readonly to: string;
}

export interface CaptionedPicture {
  readonly picture: PagePicture;
  readonly caption: {
    readonly title: string;
    readonly lines: readonly string[];
    readonly legend: Legend | null;
  };
}

/**
 * Takes a picture of the whole page with map A and one with map B, on one scale, and puts the view back.
 *
 * @throws HushmapError `picture.none`
 */
export async function takeBoth(
  tabId: number,
  ask: Ask,
  t: Translate,
  now: number,
): Promise<{ readonly a: CaptionedPicture; readonly b: CaptionedPicture }> {
  const before = await ask('heat.state', { tabId });
  const comparison = await ask('heat.comparison', { tabId });
  const { compare } = before.settings;
  const { summary: mapA } = before;
  const mapB = comparison?.b ?? null;
  if (compare === null || mapA === null || mapB === null) throw new HushmapError('picture.none');
  const peaks = sharedPeaks(before.settings, mapA, mapB);
  const one = async (side: 'a' | 'b', summary: MapSummary): Promise<CaptionedPicture> => {
    const settings = { compare: { ...compare, view: 'side' as const, side } };
    await ask('heat.set', { tabId, settings });
    const picture = await takePicture(tabId, ask);
    const notes = side === 'a' ? before.notes : (comparison?.notes ?? []);
    const { title, lines } = heatCaption({ ...before, summary, notes }, now, picture.cut, t);
    const named = `${t(`ui.heat.compare.side.${side}`)}. ${title}`;
    // Bands are shares of all: they have no scale of their own.
    const peak = summary.bands === null ? roundCount(peaks[side]) : 0;
    const stops = legendStops(before.settings.palette);
    const legend = peak > 0 ? { stops, from: '0', to: String(peak) } : null;
    return { picture, caption: { title: named, lines, legend } };
  };
  try {
    return { a: await one('a', mapA), b: await one('b', mapB) };
  } finally {
    await ask('heat.set', { tabId, settings: { compare } }).catch(() => null);
  }
}

/**
 * What a picture that shows both maps must say beside what is said of A; null: it shows one alone.
 * Where its legend is null, that of A holds.
 */
export function comparedCaption(
  { settings }: HeatState,
  comparison: HeatComparison | null,
  t: Translate,
): { readonly lines: readonly string[]; readonly legend: Legend | null } | null {
  const b = comparison?.b ?? null;
  const { compare } = settings;
  if (compare === null || comparison === null || b === null || compare.view === 'side') return null;
  const { page, from, to, sourceName } = b.provenance;
  const isDifference = compare.view === 'difference';
  return {
    lines: [
      t(`heat.picture.${isDifference ? 'compared' : 'swiped'}`, [page, from, to, sourceName]),
      ...comparison.notes.map(({ id, params }) => t(id, params ?? [])),
    ],
    legend: isDifference ? differenceLegend(comparison, compare.palette, t) : null,
  };
}

function differenceLegend(
  comparison: HeatComparison,
  palette: DivergingName,
  t: Translate,
): Legend {
  const most = `${Math.round(largestDifference(comparison) * 1000) / 10}`;
  return {
    stops: differenceStops(palette).map(({ at, color }) => ({ at: (at + 1) / 2, color })),
    from: `−${most} ${t('ui.heat.compare.legend.less')}`,
    to: `+${most} ${t('ui.heat.compare.legend.more')}`,
  };
}
