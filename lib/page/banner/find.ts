import { type ButtonLabel, readLabel } from '../../consent/words/label';
import { ancestorsOf, deepText, findDeep, holds, rootsIn } from './deep';
import { nameOf } from './label';
import { CONSENT_WORDS, PLATFORM_MARKS } from './marks';
import type { BannerPorts } from './ports';
import { CONTROLS, pressableIn, pressableWordsIn, SWITCHES, UNFOLDS } from './pressable';
import { isHittable, isSeen } from './visible';

/** A banner as it lies in a frame. */
export interface FoundBanner {
  readonly element: Element;
  /** The platform by its marks; `generic` without any. */
  readonly cmp: string;
}

const MAX_CONTROLS = 4_000;
const MAX_MARKED = 20;
const MAX_ROOTS_OF_WORDS = 20;
const MAX_TEXT = 20_000;

const DECIDES: readonly ButtonLabel[] = ['accept', 'reject', 'acknowledge'];
const KINDS: readonly ButtonLabel[] = ['accept', 'reject', 'settings'];

/**
 * Finds the consent banner of a frame: what a known platform has marked, else the box that fits best
 * by what its controls say, what its words are about, and how it lies over the page. Works in shadow
 * roots; a frame of its own is a banner as a whole. Null: there is none that can be seen.
 */
export function findBanner(ports: BannerPorts): FoundBanner | null {
  return marked(ports) ?? best(controlsOf(ports), ports) ?? best(wordsOf(ports), ports);
}

function marked(ports: BannerPorts): FoundBanner | null {
  const roots = rootsIn(ports);
  for (const [cmp, selector] of PLATFORM_MARKS) {
    for (const root of roots) {
      for (const element of [...root.querySelectorAll(selector)].slice(0, MAX_MARKED)) {
        const box = visualBox(element, ports);
        if (box !== null && asks(box, ports)) return { element: box, cmp };
      }
    }
  }
  return null;
}

/** A platform's small widget, which only leads back to the choice, asks nothing. */
function asks(box: Element, ports: BannerPorts): boolean {
  const controls = findDeep(box, CONTROLS, ports.shadowRootOf).filter(isSeen);
  return controls.some(decidesByItself);
}

/**
 * Platforms wrap their layers in boxes without a size: the smallest box that holds all that is seen. Of
 * layers that lie over each other it is the upper one, whose controls a press reaches.
 */
function visualBox(element: Element, ports: BannerPorts): Element | null {
  const switches = findDeep(element, SWITCHES, ports.shadowRootOf);
  const all = [...pressableIn(element, ports), ...switches].filter(isSeen);
  const reached = all.filter((control) => isHittable(control, ports));
  const controls = reached.some(decidesByItself) ? reached : all;
  const [first] = controls;
  if (first === undefined) return null;
  const around = ancestorsOf(first, 60).filter((one) => holds(element, one));
  const common = around.find(
    (one) => isSeen(one) && controls.every((control) => holds(one, control)),
  );
  return liftToFill(common ?? element, element);
}

function decidesByItself(control: Element): boolean {
  if (control.matches(UNFOLDS)) return false;
  const { label, isPartial } = readLabel(nameOf(control));
  return isPartial || DECIDES.includes(label);
}

/** Outwards to the box that paints the banner, as long as it is not the page. */
function liftToFill(inner: Element, limit: Element): Element {
  const way = [inner, ...ancestorsOf(inner, 60).filter((one) => holds(limit, one))];
  return way.find((one) => isSeen(one) && paints(one)) ?? inner;
}

function paints(element: Element): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  return backgroundImage !== 'none' || !/^(transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor);
}

interface Candidate {
  readonly element: Element;
  readonly roles: Set<ButtonLabel>;
  /** It keeps a choice that switches make. */
  keeps: boolean;
}

function best(controls: readonly Element[], ports: BannerPorts): FoundBanner | null {
  const candidates = new Map<Element, Candidate>();
  const talks = oncePerElement(
    (one) =>
      CONSENT_WORDS.test(deepText(one, ports.shadowRootOf, MAX_TEXT)) || isChoice(one, ports),
  );
  for (const control of controls) {
    const { label, isPartial } = readLabel(nameOf(control));
    if (label === 'other' && !isPartial) continue;
    const box = boxAround(control, talks, ports);
    if (box === null) continue;
    const known: Candidate = candidates.get(box) ?? {
      element: box,
      roles: new Set(),
      keeps: false,
    };
    known.roles.add(label);
    known.keeps ||= isPartial;
    candidates.set(box, known);
  }
  const scored = [...candidates.values()]
    .filter((candidate) => decides(candidate, ports))
    .map((candidate) => ({ ...candidate, score: scoreOf(candidate, ports) }))
    .toSorted((a, b) => b.score - a.score);
  const [first] = scored;
  return first === undefined || first.score <= 0
    ? null
    : { element: first.element, cmp: 'generic' };
}

function decides({ element, roles, keeps }: Candidate, ports: BannerPorts): boolean {
  if (DECIDES.some((role) => roles.has(role))) return true;
  return keeps && findDeep(element, SWITCHES, ports.shadowRootOf, 1).length > 0;
}

function controlsOf(ports: BannerPorts): Element[] {
  const found = rootsIn(ports).flatMap((root) => [...root.querySelectorAll(CONTROLS)]);
  return found.slice(0, MAX_CONTROLS).filter(isSeen);
}

/** Where no control decides: banners whose buttons are boxes. */
const wordsOf = (ports: BannerPorts): Element[] =>
  rootsIn(ports)
    .slice(0, MAX_ROOTS_OF_WORDS)
    .flatMap((root) => pressableWordsIn(root, MAX_CONTROLS))
    .slice(0, MAX_CONTROLS)
    .filter(isSeen);

/** The box that a control belongs to: what lies over the page and talks of consent. */
function boxAround(
  control: Element,
  talks: (one: Element) => boolean,
  ports: BannerPorts,
): Element | null {
  const { body, documentElement } = ports.document;
  const around = ancestorsOf(control).filter((one) => one !== body && one !== documentElement);
  // The outermost box that lies over: an inner one may be fixed too, and holds a part alone.
  const lying = around.filter((one) => isSeen(one) && liesOver(one)).findLast(talks);
  if (lying !== undefined) return visualBox(lying, ports) ?? lying;
  if (ports.frame !== 'top') return talks(body) ? body : null;
  return around.find((one) => isSeen(one) && isInFlow(one, ports) && talks(one)) ?? null;
}

/** Many controls share their ancestors, whose words need to be read but once. */
function oncePerElement(ask: (one: Element) => boolean): (one: Element) => boolean {
  const known = new Map<Element, boolean>();
  return (one) => {
    const answer = known.get(one) ?? ask(one);
    known.set(one, answer);
    return answer;
  };
}

/** A second layer may name purposes and not consent: switches, with a way to refuse and a way to keep or accept. */
function isChoice(element: Element, ports: BannerPorts): boolean {
  if (findDeep(element, SWITCHES, ports.shadowRootOf, 1).length === 0) return false;
  const controls = findDeep(element, CONTROLS, ports.shadowRootOf, 60).filter(isSeen);
  const says = new Set(controls.map((control) => readLabel(nameOf(control)).label));
  return says.has('accept') && says.has('reject');
}

function liesOver(element: Element): boolean {
  const role = element.getAttribute('role');
  if (role === 'dialog' || role === 'alertdialog' || element.localName === 'dialog') return true;
  const { position, zIndex } = getComputedStyle(element);
  if (position === 'fixed' || position === 'sticky') return true;
  return position === 'absolute' && Number(zIndex) >= 10;
}

/** A strip at the top or the bottom of a page: little text, and more than one choice or a whole width. */
function isInFlow(element: Element, ports: BannerPorts): boolean {
  const text = deepText(element, ports.shadowRootOf, 3_000);
  if (text.length >= 2_500 || /^(main|article|footer|nav|form)$/.test(element.localName))
    return false;
  const seen = findDeep(element, CONTROLS, ports.shadowRootOf, 40).filter(isSeen);
  const roles = new Set(seen.map((control) => readLabel(nameOf(control)).label));
  return roles.has('accept') && (roles.has('reject') || roles.has('settings'));
}

/** More kinds of choice, more talk of consent, more of the viewport, and nothing of a form. */
function scoreOf({ element, roles }: Candidate, ports: BannerPorts): number {
  const text = deepText(element, ports.shadowRootOf, MAX_TEXT);
  const talk = Math.min(4, text.match(new RegExp(CONSENT_WORDS, 'gi'))?.length ?? 0);
  if (talk === 0 && !isChoice(element, ports)) return 0;
  const kinds = KINDS.filter((role) => roles.has(role)).length;
  const personal = element.querySelector('input[type="password"], input[type="email"]') ? 3 : 0;
  return (
    kinds * 2 + talk + (liesOver(element) ? 2 : 0) + (roles.has('acknowledge') ? 1 : 0) - personal
  );
}
