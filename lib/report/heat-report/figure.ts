import type { Translate } from '../../core/message';
import { html, Markup } from './html';

export interface ReportPicture {
  /** PNG, base64. */
  readonly png: string;
  /** px */
  readonly width: number;
  readonly height: number;
  /** What the picture says of itself (`heatCaption`). */
  readonly lines: readonly string[];
  readonly legend: {
    readonly stops: readonly { readonly at: number; readonly color: string }[];
    readonly from: string;
    readonly to: string;
  } | null;
}

/** A whole page's picture under its legend. A long one scrolls in a frame, and is printed in full. */
export function figure(
  side: 'a' | 'b' | 'difference',
  picture: ReportPicture,
  alt: string,
  t: Translate,
): Markup {
  const { width, height, legend } = picture;
  return html`<figure>${legend && legendBar(`scale-${side}`, legend, t)}
<div class="frame" tabindex="0" role="group" aria-label="${alt}"><img alt="${alt}" width="${Math.round(width)}" height="${Math.round(height)}" src="${sourceOf(picture)}"></div></figure>`;
}

/** As a drawing, since browsers print no backgrounds. */
function legendBar(
  id: string,
  { stops, from, to }: NonNullable<ReportPicture['legend']>,
  t: Translate,
): Markup {
  const colours = stops.map(
    ({ at, color }) => html`<stop offset="${at}" stop-color="${color}"></stop>`,
  );
  return html`<figcaption class="legend">
<svg viewBox="0 0 300 12" preserveAspectRatio="none" role="img" aria-label="${t('heat.report.scale', [from, to])}"><defs><linearGradient id="${id}">${colours}</linearGradient></defs><rect width="300" height="12" fill="#fff"></rect><rect width="300" height="12" fill="url(#${id})"></rect></svg>
<span>${from}</span><span>${to}</span></figcaption>`;
}

function sourceOf({ png }: ReportPicture): Markup {
  if (/[^A-Za-z0-9+/=]/.test(png)) throw new TypeError('A picture is not base64.');
  return new Markup(`data:image/png;base64,${png}`);
}
