import type { Translate } from '../../core/message';
import { formatCount, formatShare } from '../../core/numbers';
import { formatPoints, formatRate } from '../../core/points';
import type {
  ComparedBandRow,
  ComparedHeatBands,
  ComparedHeatElement,
  HeatComparison,
} from '../../protocol/heat-comparison';
import { depthSaid } from '../band-rows';
import { MOST_ROWS, moreSaid, named, tableOf } from './element-table';
import { html, type Markup } from './html';

/** Elements in both maps, largest difference first; or bands from the top down; with the interval of each. */
export function comparedTable({ elements, bands }: HeatComparison, t: Translate): Markup {
  if (bands !== null) return comparedBands(bands, t);
  const rows = (elements ?? []).slice(0, MOST_ROWS).map((row) => rowOf(row, t));
  const none = elements === null ? 'ui.heat.compare.table.counting' : 'ui.heat.compare.table.none';
  return html`<section><h2>${t('ui.heat.compare.table.title')}</h2>
${rows.length === 0 ? html`<p>${t(none)}</p>` : tableOf(rows, t('ui.heat.compare.table.title'), headOf('ui.heat.compare.table.element', t))}
${moreSaid(elements?.length ?? 0, t)}</section>`;
}

const headOf = (
  first: 'ui.heat.compare.table.element' | 'ui.heat.reach.depth',
  t: Translate,
): Markup =>
  html`<th scope="col">${t(first)}</th><th scope="col" class="number">${t('ui.heat.compare.table.a')}</th><th scope="col" class="number">${t('ui.heat.compare.table.b')}</th><th scope="col" class="number">${t('ui.heat.compare.table.difference')}</th><th scope="col" class="number">${t('heat.report.interval')}</th><th scope="col">${t('heat.report.found')}</th>`;

function comparedBands({ rows, measure, depth }: ComparedHeatBands, t: Translate): Markup {
  const listed = rows.slice(0, MOST_ROWS).map((row) => {
    const [from, to] = [row.top, row.bottom].map((at) => depthSaid(depth, at, t));
    const range = t('ui.heat.reach.range', [from ?? '', to ?? '']);
    return html`<tr><th scope="row">${range}</th>${numbersOf(row, t)}</tr>`;
  });
  const name = t(`ui.heat.compare.bands.table.${measure}`);
  return html`<section><h2>${t(`ui.heat.compare.bands.title.${measure}`)}</h2>
${listed.length === 0 ? html`<p>${t('ui.heat.compare.bands.none')}</p>` : tableOf(listed, name, headOf('ui.heat.reach.depth', t))}
${moreSaid(rows.length, t)}</section>`;
}

const rowOf = (row: ComparedHeatElement, t: Translate): Markup =>
  html`<tr><th scope="row">${named(row.label, row.role)}</th>${numbersOf(row, t)}</tr>`;

function numbersOf(row: ComparedHeatElement | ComparedBandRow, t: Translate): Markup {
  const { shareA, shareB, difference, margin } = row;
  const interval =
    margin === null
      ? t('ui.heat.compare.table.unsure')
      : t('heat.report.from', [
          formatPoints(difference - margin),
          formatPoints(difference + margin),
        ]);
  const share = (of: number) => t('ui.heat.compare.table.percent', [formatShare(of)]);
  return html`
<td class="number">${share(shareA)}</td><td class="number">${share(shareB)}</td>
<td class="number">${formatPoints(difference)}</td><td class="number">${interval}</td>
<td>${found(row, t)}</td>`;
}

function found({ q, isDifferent }: ComparedHeatElement | ComparedBandRow, t: Translate): Markup {
  if (q === null) return html`<span class="soft">${t('ui.heat.compare.table.untested')}</span>`;
  if (!isDifferent) return html`<span class="soft">${t('ui.heat.compare.table.not')}</span>`;
  return html`<strong>${t('heat.report.different')}</strong> <span class="soft">${t('ui.heat.compare.table.q', [formatRate(q)])}</span>`;
}

/** How much of both maps was compared; nothing, where they are by element. */
export function coveredSaid({ places, bands }: HeatComparison, t: Translate): string {
  if (bands !== null) {
    return t('ui.heat.compare.bands.covered', [bands.rows.length, bands.left]);
  }
  if (places === null) return '';
  return t('ui.heat.compare.verdict.covered', [
    formatCount(places.compared),
    formatShare(places.coveredA),
    formatShare(places.coveredB),
    formatCount(places.left),
  ]);
}
