import type { Translate } from '../../core/message';
import { formatCount, formatShare } from '../../core/numbers';
import { formatPoints, formatRate } from '../../core/points';
import type { ComparedHeatElement, HeatComparison } from '../../protocol/heat-comparison';
import { MOST_ROWS, moreSaid, named, tableOf } from './element-table';
import { html, type Markup } from './html';

/** Elements in both maps, largest difference first, with the interval of each. */
export function comparedTable({ elements }: HeatComparison, t: Translate): Markup {
  const rows = (elements ?? []).slice(0, MOST_ROWS).map((row) => rowOf(row, t));
  const none = elements === null ? 'ui.heat.compare.table.counting' : 'ui.heat.compare.table.none';
  return html`<section><h2>${t('ui.heat.compare.table.title')}</h2>
${rows.length === 0 ? html`<p>${t(none)}</p>` : tableOf(rows, t('ui.heat.compare.table.title'), headOf(t))}
${moreSaid(elements?.length ?? 0, t)}</section>`;
}

const headOf = (t: Translate): Markup =>
  html`<th scope="col">${t('ui.heat.compare.table.element')}</th><th scope="col" class="number">${t('ui.heat.compare.table.a')}</th><th scope="col" class="number">${t('ui.heat.compare.table.b')}</th><th scope="col" class="number">${t('ui.heat.compare.table.difference')}</th><th scope="col" class="number">${t('heat.report.interval')}</th><th scope="col">${t('heat.report.found')}</th>`;

function rowOf(row: ComparedHeatElement, t: Translate): Markup {
  const { label, role, shareA, shareB, difference, margin } = row;
  const interval =
    margin === null
      ? t('ui.heat.compare.table.unsure')
      : t('heat.report.from', [
          formatPoints(difference - margin),
          formatPoints(difference + margin),
        ]);
  const share = (of: number) => t('ui.heat.compare.table.percent', [formatShare(of)]);
  return html`<tr><th scope="row">${named(label, role)}</th>
<td class="number">${share(shareA)}</td><td class="number">${share(shareB)}</td>
<td class="number">${formatPoints(difference)}</td><td class="number">${interval}</td>
<td>${found(row, t)}</td></tr>`;
}

function found({ q, isDifferent }: ComparedHeatElement, t: Translate): Markup {
  if (q === null) return html`<span class="soft">${t('ui.heat.compare.table.untested')}</span>`;
  if (!isDifferent) return html`<span class="soft">${t('ui.heat.compare.table.not')}</span>`;
  return html`<strong>${t('heat.report.different')}</strong> <span class="soft">${t('ui.heat.compare.table.q', [formatRate(q)])}</span>`;
}

/** How much of both maps was compared; nothing, where they are by element. */
export function coveredSaid({ places }: HeatComparison, t: Translate): string {
  if (places === null) return '';
  return t('ui.heat.compare.verdict.covered', [
    formatCount(places.compared),
    formatShare(places.coveredA),
    formatShare(places.coveredB),
    formatCount(places.left),
  ]);
}
