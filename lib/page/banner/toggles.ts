import { Reading } from '../../consent/words/lexicon';
import { namesRecording } from '../../consent/words/recording';
import type { BannerToggle } from '../../protocol/walk/banner';
import { redactText } from '../../report/redact-text';
import { createLocator } from '../locator';
import { ancestorsOf, findDeep, wordsIn } from './deep';
import { nameOf } from './label';
import type { BannerPorts } from './ports';
import { SWITCHES } from './pressable';
import { isSeen } from './visible';

const MAX_TOGGLES = 300;
const MAX_LABEL = 200;

/** Switches of a banner and of the panels in it, unfolded or not. */
export function togglesIn(banner: Element, ports: BannerPorts): BannerToggle[] {
  const locate = createLocator();
  return findDeep(banner, SWITCHES, ports.shadowRootOf, MAX_TOGGLES).map((element) => {
    const label = labelOf(element, banner);
    const around = `${label} ${rowText(element, banner)}`;
    const isFixed = isDisabled(element);
    const isOn = stateOf(element);
    return {
      label: redactText(label).slice(0, MAX_LABEL),
      selector: locate(element).selector,
      on: isOn,
      disabled: isFixed,
      visible: isSeen(pressable(element)),
      essential: (isFixed && isOn) || isEssential(label),
      legitimateInterest: LEGITIMATE_INTEREST.test(around),
      namesRecording: namesRecording(around),
    };
  });
}

/** The part of a switch that a person sees and presses: many hide the field and paint its label. */
export function pressable(element: Element): Element {
  if (isSeen(element)) return element;
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  return labels.find(isSeen) ?? ancestorsOf(element, 2).find(isSeen) ?? element;
}

const stateOf = (element: Element): boolean =>
  element instanceof HTMLInputElement
    ? element.checked
    : element.getAttribute('aria-checked') === 'true';

const isDisabled = (element: Element): boolean =>
  element.matches(':disabled, [aria-disabled="true"]') ||
  (element instanceof HTMLInputElement && element.readOnly);

function isEssential(label: string): boolean {
  const words = new Reading(label);
  return words.has('necessary') || (words.has('functional') && words.length <= 4);
}

function labelOf(element: Element, banner: Element): string {
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  const said = labels.map((label) => wordsIn(label).trim()).find((text) => text !== '');
  const named = nameOf(element);
  if (said !== undefined && said.length > 1) return said.replace(/\s+/g, ' ').slice(0, MAX_LABEL);
  if (named !== '' && named !== 'on') return named;
  return rowText(element, banner).slice(0, MAX_LABEL);
}

/** Words of the row that a switch stands in, and of no other switch. */
function rowText(element: Element, banner: Element): string {
  const row = ancestorsOf(element, 8).find(
    (one) => one !== banner && (one.textContent ?? '').trim().length > 2,
  );
  if (row === undefined || row.querySelectorAll(SWITCHES).length > 1) return '';
  return wordsIn(row).replace(/\s+/g, ' ').trim().slice(0, 1_000);
}

/** "Legitimate interest" in the languages of the lexicon (GDPR, art. 6(1)(f), in its official versions). */
const LEGITIMATE_INTEREST =
  /legitimate interest|berechtigte[sn]? interesse|int[ée]r[êe]ts? l[ée]gitime|inter[ée]s leg[ií]timo|interesse leg[ií]ttim[oi]|legittim[oi] interess[ei]|leg[ií]timo interesse|interesse leg[ií]timo|gerechtvaardigd[e]? belang|uzasadnion\w+ interes|ber[äa]ttigat intresse|legitime? interesse|oikeutettu etu|opr[áa]vn[ěe]n\w+ z[áa]jem|jogos érdek|interes(ul)? legitim|законн\w+ интерес|έννομο συμφέρον|正当な利益/i;
