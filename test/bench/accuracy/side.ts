import { type PackedCells, STRIDE } from '../../../lib/heatmap/packed';
import { onDemand } from '../../overlay/page-side';
import { elementsIn, identify } from './identify';
import { type NamedBy, nameElement } from './name-element';

/** Runs in the page, beside the overlay's own test script: what can be clicked, and what lies where. */

/** Something that people can click at one width. */
export interface Target {
  /** The same at every width, and independent of every selector. */
  readonly key: string;
  /** Ranked, by generators that are not ours. */
  readonly selectors: Record<NamedBy, string[]>;
  /** Where it was clicked, in its box, 0 to 1. */
  readonly clicks: readonly Click[];
  /** It stays with the viewport, or may: itself or what it stands in is fixed or sticky. */
  readonly fixed: boolean;
  readonly width: number;
  readonly height: number;
}

interface Click {
  readonly x: number;
  readonly y: number;
  /** Place of the pointer: on the page, or, where `fixed`, in the viewport. CSS px. */
  readonly left: number;
  readonly top: number;
}

/** A point where heat was drawn, or would be, and whose it is. */
export interface Point {
  readonly key: string;
  readonly left: number;
  readonly top: number;
  readonly fixed: boolean;
}

const CLICKABLE =
  'a[href],button,input:not([type=hidden]),select,textarea,summary,[role=button],[role=tab],[role=link],[role=menuitem],label[for]';

/** Smaller ones are left out: no finger hits them, and a source's own step is two thirds of that. */
const LEAST_EDGE = 24;

const PLACES = [
  [0.5, 0.5],
  [0.2, 0.35],
  [0.8, 0.65],
] as const;

function targets(most: number): Target[] {
  const all = identify(document);
  const wide = [...all].filter(([, element]) => element.matches(CLICKABLE));
  const found: Target[] = [];
  for (const [key, element] of wide) {
    const target = look(key, element);
    if (target !== null) found.push(target);
  }
  scrollTo(0, 0);
  // Evenly over the page, the same ones at every width as far as they are there.
  const step = Math.max(1, found.length / most);
  return Array.from(
    { length: Math.min(most, found.length) },
    (_, i) => found[Math.floor(i * step)],
  ).flatMap((target) => target ?? []);
}

function look(key: string, element: Element): Target | null {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return null;
  bringToMiddle(element);
  const box = element.getBoundingClientRect();
  if (box.width < LEAST_EDGE || box.height < LEAST_EDGE) return null;
  const fixed = staysPut(element);
  const clicks: Click[] = [];
  for (const [x, y] of PLACES) {
    const left = box.left + x * box.width;
    const top = box.top + y * box.height;
    if (!hits(element, left, top)) return null;
    clicks.push({ x, y, left: left + (fixed ? 0 : scrollX), top: top + (fixed ? 0 : scrollY) });
  }
  const selectors = {
    matomo: nameElement(element, 'matomo'),
    posthog: nameElement(element, 'posthog'),
    clarity: nameElement(element, 'clarity'),
  };
  return { key, selectors, clicks, fixed, width: box.width, height: box.height };
}

function bringToMiddle(element: Element): void {
  const box = element.getBoundingClientRect();
  scrollTo({ top: box.top + scrollY + box.height / 2 - innerHeight / 2, behavior: 'instant' });
}

function staysPut(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = above(at)) {
    const { position } = getComputedStyle(at);
    if (position === 'fixed' || position === 'sticky') return true;
  }
  return false;
}

const above = (element: Element): Element | null => {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

/** Whether a click at this point of the viewport goes to the element or something in it. */
function hits(element: Element, left: number, top: number): boolean {
  let hit = document.elementFromPoint(left, top);
  while (hit?.shadowRoot) {
    const inner: Element | null = hit.shadowRoot.elementFromPoint(left, top);
    if (inner === null || inner === hit) break;
    hit = inner;
  }
  for (let at = hit; at !== null; at = above(at)) if (at === element) return true;
  // A click on a label is one on its field.
  const field = hit?.closest('label')?.control;
  return field !== undefined && field !== null && field === element;
}

/** How many of the points lie on what they belong to. */
async function judge(points: readonly Point[], drawnAt: (i: number) => Point | null) {
  const elements = identify(document);
  const wrong: string[] = [];
  const late: (readonly [number, Element])[] = [];
  let right = 0;
  for (const [i, point] of points.entries()) {
    const element = elements.get(point.key);
    if (element === undefined) continue;
    let at: Point | null = point;
    bringToMiddle(element);
    if (staysPut(element)) {
      await frames();
      at = drawnAt(i);
    }
    const left = at === null ? -1 : at.left - (at.fixed ? 0 : scrollX);
    const top = at === null ? -1 : at.top - (at.fixed ? 0 : scrollY);
    if (at !== null && hits(element, left, top)) right++;
    else late.push([i, element]);
  }
  // Scrolling may have opened or loaded something: looked at again as a person does, at rest.
  for (const [i, element] of late) {
    bringToMiddle(element);
    await new Promise((resume) => setTimeout(resume, LOOK_MS));
    const at = drawnAt(i);
    const left = at === null ? -1 : at.left - (at.fixed ? 0 : scrollX);
    const top = at === null ? -1 : at.top - (at.fixed ? 0 : scrollY);
    if (at !== null && hits(element, left, top)) right++;
    else wrong.push(points[i]?.key ?? '');
  }
  scrollTo({ top: 0, left: 0, behavior: 'instant' });
  return { right, wrong };
}

const LOOK_MS = 150;

const frames = (): Promise<void> =>
  new Promise((resume) => requestAnimationFrame(() => requestAnimationFrame(() => resume())));

let given: readonly PackedCells[] = [];
/** Draws nothing, and keeps what it was to draw. */
onDemand.classic = () => ({
  setLook: () => undefined,
  setCells(chunks) {
    given = chunks;
  },
  render: () => undefined,
  destroy: () => undefined,
});

/** Where the overlay draws the cell of this count, which is its name. */
function drawn(): Map<number, Omit<Point, 'key'>> {
  const points = new Map<number, Omit<Point, 'key'>>();
  for (const { data, fixed } of given) {
    for (let i = 0; i < data.length; i += STRIDE) {
      points.set(data[i + 3] ?? 0, { left: data[i] ?? 0, top: data[i + 1] ?? 0, fixed });
    }
  }
  return points;
}

/** Judges the heat that is drawn now: `keys[i]` is the element of the cells of count `FIRST + i`. */
async function judgeDrawn(keys: readonly string[], first: number) {
  const at = (i: number): Point | null => {
    const point = drawn().get(first + i);
    return point === undefined ? null : { ...point, key: keys[i] ?? '' };
  };
  const start = drawn();
  if (start.size === 0) throw new Error('The overlay has drawn nothing');
  const nowhere = { left: -1e6, top: -1e6, fixed: false };
  return judge(
    keys.map((key, i) => ({ ...(start.get(first + i) ?? nowhere), key })),
    at,
  );
}

const judgePlain = (points: readonly Point[]) => judge(points, (i) => points[i] ?? null);

const accuracy = {
  targets,
  judgeDrawn,
  judgePlain,
  elements: () => [...elementsIn(document)].length,
};

declare global {
  interface Window {
    accuracy: typeof accuracy;
  }
}

window.accuracy = accuracy;
