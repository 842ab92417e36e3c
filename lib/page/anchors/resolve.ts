import {
  knownSteps,
  parseSelector,
  type TreeSelector,
  withoutClasses,
} from '../../heatmap/anchors/selector';
import type { Anchor } from '../../protocol/heat-kinds';
import { natives } from '../natives';
import { dom } from '../overlay/dom';
import type { Tree } from './dom';
import { insideOf } from './inside';
import { createSearch, type Search } from './search';
import { createPauses, type Pauses } from './slices';
import { createWanted, indexTree, type Wanted } from './tree-index';

export interface ResolvePorts {
  /** The shadow root of a host, closed ones included; null: it has none. */
  readonly closedShadowRoot: (host: Element) => ShadowRoot | null;
  readonly signal?: AbortSignal;
}

/** An element that an anchor names. */
export interface Found {
  readonly element: Element;
  /** What named it in its own tree, to see later whether it still does. */
  readonly by: TreeSelector | undefined;
}

export interface Resolved {
  /** By anchor; null: nothing answers to it. */
  readonly found: readonly (Found | null)[];
  /** The trees that were looked at, the document first. */
  readonly trees: readonly Tree[];
}

/** What has been read of the anchors' selectors: kept, since a page changes more often than a map. */
export interface ReadAnchors {
  /** By anchor, by rank, by tree that is entered. */
  readonly selectors: readonly (readonly (readonly TreeSelector[])[])[];
  readonly wanted: Wanted;
}

export async function readAnchors(
  anchors: readonly Anchor[],
  pauses: Pauses = createPauses(),
): Promise<ReadAnchors> {
  const read: TreeSelector[][][] = [];
  const wanted = createWanted();
  const known = knownSteps(wanted.add);
  for (const { selectors } of anchors) {
    read.push(selectors.map((selector) => parseSelector(selector, known)));
    const pause = pauses.take();
    if (pause !== null) await pause;
  }
  return { selectors: read, wanted: wanted.all() };
}

/**
 * Finds the elements of anchors, in slices, at a cost that grows with the page and the anchors and
 * not with their product. Selectors are ranked, the most stable first: the first that names one
 * element decides. One that names several is narrowed by the next ones; what is still several in the
 * end is the first that can be seen. What none names is sought by its path without classes.
 */
export async function resolveAnchors(
  document: Document,
  anchors: ReadAnchors,
  ports: ResolvePorts,
  pauses: Pauses = createPauses(ports.signal),
): Promise<Resolved> {
  const searches = new Map<Tree, Promise<Search>>();
  const within = (root: Tree): Promise<Search> => {
    const known = searches.get(root);
    if (known !== undefined) return known;
    const search = indexTree(root, anchors.wanted, pauses).then((index) =>
      createSearch(root, index),
    );
    searches.set(root, search);
    return search;
  };
  const top = await within(document);

  async function elementsOf(parts: readonly TreeSelector[]): Promise<readonly Element[]> {
    let found: readonly Element[] = parts[0] === undefined ? [] : top(parts[0]);
    for (const part of parts.slice(1)) {
      const inside: Element[] = [];
      for (const host of found.slice(0, MOST_HOSTS)) {
        const root = insideOf(host, ports);
        if (root !== null) inside.push(...(await within(root))(part));
      }
      found = inside;
    }
    return found;
  }

  const results: (Found | null)[] = [];
  const bareSteps = knownSteps();
  for (const selectors of anchors.selectors) {
    let among: readonly Element[] = [];
    let by: TreeSelector | undefined;
    for (const parts of selectors) {
      const [only] = parts;
      const found = parts.length === 1 && only ? top(only) : await elementsOf(parts);
      if (found.length === 0) continue;
      const narrowed = narrow(among, found);
      if (narrowed !== among) {
        among = narrowed;
        by = parts.at(-1);
      }
      if (among.length === 1) break;
    }
    for (const parts of among.length === 0 ? selectors : []) {
      const bare = parts.map((part) => withoutClasses(part, bareSteps) ?? part);
      if (bare.every((part, i) => part === parts[i])) continue;
      among = await elementsOf(bare);
      by = undefined;
      if (among.length > 0) break;
    }
    const element = among.length > 1 ? (among.find(isSeen) ?? among[0]) : among[0];
    results.push(element === undefined ? null : { element, by });
    const pause = pauses.take();
    if (pause !== null) await pause;
  }
  return { found: results, trees: [...searches.keys()] };
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
