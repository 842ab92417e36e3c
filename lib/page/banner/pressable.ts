import { findDeep } from './deep';
import type { BannerPorts } from './ports';

/** What can be pressed by its kind. */
export const CONTROLS =
  'button, a, [role="button"], [role="link"], input[type="button"], input[type="submit"], [onclick], summary';
export const SWITCHES = 'input[type="checkbox"], [role="switch"], [role="checkbox"]';

/** Disclosures, as WAI-ARIA's authoring practices make them: their words are a heading, and no choice. */
export const UNFOLDS = '[aria-expanded], summary';

const BOXES = 'div, span, p, li, strong, b';
const HOLDS_MORE = `${CONTROLS}, ${SWITCHES}, input, select, textarea`;
const MAX_NAME = 60;

/** Everything inside an element that can be pressed, also what is one by its looks alone. */
export const pressableIn = (element: Element, { shadowRootOf }: BannerPorts): Element[] => [
  ...findDeep(element, CONTROLS, shadowRootOf),
  ...findDeep(element, BOXES, shadowRootOf).filter(looksPressable),
];

/** As {@link pressableIn}, of what holds nothing but its words, anywhere in a document or shadow root. */
export const pressableWordsIn = (root: ParentNode, limit: number): Element[] =>
  [...root.querySelectorAll(BOXES)]
    .filter(({ childElementCount }) => childElementCount === 0)
    .slice(0, limit)
    .filter(looksPressable);

/** A box with a short name, over which the pointer says "press here". */
function looksPressable(element: Element): boolean {
  const name = (element.textContent ?? '').trim();
  return (
    name !== '' &&
    name.length <= MAX_NAME &&
    element.closest(`${HOLDS_MORE}, label`) === null &&
    element.querySelector(HOLDS_MORE) === null &&
    getComputedStyle(element).cursor === 'pointer'
  );
}
