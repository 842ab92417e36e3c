import type { Translate } from '../../core/message';
import { named } from './element-table';
import { html, type Markup } from './html';

/** A note on an element, as a report tells it. */
export interface ReportPin {
  /** The number beside the element on the page. */
  readonly number: number;
  readonly label: string;
  readonly role: string;
  /** What a person wrote, as it was written. */
  readonly note: string;
  /** False: the page does not have its element now. */
  readonly isHere: boolean;
}

/** Notes by the numbers that the picture shows; nothing, where there is none. */
export function pinSection(pins: readonly ReportPin[], t: Translate): Markup | null {
  if (pins.length === 0) return null;
  const items = pins.map(
    ({ number, label, role, note, isHere }) => html`<li><span class="pin">${number}</span>
<div><p>${named(label, role)}${isHere ? null : html` <em>${t('heat.pins.notHere')}</em>`}</p>
<p class="note" dir="auto">${note}</p></div></li>`,
  );
  return html`<section><h2>${t('heat.pins.title')}</h2><ol class="pins">${items}</ol></section>`;
}
