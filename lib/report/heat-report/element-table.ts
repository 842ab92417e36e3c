import type { Translate } from '../../core/message';
import { formatCount, formatShare } from '../../core/numbers';
import { roundCount } from '../../heatmap/rounding';
import type { HeatState } from '../../protocol/heat';
import type { Bands } from '../../protocol/heat-kinds';
import { bandRows } from '../band-rows';
import { redactText } from '../redact-text';
import { html, type Markup } from './html';

/** Elements by share of clicks; the first of many. */
export function elementTable({ elements, unplaced }: HeatState, t: Translate): Markup {
  const rows = elements.slice(0, MOST_ROWS).map(
    ({ label, role, share, margin, count }, i) => html`<tr><td class="rank">${i + 1}</td>
<th scope="row">${named(label, role)}</th>
<td class="number">${shareSaid(share, margin, t)}${bar(share / (elements[0]?.share || 1))}</td>
<td class="number">${formatCount(count)}</td></tr>`,
  );
  const others = unplaced > 0 ? t('ui.heat.footer.unplaced', [formatShare(unplaced)]) : '';
  return html`<section><h2>${t('ui.heat.elements.title')}</h2>
${rows.length === 0 ? html`<p>${t('ui.heat.elements.none')}</p>` : tableOf(rows, t('ui.heat.elements.table'), headOf(t))}
${moreSaid(elements.length, t)}<p class="soft">${others}</p></section>`;
}

const headOf = (t: Translate): Markup =>
  html`<th scope="col" class="rank">${t('ui.heat.elements.rank')}</th><th scope="col">${t('ui.heat.elements.element')}</th><th scope="col" class="number">${t('ui.heat.elements.share')}</th><th scope="col" class="number">${t('ui.heat.elements.clicks')}</th>`;

/** Bands of depth from the top of the page down. */
export function bandTable(bands: Bands, t: Translate): Markup {
  const rows = bandRows(bands, t)
    .slice(0, MOST_ROWS)
    .map(
      ({ from, to, share, margin, people }) => html`<tr>
<th scope="row">${t('ui.heat.reach.range', [from, to])}</th>
<td class="number">${shareSaid(share, margin, t)}${bar(share)}</td>
<td class="number">${formatCount(roundCount(people))}</td></tr>`,
    );
  const isReach = bands.measure === 'reached';
  const head = html`<th scope="col">${t('ui.heat.reach.depth')}</th><th scope="col" class="number">${t('ui.heat.elements.share')}</th><th scope="col" class="number">${t('ui.heat.reach.people')}</th>`;
  const name = t(isReach ? 'ui.heat.reach.table' : 'ui.heat.reach.attentionTable');
  return html`<section><h2>${t(isReach ? 'ui.heat.reach.title' : 'ui.heat.reach.attention')}</h2>
${tableOf(rows, name, head)}${moreSaid(bands.bands.length, t)}</section>`;
}

/** What the table says first. */
export function mostClicked({ elements }: HeatState, t: Translate): string {
  const [first] = elements;
  if (first === undefined) return t('ui.heat.elements.none');
  return t('heat.report.most', [redactText(first.label), shareSaid(first.share, first.margin, t)]);
}

export const tableOf = (rows: readonly Markup[], name: string, head: Markup): Markup =>
  html`<table aria-label="${name}"><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;

/** An element by its name, which is the page's own word, and its role. */
export const named = (label: string, role: string): Markup =>
  html`<bdi>${redactText(label)}</bdi> <bdi class="soft">${redactText(role)}</bdi>`;

export const moreSaid = (rows: number, t: Translate): Markup | null =>
  rows > MOST_ROWS ? html`<p class="soft">${t('heat.report.more', [rows - MOST_ROWS])}</p>` : null;

export const MOST_ROWS = 200;

function shareSaid(share: number, margin: number | null, t: Translate): string {
  const about =
    margin === null
      ? t('ui.heat.elements.marginUnknown')
      : t('ui.heat.elements.margin', [formatShare(margin)]);
  return `${t('ui.heat.elements.percent', [formatShare(share)])} ${about}`;
}

const bar = (share: number): Markup =>
  html`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round(100 * Math.min(1, Math.max(0, share)))}" height="4"></rect></svg>`;
