import { NAMED, type TreeSelector } from '../../heatmap/anchors/selector';
import { natives } from '../natives';
import { type Tree, tree } from './dom';
import type { Pauses } from './slices';

/** Elements of one tree by what selectors ask for, in the order of the tree. */
export type TreeIndex = ReadonlyMap<string, readonly Element[]>;

/**
 * What selectors ask for, so that one walk gathers that and no more: the keys of compounds, and the
 * attributes beside id and class.
 */
export interface Wanted {
  readonly keys: ReadonlySet<string>;
  readonly attributes: readonly string[];
}

export function createWanted() {
  const keys = new Set<string>();
  const attributes = new Set<string>();
  return {
    add(selectors: readonly TreeSelector[]): void {
      for (const { steps } of selectors) {
        for (const { compound } of steps ?? []) {
          for (const key of compound.keys) keys.add(key);
          for (const { name, operator } of compound.attributes) {
            if (operator === '=' && !NAMED.has(name)) attributes.add(name);
          }
        }
      }
    },
    all: (): Wanted => ({ keys, attributes: [...attributes].slice(0, MOST_ATTRIBUTES) }),
  };
}

/** Attributes that a walk reads of every element. Selectors that need others look further. */
const MOST_ATTRIBUTES = 24;

/** Walks a tree once, in slices, without entering what it holds of other trees. */
export async function indexTree(
  root: Tree,
  { keys, attributes }: Wanted,
  pauses: Pauses,
): Promise<TreeIndex> {
  const index = new Map<string, Element[]>();
  const add = (key: string, element: Element): void => {
    if (!keys.has(key)) return;
    const bucket = index.get(key);
    if (bucket === undefined) index.set(key, [element]);
    else bucket.push(element);
  };
  let looked = 0;
  let at = tree.firstElement(root);
  while (at !== null && looked++ < MOST_ELEMENTS) {
    add('*', at);
    add(`<${natives.localName(at).toLowerCase()}`, at);
    const id = natives.attribute(at, 'id');
    if (id) add(`#${id}`, at);
    const classes = natives.attribute(at, 'class');
    if (classes) for (const name of splitClasses(classes)) add(`.${name}`, at);
    for (const name of attributes) {
      const value = natives.attribute(at, name);
      if (value !== null) add(`[${name}=${value}`, at);
    }
    const pause = pauses.take();
    if (pause !== null) await pause;
    // A node that left the page meanwhile has no next one: what is behind it is not found this time.
    at = following(at, root);
  }
  return index;
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
