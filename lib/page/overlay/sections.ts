import type { Section } from '../../protocol/zones';
import { insideOf } from '../anchors/inside';
import { above, createSurveyor } from '../anchors/surroundings';
import { natives } from '../natives';
import { dom } from './dom';
import { elementsIn } from './elements';
import { labelOf, roleOf } from './labels';
import type { OverlayPorts } from './ports';
import type { ElementRefs } from './refs';
import { createSight } from './sight';

/** What pages are made of: landmarks, and what has a heading of its own. */
const SECTIONS = [
  'header,nav,main,section,article,aside,footer,form,dialog,fieldset',
  ...[
    ...['banner', 'navigation', 'main', 'region', 'article', 'complementary', 'contentinfo'],
    ...['form', 'search', 'dialog', 'tabpanel'],
  ].map((role) => `[role="${role}"]`),
].join(',');

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role="heading"],legend';

const MOST_LISTED = 200;
const MOST_LOOKED_AT = 60_000;

/** Smaller than this nobody means a section, CSS px. */
const LEAST = 24;

/** The landmarks and sections that can be seen, in the order of the page, those of a frame after it. */
export function listSections(
  view: Window,
  refs: ElementRefs,
  ports: Pick<OverlayPorts, 'redact' | 'closedShadowRoot'>,
): Section[] {
  const measure = createSight(view);
  const depths = new Map<Element, number>();
  const list: Section[] = [];
  let looked = 0;
  for (const element of elementsIn(view.document, (host) => insideOf(host, ports))) {
    if (list.length >= MOST_LISTED || ++looked > MOST_LOOKED_AT) break;
    if (!isSection(element) || !isLarge(measure(element)?.rect)) continue;
    const around = ancestors(element).find((each) => depths.has(each));
    const depth = around === undefined ? 0 : (depths.get(around) ?? 0) + 1;
    depths.set(element, depth);
    const label = sectionLabel(element, ports.redact);
    list.push({ ref: refs.of(element), label, role: roleOf(element), depth });
  }
  return list;
}

/**
 * The sections that a place lies in, from what is under it outwards, each larger than the one before;
 * and which of them is meant at first: the innermost landmark, or, on a page without any, the first
 * that takes a good part of the window.
 */
export function sectionsAround(
  view: Window,
  element: Element,
): { readonly path: readonly Element[]; readonly start: number } {
  const path: Element[] = [];
  const sizes: number[] = [];
  // In a frame an element knows its size in the frame's own px alone.
  const survey = createSurveyor(view);
  let last = 0;
  for (const each of [element, ...ancestors(element)]) {
    const rect = survey(each)?.rect;
    const width = rect === undefined ? 0 : rect.right - rect.left;
    const height = rect === undefined ? 0 : rect.bottom - rect.top;
    const size = Math.round(width) * Math.round(height);
    // What only wraps another is no step of its own, unless it is what carries the name.
    if (width < LEAST || height < LEAST) continue;
    if (size === last && !isSection(each)) continue;
    if (size === last) {
      path.pop();
      sizes.pop();
    }
    path.push(each);
    sizes.push(size);
    last = size;
  }
  const landmark = path.findIndex(isSection);
  const enough = view.innerWidth * view.innerHeight * PART;
  const large = sizes.findIndex((size) => size > enough);
  return { path, start: Math.max(0, landmark >= 0 ? landmark : large) };
}

/** A good part of the window. */
const PART = 0.12;

/** A section is called what it says itself, else by its first heading; never by all of its text. */
export function sectionLabel(element: Element, redact: (text: string) => string): string {
  const isNamed = ['aria-label', 'aria-labelledby'].some(
    (name) => natives.attribute(element, name) !== null,
  );
  if (isNamed) return labelOf(element, redact);
  const heading = dom.findIn(element, HEADINGS);
  return heading === null ? '' : labelOf(heading, redact);
}

const isSection = (element: Element): boolean => natives.matches(element, SECTIONS) === true;

const isLarge = (rect?: { left: number; top: number; right: number; bottom: number }): boolean =>
  rect !== undefined && rect.right - rect.left >= LEAST && rect.bottom - rect.top >= LEAST;

function ancestors(element: Element): Element[] {
  const chain: Element[] = [];
  for (let at = above(element); at !== null; at = above(at)) chain.push(at);
  return chain;
}
