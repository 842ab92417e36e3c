import { laterOf, readLabel } from '../../consent/words/label';
import type { BannerControl } from '../../protocol/walk/banner';
import { redactText } from '../../report/redact-text';
import { createLocator } from '../locator';
import { fillContrast, hasShape, textContrast } from './contrast';
import { ancestorsOf } from './deep';
import { nameOf } from './label';
import type { BannerPorts } from './ports';
import { pressableIn, UNFOLDS } from './pressable';
import { boxOf, isHittable, isSeen } from './visible';

/** A control, and the element that it is. */
export interface FoundControl {
  readonly element: Element;
  readonly control: BannerControl;
}

const MAX_CONTROLS = 60;

/** The controls of a banner that can be seen, measured. Those that choose come first where there are many. */
export function controlsIn(banner: Element, ports: BannerPorts): FoundControl[] {
  const locate = createLocator();
  const seen = pressableIn(banner, ports).filter(isSeen);
  const outer = seen.filter(
    (element) => !ancestorsOf(element, 6).some((one) => seen.includes(one)),
  );
  const found = outer.map((element) => ({
    element,
    control: measure(element, locate(element).selector, ports),
  }));
  const choosing = found.filter(({ control }) => control.role !== 'other');
  const kept = new Set([...choosing, ...found].slice(0, MAX_CONTROLS));
  return found.filter((one) => kept.has(one));
}

/** One control, measured as it lies there now. */
export function measure(element: Element, selector: string, ports: BannerPorts): BannerControl {
  const label = nameOf(element);
  const style = getComputedStyle(element);
  const { role, acknowledges } = roleOf(label, element);
  return {
    role,
    label: redactText(label).slice(0, 200),
    selector,
    kind: isIcon(label, element) ? 'icon' : hasShape(element) ? 'button' : 'link',
    acknowledges,
    later: laterOf(label),
    box: boxOf(element),
    visible: true,
    hittable: isHittable(element, ports),
    focusable: isFocusable(element),
    named: label !== '' && isNative(element),
    fontPx: Number.parseFloat(style.fontSize) || 0,
    fontWeight: Number(style.fontWeight) || 400,
    textContrast: textContrast(element),
    fillContrast: fillContrast(element),
  };
}

type Role = BannerControl['role'];

/** What a press decides, by the words on the control. */
function roleOf(label: string, element: Element): { role: Role; acknowledges: boolean } {
  const says = readLabel(label);
  const tell = (role: Role, acknowledges = false) => ({ role, acknowledges });
  // "Necessary" over a section that unfolds is its heading; opening the settings may unfold them.
  if (element.matches(UNFOLDS) && says.label !== 'settings') return tell('other');
  if (says.isPartial) return tell('save');
  if (says.label === 'acknowledge') return says.isClosing ? tell('close') : tell('accept', true);
  if (says.label !== 'other') return tell(says.label);
  return isIcon(label, element) && CROSS.test(`${label} ${element.className}`)
    ? tell('close')
    : tell('other');
}

const CROSS = /^\s*[×✕✖⨯xX]?\s*$|close|dismiss|schlie|ferm|cerrar|chiudi|sluit/i;

/** A control without words of its own: a cross, a picture. */
const isIcon = (label: string, element: Element): boolean =>
  (element.textContent ?? '').trim().length <= 1 &&
  !(element instanceof HTMLInputElement && label.length > 1);

function isFocusable(element: Element): boolean {
  if (ancestorsOf(element, 60).some((one) => one.hasAttribute('inert'))) return false;
  const disabled = 'disabled' in element && element.disabled === true;
  return element instanceof HTMLElement && element.tabIndex >= 0 && !disabled;
}

/** It is a button or a link to those who don't see it, too. */
const isNative = (element: Element): boolean =>
  /^(button|input|summary)$/.test(element.localName) ||
  (element.localName === 'a' && element.hasAttribute('href')) ||
  /^(button|link)$/.test(element.getAttribute('role') ?? '');
