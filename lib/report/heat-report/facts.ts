import type { Translate } from '../../core/message';
import type { HeatState } from '../../protocol/heat';
import type { HeatComparison } from '../../protocol/heat-comparison';
import { sayError } from '../say-error';
import { html, type Markup } from './html';

type Summary = HeatState['summary'];

/** Where a map comes from, and how far it may be off. */
export function factsOf(lines: readonly string[], summary: Summary, t: Translate): Markup {
  const error = summary?.error ?? null;
  return html`${listOf(lines)}${error && errorSaid(sayError(error, t))}`;
}

function errorSaid({ total, parts, more }: ReturnType<typeof sayError>): Markup {
  const each = parts.map(
    ({ name, said, how }) =>
      html`<div><dt>${name}</dt><dd>${said} <span class="soft">${how}</span></dd></div>`,
  );
  return html`<p class="error">${total}</p><dl>${each}</dl>${more === null ? null : html`<p class="soft">${more}</p>`}`;
}

/** What the numbers hold, and what nobody should read out of them. */
export function holds(summary: Summary, comparison: HeatComparison | null, t: Translate): Markup {
  const unit = summary?.provenance.unit ?? 'clicks';
  const k = t('heat.report.holds.k', [summary?.k ?? 0, t(`heat.picture.unit.${unit}`)]);
  const one = [k, t('heat.report.holds.rounded')];
  const said =
    comparison === null
      ? [...one, t(`heat.report.holds.${unit === 'clicks' ? 'noMargin' : 'margin'}`)]
      : [...one, ...comparisonHolds(comparison, t(`heat.picture.unit.${unit}`), t)];
  const not = comparison === null ? NOT : [...notCompared(comparison), ...NOT];
  return html`<section><h2>${t('heat.report.holds.title')}</h2>${listOf(said)}
<h3>${t('heat.report.holds.not')}</h3>${listOf(not.map((name) => t(`heat.report.not.${name}`)))}</section>`;
}

function comparisonHolds(comparison: HeatComparison, unit: string, t: Translate): string[] {
  const notes = comparison.notes.map(({ id, params }) => t(id, params ?? []));
  if (!comparison.isTested) return [t('heat.report.holds.untested'), ...notes];
  const { rate, unit: ofUnit, interval } = COMPARED;
  const { bands } = comparison;
  const what = bands === null ? ofUnit : (`heat.report.holds.unitOf.${bands.measure}` as const);
  return [t(what, [unit]), t(rate), t(interval), ...notes];
}

const COMPARED = {
  unit: 'heat.report.holds.unit',
  rate: 'heat.report.holds.rate',
  interval: 'heat.report.holds.interval',
} as const;

const NOT = ['why', 'subtract'] as const;
/** What a depth is, where a page was built anew, is among the notes of bands. */
const notCompared = ({ bands }: HeatComparison) =>
  bands === null
    ? (['equal', 'independent', 'built'] as const)
    : (['equal', 'independent'] as const);

const listOf = (lines: readonly string[]): Markup =>
  html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
