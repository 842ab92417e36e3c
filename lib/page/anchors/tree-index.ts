import { type Compound, NAMED } from '../../heatmap/anchors/selector';
import { natives } from '../natives';
import { Buckets, type Slots, slotOf } from './buckets';
import { type Tree, tree } from './dom';
import type { Pauses } from './slices';

/** Elements of one tree by what selectors ask for, in the order of the tree. */
export interface TreeIndex {
  readonly all: readonly Element[];
  readonly tags: Buckets;
  readonly ids: Buckets;
  readonly classes: Buckets;
  /** By name, by value. An attribute that was not gathered is not in it. */
  readonly attributes: ReadonlyMap<string, Buckets>;
}

/** What selectors ask for, so that one walk gathers that and no more. */
export interface Wanted {
  /** Whether something is asked for by nothing that has buckets. */
  readonly all: boolean;
  readonly tags: Slots;
  readonly ids: Slots;
  readonly classes: Slots;
  /** Values by name. */
  readonly attributes: ReadonlyMap<string, Slots>;
}

export function createWanted() {
  const wanted = {
    all: false,
    tags: new Map<string, number>(),
    ids: new Map<string, number>(),
    classes: new Map<string, number>(),
    attributes: new Map<string, Map<string, number>>(),
  };

  function addBare({ tag, ids, attributes }: Compound, hasClasses: boolean): void {
    let isNamed = tag !== null || ids.length > 0 || hasClasses;
    for (const { name, operator, value } of attributes) {
      if (operator !== '=' || NAMED.has(name)) continue;
      let values = wanted.attributes.get(name);
      if (values === undefined) {
        if (wanted.attributes.size >= MOST_ATTRIBUTES) continue;
        values = new Map();
        wanted.attributes.set(name, values);
      }
      slotOf(values, value);
      isNamed = true;
    }
    if (!isNamed) wanted.all = true;
  }

  return {
    add(compound: Compound): void {
      const { tag, ids, classes } = compound;
      if (tag !== null) slotOf(wanted.tags, tag);
      for (const id of ids) slotOf(wanted.ids, id);
      for (const name of classes) slotOf(wanted.classes, name);
      addBare(compound, classes.length > 0);
      // Without its classes it may be sought by nothing else.
      if (classes.length > 0) addBare(compound, false);
    },
    all: (): Wanted => wanted,
  };
}

/** Attributes that a walk reads of every element. Selectors that need others look further. */
const MOST_ATTRIBUTES = 24;

/** Walks a tree once, in slices, without entering what it holds of other trees. */
export async function indexTree(root: Tree, wanted: Wanted, pauses: Pauses): Promise<TreeIndex> {
  const all: Element[] = [];
  const tags = new Buckets(wanted.tags);
  const ids = new Buckets(wanted.ids);
  const classes = new Buckets(wanted.classes);
  const attributes = [...wanted.attributes].map(
    ([name, values]) => ({ name, buckets: new Buckets(values) }) as const,
  );
  let looked = 0;
  let at = tree.firstElement(root);
  while (at !== null && looked++ < MOST_ELEMENTS) {
    if (wanted.all) all.push(at);
    if (wanted.tags.size > 0) tags.put(natives.localName(at).toLowerCase(), at);
    if (wanted.ids.size > 0) ids.put(natives.attribute(at, 'id'), at);
    if (wanted.classes.size > 0) {
      const own = natives.attribute(at, 'class');
      if (own) for (const name of splitClasses(own)) classes.put(name, at);
    }
    for (const { name, buckets } of attributes) buckets.put(natives.attribute(at, name), at);
    const pause = pauses.take();
    if (pause !== null) await pause;
    // A node that left the page meanwhile has no next one: what is behind it is not found this time.
    at = following(at, root);
  }
  const byName = new Map(attributes.map(({ name, buckets }) => [name, buckets] as const));
  return { all, tags, ids, classes, attributes: byName };
}

/** Elements of one tree that are looked at. */
const MOST_ELEMENTS = 200_000;

export const splitClasses = (classes: string): string[] =>
  classes.split(/[ \t\n\f\r]+/).filter((name) => name !== '');

function following(element: Element, root: Tree): Element | null {
  const child = tree.firstElement(element);
  if (child !== null) return child;
  let at: Node | null = element;
  while (at !== null && at !== root && natives.nodeType(at) === 1) {
    const next = tree.nextElement(at as Element); // By its node type.
    if (next !== null) return next;
    at = natives.parentNode(at);
  }
  return null;
}
