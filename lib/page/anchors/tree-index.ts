import { type Compound, NAMED, type Step, type TreeSelector } from '../../heatmap/anchors/selector';
import { natives } from '../natives';
import { type Tree, tree } from './dom';
import type { Pauses } from './slices';

type Buckets = Map<string, Element[]>;

/** Elements of one tree by what selectors ask for, in the order of the tree. */
export interface TreeIndex {
  readonly all: readonly Element[];
  readonly tags: ReadonlyMap<string, readonly Element[]>;
  readonly ids: ReadonlyMap<string, readonly Element[]>;
  readonly classes: ReadonlyMap<string, readonly Element[]>;
  /** By name, by value. An attribute that was not gathered is not in it. */
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, readonly Element[]>>;
}

/** What selectors ask for, so that one walk gathers that and no more. */
export interface Wanted {
  /** Whether something is asked for by nothing that has buckets. */
  readonly all: boolean;
  readonly tags: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  /** Values by name. */
  readonly attributes: ReadonlyMap<string, ReadonlySet<string>>;
}

export function createWanted() {
  const seen = new Set<Step>();
  const compounds = new Set<Compound>();
  const wanted = {
    all: false,
    tags: new Set<string>(),
    ids: new Set<string>(),
    classes: new Set<string>(),
    attributes: new Map<string, Set<string>>(),
  };

  function addCompound({ tag, ids, classes, attributes }: Compound): void {
    if (tag !== null) wanted.tags.add(tag);
    for (const id of ids) wanted.ids.add(id);
    for (const name of classes) wanted.classes.add(name);
    let isNamed = tag !== null || ids.length > 0 || classes.length > 0;
    for (const { name, operator, value } of attributes) {
      if (operator !== '=' || NAMED.has(name)) continue;
      const values = wanted.attributes.get(name);
      if (values !== undefined) values.add(value);
      else if (wanted.attributes.size < MOST_ATTRIBUTES) {
        wanted.attributes.set(name, new Set([value]));
      } else continue;
      isNamed = true;
    }
    if (!isNamed) wanted.all = true;
  }

  return {
    add(selectors: readonly TreeSelector[]): void {
      for (const { last } of selectors) {
        for (let step = last; step !== null && !seen.has(step); step = step.before) {
          seen.add(step);
          if (compounds.has(step.compound)) continue;
          compounds.add(step.compound);
          addCompound(step.compound);
          // Without its classes it may be sought by nothing else.
          if (step.compound.classes.length > 0) addCompound({ ...step.compound, classes: [] });
        }
      }
    },
    all: (): Wanted => wanted,
  };
}

/** Attributes that a walk reads of every element. Selectors that need others look further. */
const MOST_ATTRIBUTES = 24;

/** Walks a tree once, in slices, without entering what it holds of other trees. */
export async function indexTree(root: Tree, wanted: Wanted, pauses: Pauses): Promise<TreeIndex> {
  const all: Element[] = [];
  const tags: Buckets = new Map();
  const ids: Buckets = new Map();
  const classes: Buckets = new Map();
  const attributes = [...wanted.attributes].map(
    ([name, values]) => ({ name, values, buckets: new Map() as Buckets }) as const,
  );
  let looked = 0;
  let at = tree.firstElement(root);
  while (at !== null && looked++ < MOST_ELEMENTS) {
    if (wanted.all) all.push(at);
    if (wanted.tags.size > 0) put(tags, wanted.tags, natives.localName(at).toLowerCase(), at);
    if (wanted.ids.size > 0) put(ids, wanted.ids, natives.attribute(at, 'id'), at);
    if (wanted.classes.size > 0) {
      const own = natives.attribute(at, 'class');
      if (own) for (const name of splitClasses(own)) put(classes, wanted.classes, name, at);
    }
    for (const { name, values, buckets } of attributes) {
      put(buckets, values, natives.attribute(at, name), at);
    }
    const pause = pauses.take();
    if (pause !== null) await pause;
    // A node that left the page meanwhile has no next one: what is behind it is not found this time.
    at = following(at, root);
  }
  const byName = new Map(attributes.map(({ name, buckets }) => [name, buckets] as const));
  return { all, tags, ids, classes, attributes: byName };
}

function put(
  buckets: Buckets,
  wanted: ReadonlySet<string>,
  key: string | null,
  element: Element,
): void {
  if (key === null || !wanted.has(key)) return;
  const bucket = buckets.get(key);
  if (bucket === undefined) buckets.set(key, [element]);
  else bucket.push(element);
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
