import type { Translate } from '../../core/message';
import { sha256Hex } from '../../core/sha256';
import type { HeatState } from '../../protocol/heat';
import type { HeatComparison } from '../../protocol/heat-comparison';
import { compareLabel } from '../compare-label';
import { verdictOf } from '../compare-verdict';
import { redactText } from '../redact-text';
import { sayReach } from '../say-reach';
import { comparedTable, coveredSaid } from './compared-table';
import { bandTable, elementTable, mostClicked } from './element-table';
import { factsOf, holds } from './facts';
import { figure, type ReportPicture } from './figure';
import { html, type Markup } from './html';
import { pinSection, type ReportPin } from './pin-section';
import { STYLE } from './style';

export interface HeatReport {
  /** Of map A, which is shown. */
  readonly state: HeatState;
  /** Null: one map alone. */
  readonly comparison: HeatComparison | null;
  readonly pictures: {
    readonly a: ReportPicture;
    readonly b: ReportPicture | null;
    readonly difference: ReportPicture | null;
  };
  readonly pins: readonly ReportPin[];
  /** ms since the epoch */
  readonly takenAt: number;
}

/**
 * Heat as one HTML file for people who have no Hushmap: pictures, where the data comes from, how sure it
 * is, the table, and what was pinned. It holds what the screen holds: anonymous, rounded, redacted.
 *
 * The file runs no script and loads nothing; a policy of its own says so to the browser. What comes from
 * the page (names of elements, its address) is text in it, whatever it looks like.
 */
export function heatReport(report: HeatReport, t: Translate): string {
  const { state, comparison, takenAt } = report;
  const { summary } = state;
  const page = summary?.provenance.page ?? state.page;
  const map = t(`ui.heat.map.${summary?.map ?? 'click'}`);
  const title = comparison === null ? map : t('heat.report.compared', [map]);
  const day = new Date(takenAt).toISOString().slice(0, 16).replace('T', ' ');
  const { text } = html`<!doctype html>
<html lang="${t('heat.report.language')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(STYLE)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}: ${page}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<p class="kind">${t('heat.report.kind')}</p>
<h1>${title}</h1>
<p class="page"><bdi>${page}</bdi></p>
<p class="answer">${answerOf(report, t)}</p>
</header>
<main>${sectionsOf(report, t)}</main>
<footer><p>${t('heat.report.made', [day])}</p></footer>
</body>
</html>
`;
  return text;
}

/** The answer before the evidence. */
function answerOf({ state, comparison }: HeatReport, t: Translate): string {
  if (comparison !== null) {
    const { answer, about } = verdictOf(comparison, t);
    return `${answer} ${about}`.trim();
  }
  const bands = state.summary?.bands ?? null;
  return bands === null ? mostClicked(state, t) : sayReach(bands, t);
}

function sectionsOf(report: HeatReport, t: Translate): (Markup | null)[] {
  const { state, comparison, pictures, pins } = report;
  return comparison === null
    ? oneMap(state, pictures.a, pinSection(pins, t), t)
    : bothMaps(report, comparison, pinSection(pins, t), t);
}

function oneMap(
  state: HeatState,
  picture: ReportPicture,
  pins: Markup | null,
  t: Translate,
): (Markup | null)[] {
  const bands = state.summary?.bands ?? null;
  return [
    html`<section><h2>${t('heat.report.picture')}</h2>${figure('a', picture, t('heat.report.pictureOf'), t)}</section>`,
    pins,
    bands === null ? elementTable(state, t) : bandTable(bands, t),
    html`<section><h2>${t('heat.report.data')}</h2>${factsOf(picture.lines, state.summary, t)}</section>`,
    holds(state.summary, null, t),
  ];
}

function bothMaps(
  { state, pictures }: HeatReport,
  comparison: HeatComparison,
  pins: Markup | null,
  t: Translate,
): (Markup | null)[] {
  const { a, b, difference } = pictures;
  const what = redactText(compareLabel(comparison.with, state, t));
  return [
    difference &&
      html`<section><h2>${t('ui.heat.compare.views.difference')}</h2>${figure('difference', difference, t('heat.report.differenceOf'), t)}<p>${coveredSaid(comparison, t)}</p></section>`,
    pins,
    comparedTable(comparison, t),
    html`<section><h2>${t('heat.report.both')}</h2><p>${scaleSaid(comparison, t)}</p><div class="both">
${sideOf('a', '', a, state.summary, t)}${b && sideOf('b', what, b, comparison.b, t)}
</div></section>`,
    holds(state.summary, comparison, t),
  ];
}

const scaleSaid = ({ bands }: HeatComparison, t: Translate): string =>
  t(
    bands === null
      ? 'ui.heat.compare.sameScale'
      : `ui.heat.compare.bands.sameScale.${bands.measure}`,
  );

function sideOf(
  side: 'a' | 'b',
  what: string,
  picture: ReportPicture,
  summary: HeatState['summary'],
  t: Translate,
): Markup {
  const name = t(`ui.heat.compare.side.${side}`);
  return html`<div><h3>${name} <bdi class="soft">${what}</bdi></h3>${figure(side, picture, t('ui.heat.compare.pictures.of', [name]), t)}${factsOf([summary?.provenance.page ?? '', ...picture.lines], summary, t)}</div>`;
}

/** Nothing but pictures that are in the file, and the one style that is written here. */
function policyOf(style: Markup): string {
  const bytes = sha256Hex(style.text).match(/../g) ?? [];
  const hash = btoa(String.fromCharCode(...bytes.map((hex) => Number.parseInt(hex, 16))));
  return `default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
