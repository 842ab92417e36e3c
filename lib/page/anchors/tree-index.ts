import { natives } from '../natives';
import { dom } from '../overlay/dom';
import { Buckets } from './buckets';
import { type Tree, tree } from './dom';
import type { Pauses } from './slices';
import { kindOf, slotIn, type Wanted } from './wanted';

/** Elements of one tree by what selectors ask for, in the order of the tree. */
export interface TreeIndex {
  readonly all: readonly Element[];
  readonly tags: Buckets;
  readonly ids: Buckets;
  readonly classes: Buckets;
  /** By name, by value. An attribute that was not gathered is not in it. */
  readonly attributes: ReadonlyMap<string, Buckets>;
  /** The same by the number that stands for a selector (`wanted.numberOf`). */
  named(number: number): readonly Element[];
}

/** Walks a tree once, in slices, without entering what it holds of other trees. */
export async function indexTree(root: Tree, wanted: Wanted, pauses: Pauses): Promise<TreeIndex> {
  const all: Element[] = [];
  const tags = new Buckets(wanted.tags);
  const ids = new Buckets(wanted.ids);
  const classes = new Buckets(wanted.classes);
  const attributes = [...wanted.attributes].map(
    ([name, values]) => ({ name, buckets: new Buckets(values) }) as const,
  );
  const walker = dom.walker(root, SHOW_ELEMENT);
  for (let looked = 0; looked < MOST_ELEMENTS; looked++) {
    // A node that left the page meanwhile has no next one: what is behind it is not found this time.
    const at = tree.nextOf(walker);
    if (at === null) break;
    if (wanted.all) all.push(at);
    if (wanted.tags.size > 0) tags.put(lower(natives.localName(at)), at);
    if (wanted.ids.size > 0) ids.put(tree.id(at), at);
    if (wanted.classes.size > 0) {
      const own = natives.attribute(at, 'class');
      if (own) for (const name of splitClasses(own)) classes.put(name, at);
    }
    for (const { name, buckets } of attributes) buckets.put(natives.attribute(at, name), at);
    const pause = pauses.take();
    if (pause !== null) await pause;
  }
  const byKind = [ids, ...attributes.map(({ buckets }) => buckets)];
  return {
    all,
    tags,
    ids,
    classes,
    attributes: new Map(attributes.map(({ name, buckets }) => [name, buckets] as const)),
    named: (number) => byKind[kindOf(number)]?.at(slotIn(number)) ?? [],
  };
}

/** Names of SVG have capitals. A page has few names. */
function lower(name: string): string {
  let known = lowered.get(name);
  if (known === undefined) {
    known = name.toLowerCase();
    if (lowered.size < MOST_NAMES) lowered.set(name, known);
  }
  return known;
}

const lowered = new Map<string, string>();
const MOST_NAMES = 500;

/** `NodeFilter.SHOW_ELEMENT`. */
const SHOW_ELEMENT = 1;

/** Elements of one tree that are looked at. */
const MOST_ELEMENTS = 200_000;

export const splitClasses = (classes: string): string[] =>
  classes.split(/[ \t\n\f\r]+/).filter((name) => name !== '');
