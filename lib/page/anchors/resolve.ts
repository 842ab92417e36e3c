import { parseSelector, withoutClasses } from '../../heatmap/anchors/selector';
import { knownSteps, type TreeSelector } from '../../heatmap/anchors/selector-steps';
import type { Anchor } from '../../protocol/heat-kinds';
import { natives } from '../natives';
import { dom } from '../overlay/dom';
import type { Tree } from './dom';
import { insideOf } from './inside';
import { createSearch, type Search } from './search';
import { createPauses, type Pauses } from './slices';
import { indexTree, type TreeIndex } from './tree-index';
import { createWanted, type Wanted } from './wanted';

export interface ResolvePorts {
  /** The shadow root of a host, closed ones included; null: it has none. */
  readonly closedShadowRoot: (host: Element) => ShadowRoot | null;
  readonly signal?: AbortSignal;
}

/** In columns: an object for each anchor would be copied by the garbage collector, in long pauses. */
export interface Resolved {
  /** By anchor; null: nothing answers to it. */
  readonly elements: readonly (Element | null)[];
  /** By anchor: the selector that named it in its own tree, to see later whether it still does. */
  readonly by: readonly (string | undefined)[];
  /** The trees that were looked at, the document first. */
  readonly trees: readonly Tree[];
}

/** What has been read of the anchors' selectors: kept, since a page changes more often than a map. */
export interface ReadAnchors {
  readonly anchors: readonly Anchor[];
  /** By anchor, by rank. */
  readonly selectors: readonly (readonly ReadSelector[])[];
  readonly wanted: Wanted;
}

/** One for each tree that is entered; or the number of a thing of the document (`wanted.numberOf`). */
type ReadSelector = readonly TreeSelector[] | number;

/** Reads the selectors of anchors, in slices, for as many passes over the page as come. */
export async function readAnchors(
  anchors: readonly Anchor[],
  pauses: Pauses = createPauses(),
): Promise<ReadAnchors> {
  const read: ReadSelector[][] = [];
  const wanted = createWanted();
  const known = knownSteps(wanted.add);
  for (const { selectors } of anchors) {
    read.push(
      selectors.map((selector) => wanted.numberOf(selector) ?? parseSelector(selector, known)),
    );
    const pause = pauses.take();
    if (pause !== null) await pause;
  }
  return { anchors, selectors: read, wanted: wanted.all() };
}

/**
 * Finds the elements of anchors, in slices, at a cost that grows with the page and the anchors and
 * not with their product. Selectors are ranked, the most stable first: the first that names one
 * element decides. One that names several is narrowed by the next ones; what is still several in the
 * end is the first that can be seen. What none names is sought by its path without classes.
 */
export async function resolveAnchors(
  document: Document,
  { anchors, selectors: ranked, wanted }: ReadAnchors,
  ports: ResolvePorts,
  pauses: Pauses = createPauses(ports.signal),
): Promise<Resolved> {
  const indexes = new Map<Tree, Promise<Indexed>>();
  const within = (root: Tree): Promise<Indexed> => {
    const known = indexes.get(root);
    if (known !== undefined) return known;
    const indexed = indexTree(root, wanted, pauses).then((index) => ({
      index,
      search: createSearch(root, index),
    }));
    indexes.set(root, indexed);
    return indexed;
  };
  const top = await within(document);

  async function elementsOf(parts: readonly TreeSelector[]): Promise<readonly Element[]> {
    let found: readonly Element[] = parts[0] === undefined ? [] : top.search(parts[0]);
    for (const part of parts.slice(1)) {
      const inside: Element[] = [];
      for (const host of found.slice(0, MOST_HOSTS)) {
        const root = insideOf(host, ports);
        if (root !== null) inside.push(...(await within(root)).search(part));
      }
      found = inside;
    }
    return found;
  }

  const elements = new Array<Element | null>(ranked.length).fill(null);
  const namedBy = new Array<string | undefined>(ranked.length).fill(undefined);
  const bareSteps = knownSteps();
  for (let anchor = 0; anchor < ranked.length; anchor++) {
    const selectors = ranked[anchor] ?? [];
    let among: readonly Element[] = [];
    let by: string | undefined;
    for (let rank = 0; rank < selectors.length && among.length !== 1; rank++) {
      const selector = selectors[rank] ?? [];
      const found =
        typeof selector === 'number'
          ? top.index.named(selector)
          : selector.length === 1 && selector[0]
            ? top.search(selector[0])
            : await elementsOf(selector);
      if (found.length === 0) continue;
      const narrowed = narrow(among, found);
      if (narrowed === among) continue;
      among = narrowed;
      by = typeof selector === 'number' ? anchors[anchor]?.selectors[rank] : selector.at(-1)?.text;
    }
    for (const parts of among.length === 0 ? selectors : []) {
      if (typeof parts === 'number') continue;
      const bare = parts.map((part) => withoutClasses(part, bareSteps) ?? part);
      if (bare.every((part, i) => part === parts[i])) continue;
      among = await elementsOf(bare);
      if (among.length > 0) break;
    }
    elements[anchor] = (among.length > 1 ? among.find(isSeen) : undefined) ?? among[0] ?? null;
    namedBy[anchor] = by;
    const pause = pauses.take();
    if (pause !== null) await pause;
  }
  return { elements, by: namedBy, trees: [...indexes.keys()] };
}

interface Indexed {
  readonly index: TreeIndex;
  readonly search: Search;
}

/** Hosts or frames of one selector that are entered. */
const MOST_HOSTS = 200;

/** Candidates that are compared one by one. */
const MOST_COMPARED = 5_000;

/** What a later selector agrees on with an earlier one; where they agree on nothing, the earlier. */
function narrow(among: readonly Element[], found: readonly Element[]): readonly Element[] {
  if (among.length === 0) return found;
  const also = new Set(found.slice(0, MOST_COMPARED));
  const both = among.filter((element) => also.has(element));
  return both.length > 0 && both.length < among.length ? both : among;
}

function isSeen(element: Element): boolean {
  if (!dom.isRendered(element)) return false;
  const { width, height } = natives.box(element);
  return width > 0 && height > 0;
}
