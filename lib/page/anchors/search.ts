import type { Compound, Position, Step, TreeSelector } from '../../heatmap/anchors/selector-steps';
import { natives } from '../natives';
import { dom } from '../overlay/dom';
import { type Tree, tree } from './dom';
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
  /** By step; by its text where it is the first, since those are not read as one. */
  const found = new Map<Step | string, readonly Element[]>();
  const sorted = new Map<readonly Element[], ByPlace>();
  let native = 0;

  /** What the steps up to this one name. */
  function down(last: Step): readonly Element[] {
    const key = last.before === null ? last.compound.text : last;
    const known = found.get(key);
    if (known !== undefined) return known;
    const result = near(last) ?? findDown(last);
    found.set(key, result);
    return result;
  }

  /** The same where that costs few looks, so that it need not be kept; null: it may cost many. */
  function near(last: Step): readonly Element[] | null {
    const { compound } = last;
    const all = rarest(index, compound);
    if (all.length <= FEW) return all.filter((element) => matcher.fits(element, last));
    const parents = compound.positions.length > 0 ? parentsOf(last) : null;
    return parents !== null && parents.length <= FEW
      ? childrenOf(parents, compound, matcher)
      : null;
  }

  function findDown(last: Step): readonly Element[] {
    const { before, compound } = last;
    const parents = parentsOf(last);
    // Few have children to look at: nothing needs to be sorted.
    if (parents !== null && parents.length <= FEW) return childrenOf(parents, compound, matcher);
    const bucket = atPlace(rarest(index, compound), compound);
    if (bucket.length <= FEW) return bucket.filter((element) => matcher.fits(element, last));
    if (before === null) return bucket.filter((element) => matcher.is(element, compound));
    if (parents !== null) return childrenOf(parents, compound, matcher);
    const around = new Set(down(before));
    return bucket.filter((element) => matcher.is(element, compound) && isIn(around, element));
  }

  const parentsOf = ({ before, combinator }: Step): readonly Element[] | null =>
    before !== null && combinator === '>' ? down(before) : null;

  /** Of a large bucket, those at the place that is asked for; sorted once for all places. */
  function atPlace(bucket: readonly Element[], { positions }: Compound): readonly Element[] {
    const place = positions.find(({ at }) => at > 0);
    if (bucket.length <= FEW || place === undefined) return bucket;
    const places = sorted.get(bucket) ?? { child: null, type: null };
    sorted.set(bucket, places);
    places[place.of] ??= byPlace(bucket, (element) => matcher.position(element, place.of));
    return places[place.of]?.get(place.at) ?? [];
  }

  return (selector) => {
    if (selector.last !== null) return near(selector.last) ?? down(selector.last);
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

function rarest(index: TreeIndex, { tag, ids, classes, attributes }: Compound): readonly Element[] {
  let best: readonly Element[] | null = null;
  const take = (bucket: readonly Element[]): void => {
    if (best === null || bucket.length < best.length) best = bucket;
  };
  for (const id of ids) take(index.ids.get(id));
  for (const { name, operator, value } of attributes) {
    // Attributes beyond those that were gathered have no buckets.
    const values = operator === '=' ? index.attributes.get(name) : undefined;
    if (values !== undefined) take(values.get(value));
  }
  for (const name of classes) take(index.classes.get(name));
  if (tag !== null) take(index.tags.get(tag));
  return best ?? index.all;
}

function childrenOf(
  parents: readonly Element[],
  compound: Compound,
  matcher: Matcher,
): readonly Element[] {
  const found: Element[] = [];
  for (const parent of parents) {
    const placed = matcher.placed(parent, compound.positions);
    for (const child of placed ?? childrenIn(parent)) {
      if (matcher.is(child, compound, placed === null ? 0 : 1)) found.push(child);
    }
  }
  return found;
}

function childrenIn(parent: Element): Element[] {
  const children: Element[] = [];
  for (let at = tree.firstElement(parent); at !== null; at = tree.nextElement(at))
    children.push(at);
  return children;
}

function isIn(around: ReadonlySet<Element>, element: Element): boolean {
  for (let at = dom.parentElement(element); at !== null; at = dom.parentElement(at)) {
    if (around.has(at)) return true;
  }
  return false;
}

/** Whether an element still is what a selector's last part names, as far as that is cheap to tell. */
export const stillFits = (element: Element, selector: string): boolean =>
  natives.isConnected(element) && natives.matches(element, selector) === true;
