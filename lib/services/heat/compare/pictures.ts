import { HushmapError } from '../../../core/errors';
import type { Translate } from '../../../core/message';
import { differenceStops } from '../../../heatmap/compare/difference-colour';
import type { Caption } from '../../../platform/picture';
import type { DivergingName } from '../../../protocol/compare';
import type { HeatState } from '../../../protocol/heat';
import type { HeatComparison } from '../../../protocol/heat-comparison';
import type { MessageName, Request, Response } from '../../../protocol/messages';
import { largestDifference } from '../../../report/compare-verdict';
import { bothOf } from '../../../report/painted-scale';
import { legendOf } from '../legend-of';
import { type PagePicture, takePicture } from '../take-picture';
import { captionOfSide } from './side-caption';

type Ask = <N extends MessageName>(name: N, request: Request<N>) => Promise<Response<N>>;

export interface CaptionedPicture {
  readonly picture: PagePicture;
  readonly caption: Caption;
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
  const both = bothOf(before, comparison);
  if (both === null) throw new HushmapError('picture.none');
  const { compare } = both;
  const one = async (side: 'a' | 'b'): Promise<CaptionedPicture> => {
    const settings = { compare: { ...compare, view: 'side' as const, side } };
    await ask('heat.set', { tabId, settings });
    const picture = await takePicture(tabId, ask);
    return { picture, caption: captionOfSide(before, both, side, now, picture.cut, t) };
  };
  try {
    return { a: await one('a'), b: await one('b') };
  } finally {
    await ask('heat.set', { tabId, settings: { compare } }).catch(() => null);
  }
}

/**
 * What a picture that shows both maps must say beside what is said of A, and the scale it is painted
 * with; null: it shows one alone.
 */
export function comparedCaption(
  state: HeatState,
  comparison: HeatComparison | null,
  t: Translate,
): Pick<Caption, 'lines' | 'legend'> | null {
  const both = bothOf(state, comparison);
  if (both === null || comparison === null || both.compare.view === 'side') return null;
  const { page, from, to, sourceName } = both.b.provenance;
  const isDifference = both.compare.view === 'difference';
  return {
    lines: [
      t(`heat.picture.${isDifference ? 'compared' : 'swiped'}`, [page, from, to, sourceName]),
      ...both.notes.map(({ id, params }) => t(id, params ?? [])),
    ],
    legend: isDifference
      ? differenceLegend(comparison, both.compare.palette, t)
      : legendOf(state, comparison, t),
  };
}

/** Null: nothing is called different, so nothing has a colour. */
function differenceLegend(
  comparison: HeatComparison,
  palette: DivergingName,
  t: Translate,
): Caption['legend'] {
  const largest = largestDifference(comparison);
  if (largest === 0) return null;
  const most = `${Math.round(largest * 1000) / 10}`;
  return {
    stops: differenceStops(palette).map(({ at, color }) => ({ at: (at + 1) / 2, color })),
    from: `−${most} ${t('ui.heat.compare.legend.less')}`,
    to: `+${most} ${t('ui.heat.compare.legend.more')}`,
  };
}
