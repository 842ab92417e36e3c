import { choiceOf } from '../../../consent/words/choices';
import { CONSENT_WORDS, PLATFORM_MARKS } from '../../banner/marks';

/** A banner as it lies in the document. */
export interface Banner {
  readonly element: Element;
  readonly cmp: string;
  readonly visible: boolean;
  /** Words of the banner and of the panels inside it, also of those not unfolded. */
  readonly text: string;
  /** Its purposes were among the words: there are switches, or the text came with them. */
  readonly hasPurposes: boolean;
}

/** Opens a shadow root, closed ones where the browser lets the extension; null where there is none. */
export type ShadowRootOf = (host: Element) => ShadowRoot | null;

/**
 * Finds the consent banner: by the marks of known platforms first, else as what holds a button that
 * accepts or refuses, talks of consent, and lies over the page.
 */
export function findBanner(document: Document, shadowRootOf: ShadowRootOf): Banner | null {
  const roots = rootsOf(document, shadowRootOf);
  const known = firstOf(roots, knownBanner);
  const banners = known === null ? roots.map(unknownBanner) : [known];
  const found = banners.find((banner) => banner !== null) ?? null;
  return found === null ? null : describe(found.element, found.cmp);
}

/** Whether an element lies in a consent banner; the way of a click from its target upwards. */
export function bannerAround(path: readonly Element[]): Element | null {
  return (
    path.slice(0, MAX_CLIMB).find((element) => isKnown(element) || isBannerLike(element)) ?? null
  );
}

const MAX_CLIMB = 24;
const MAX_CONTROLS = 3_000;
const MAX_TEXT = 60_000;
const MAX_HOSTS = 400;

const CONTROLS = 'button, a, [role="button"], input[type="button"], input[type="submit"]';
const SWITCHES = 'input[type="checkbox"], [role="switch"], [role="checkbox"]';

interface Found {
  readonly element: Element;
  readonly cmp: string;
}

type Root = Document | ShadowRoot;

function knownBanner(root: Root): Found | null {
  for (const [cmp, selector] of PLATFORM_MARKS) {
    const element = root.querySelector(selector);
    if (element !== null) return { element, cmp };
  }
  return null;
}

function unknownBanner(root: Root): Found | null {
  const controls = Array.from(root.querySelectorAll(CONTROLS)).slice(0, MAX_CONTROLS);
  for (const control of controls) {
    const choice = choiceOf(labelOf(control));
    if (choice !== 'accept' && choice !== 'reject') continue;
    const banner = ancestors(control).find(isBannerLike);
    if (banner !== undefined) return { element: banner, cmp: 'generic' };
  }
  return null;
}

/** A box that lies over the page or is a dialog, that talks of consent, and is not the page itself. */
function isBannerLike(element: Element): boolean {
  if (element === element.ownerDocument.body || element === element.ownerDocument.documentElement) {
    return false;
  }
  return liesOver(element) && CONSENT_WORDS.test(textOf(element, 5_000));
}

function liesOver(element: Element): boolean {
  const role = element.getAttribute('role');
  if (role === 'dialog' || role === 'alertdialog' || element.localName === 'dialog') return true;
  const { position } = getComputedStyle(element);
  return position === 'fixed' || position === 'sticky';
}

const isKnown = (element: Element): boolean =>
  PLATFORM_MARKS.some(([, selector]) => element.matches(selector));

function describe(element: Element, cmp: string): Banner {
  return {
    element,
    cmp,
    visible: isVisible(element),
    text: textOf(element, MAX_TEXT),
    hasPurposes: element.querySelectorAll(SWITCHES).length > 0,
  };
}

function isVisible(element: Element): boolean {
  const shown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  // A fixed child of a box without a height is seen all the same.
  return shown && [element, ...element.querySelectorAll('*')].slice(0, 60).some(hasArea);
}

function hasArea(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}

/** What a control says: its accessible name in short. */
export function labelOf(control: Element): string {
  const label = control.getAttribute('aria-label') ?? '';
  if (label.trim() !== '') return label;
  const text = control instanceof HTMLInputElement ? control.value : (control.textContent ?? '');
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}

const textOf = (element: Element, max: number): string => (element.textContent ?? '').slice(0, max);

/** The document and the shadow roots that hang near the body, where platforms put theirs. */
function rootsOf(document: Document, shadowRootOf: ShadowRootOf): Root[] {
  const hosts = Array.from(document.querySelectorAll('body > *, body > * > *')).slice(0, MAX_HOSTS);
  const shadows = hosts.map(shadowRootOf).filter((root) => root !== null);
  return [document, ...shadows];
}

function ancestors(element: Element): Element[] {
  const found: Element[] = [];
  let next: Element | null = element.parentElement;
  while (next !== null && found.length < MAX_CLIMB) {
    found.push(next);
    const root = next.parentElement === null ? next.getRootNode() : null;
    next = next.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return found;
}

function firstOf(roots: readonly Root[], find: (root: Root) => Found | null): Found | null {
  for (const root of roots) {
    const found = find(root);
    if (found !== null) return found;
  }
  return null;
}
