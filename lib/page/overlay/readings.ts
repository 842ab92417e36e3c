import type { Translate } from '../../core/message';
import { formatCount, formatShare } from '../../core/numbers';
import { bandParts } from '../../heatmap/bands';
import { wilsonMargin } from '../../heatmap/elements';
import { floorCount, roundCount, roundShare } from '../../heatmap/rounding';
import type { MapSummary } from '../../protocol/heat';
import type { Bands } from '../../protocol/heat-kinds';
import type { Reading, Readings } from '../../protocol/zones';

/** A number in words: what it is of, then a line each for clicks, share and people. */
export interface Said {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What an element's number says. */
export function sayElement(reading: Reading, summary: MapSummary, t: Translate): Said {
  const { label, count, share, margin, people } = reading;
  return { title: label, lines: linesOf({ count, share, margin, people }, summary, t) };
}

/** What the number of one cell says; at least k people stand behind each that is shown. */
export function sayCell(
  count: number,
  summary: MapSummary,
  readings: Readings | null,
  t: Translate,
): Said | null {
  const { provenance } = summary;
  if (!(count > 0 && summary.count > 0)) return null;
  const share = roundShare(count, summary.count);
  const isSure = readings !== null && provenance.unit !== 'clicks';
  const margin = isSure ? wilsonMargin(share, readings.observations) : null;
  const told = { count: roundCount(count), share, margin, people: summary.k };
  return { title: '', lines: linesOf(told, summary, t) };
}

/** What the band at this depth says. */
export function sayBand(
  bands: Bands,
  k: number,
  y: number,
  height: number,
  t: Translate,
): Said | null {
  const part = bandParts(bands, height).find(({ top, bottom }) => y >= top && y < bottom);
  if (part === undefined) return null;
  const { share, margin } = part;
  if (bands.measure === 'seconds') {
    return { title: '', lines: [t('heat.overlay.tip.seen', [formatShare(share)])] };
  }
  const people = floorCount(share * bands.people, k);
  return {
    title: '',
    lines: [
      t('heat.overlay.tip.reached', [formatShare(share), formatShare(margin ?? 0)]),
      t('heat.overlay.tip.people', [formatCount(people)]),
    ],
  };
}

function linesOf(
  { count, share, margin, people }: Omit<Reading, 'ref' | 'label'>,
  { map, k, provenance: { unit } }: MapSummary,
  t: Translate,
): string[] {
  const what = map === 'move' ? 'moves' : 'clicks';
  const percent = formatShare(share);
  return [
    t(`heat.overlay.tip.${what}`, [formatCount(count)]),
    margin === null
      ? t('heat.overlay.tip.shareUnsure', [percent])
      : t('heat.overlay.tip.share', [percent, formatShare(margin)]),
    ...(unit === 'clicks'
      ? []
      : [t(`heat.overlay.tip.${unit}`, [formatCount(Math.max(k, people))])]),
  ];
}
