import type { Position, Step, TreeSelector } from '../../heatmap/anchors/selector';
import { natives } from '../natives';
import { parentElementOf, type Tree, tree } from './dom';
import { createMatcher, type Matcher } from './match';
import type { TreeIndex } from './tree-index';

/** Finds what selectors name in one tree that was indexed. */
export type Search = (selector: TreeSelector) => readonly Element[];

/** Elements with one key in common that are looked at one by one. */
const FEW = 64;

/** Selectors of one tree that are left to the browser, at the cost of the whole tree each. */
const MOST_NATIVE = 100;

/**
 * Two ways, whichever is cheaper. Up: from the rarest thing that the last step asks for. Down: from
 * what the steps before it have found, which is kept, so that the anchors of one list share all of
 * their path and each costs a look at its place.
 */
export function createSearch(root: Tree, index: TreeIndex): Search {
  const matcher = createMatcher();
  const found = new Map<string, readonly Element[]>();
  const sorted = new Map<readonly Element[], ByPlace>();
  let native = 0;

  /** What the first `count` steps name. */
  function down(steps: readonly Step[], count: number): readonly Element[] {
    const last = steps[count - 1];
    if (last === undefined) return [];
    const known = found.get(last.path);
    if (known !== undefined) return known;
    const result = findDown(steps, count, last);
    found.set(last.path, result);
    return result;
  }

  function findDown(steps: readonly Step[], count: number, last: Step): readonly Element[] {
    const bucket = atPlace(rarest(index, last), last);
    if (bucket.length <= FEW) {
      return bucket.filter((element) => matcher.fits(element, steps, count));
    }
    if (count === 1) return bucket.filter((element) => matcher.is(element, last.compound));
    const before = down(steps, count - 1);
    if (last.combinator === '>') return childrenOf(before, last, matcher);
    const around = new Set(before);
    return bucket.filter((element) => matcher.is(element, last.compound) && isIn(around, element));
  }

  /** Of a large bucket, those at the place that is asked for; sorted once for all places. */
  function atPlace(bucket: readonly Element[], { compound }: Step): readonly Element[] {
    const place = compound.positions.find(({ at }) => at > 0);
    if (bucket.length <= FEW || place === undefined) return bucket;
    const places = sorted.get(bucket) ?? { child: null, type: null };
    sorted.set(bucket, places);
    places[place.of] ??= byPlace(bucket, (element) => matcher.position(element, place.of));
    return places[place.of]?.get(place.at) ?? [];
  }

  return (selector) => {
    if (selector.steps !== null) return down(selector.steps, selector.steps.length);
    return native++ < MOST_NATIVE ? tree.findAll(root, selector.text) : [];
  };
}

type ByPlace = Record<Position['of'], Map<number, Element[]> | null>;

function byPlace(
  bucket: readonly Element[],
  placeOf: (element: Element) => number,
): Map<number, Element[]> {
  const places = new Map<number, Element[]>();
  for (const element of bucket) {
    const place = placeOf(element);
    const same = places.get(place);
    if (same === undefined) places.set(place, [element]);
    else same.push(element);
  }
  return places;
}

function rarest(index: TreeIndex, { compound }: Step): readonly Element[] {
  let best: readonly Element[] | null = null;
  for (const key of compound.keys) {
    const bucket = index.get(key);
    // Attributes beyond those that were gathered have no buckets; an empty one says nothing then.
    if (bucket === undefined && key.startsWith('[')) continue;
    if (bucket === undefined) return [];
    if (best === null || bucket.length < best.length) best = bucket;
  }
  return best ?? [];
}

function childrenOf(parents: readonly Element[], step: Step, matcher: Matcher): Element[] {
  const { compound } = step;
  return parents.flatMap((parent) => {
    const placed = matcher.placed(parent, compound.positions);
    const children = placed ?? childrenIn(parent);
    return children.filter((child) => matcher.is(child, compound));
  });
}

function childrenIn(parent: Element): Element[] {
  const children: Element[] = [];
  for (let at = tree.firstElement(parent); at !== null; at = tree.nextElement(at))
    children.push(at);
  return children;
}

function isIn(around: ReadonlySet<Element>, element: Element): boolean {
  for (let at = parentElementOf(element); at !== null; at = parentElementOf(at)) {
    if (around.has(at)) return true;
  }
  return false;
}

/** Whether an element still is what a selector's last part names, as far as that is cheap to tell. */
export const stillFits = (element: Element, { text }: TreeSelector): boolean =>
  natives.isConnected(element) && natives.matches(element, text) === true;
