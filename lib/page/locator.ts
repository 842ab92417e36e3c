import { isStableName } from '../report/stable-names';
import { isElement, isShadowRoot, natives } from './natives';
import { createPositions } from './positions';
import { createTemplates } from './templates';

/** Joins the selector of a shadow host and that of an element inside its shadow root. */
export const PIERCE = ' >>> ';

const MAX_LENGTH = 1000;

export interface Location {
  /** Finds the element again while the page stays as it is; holds nothing personal. */
  readonly selector: string;
  /** Names the place without positions and generated parts: equal for every row of one template. */
  readonly template: string;
}

/**
 * Names elements, for one scan. What is found out about a parent is kept, so that the cost stays
 * linear in the elements of the page, however many of them are named.
 */
export function createLocator(): (element: Element) => Location {
  const select = createSelectors();
  const templateOf = createTemplates();
  /** Shadow hosts are asked for once for each thing inside them. */
  const hosts = new WeakMap<Element, Location>();

  const locate = (element: Element): Location => {
    const root = rootOf(element);
    const own = { selector: select(element, root), template: templateOf(element) };
    if (!root || !isShadowRoot(root)) return own;
    const host = natives.host(root);
    const around = hosts.get(host) ?? locate(host);
    hosts.set(host, around);
    return {
      selector: joined(around.selector, own.selector),
      template: joined(around.template, own.template),
    };
  };
  return locate;
}

/** Finds an element by a selector of the locator; null where it is gone or the text is no selector. */
export function findBySelector(
  root: Document | ShadowRoot,
  selector: string,
  ports: { readonly closedShadowRoot: (host: Element) => ShadowRoot | null },
): Element | null {
  let within: Document | ShadowRoot | null = root;
  let found: Element | null = null;
  for (const part of selector.split(PIERCE)) {
    if (found) within = natives.shadowRoot(found) ?? ports.closedShadowRoot(found);
    if (!within) return null;
    found = natives.find(within, part);
    if (!found) return null;
  }
  return found;
}

/**
 * As {@link findBySelector}, but null where the selector names another place as well: a path that lost its
 * beginning, or one inside a shadow root, may fit what stands earlier.
 */
export function findExactly(
  root: Document | ShadowRoot,
  selector: string,
  ports: { readonly closedShadowRoot: (host: Element) => ShadowRoot | null },
  locate: (element: Element) => Location,
): Element | null {
  const found = findBySelector(root, selector, ports);
  if (found === null || selector.length >= MAX_LENGTH) return null;
  return isAlone(found, selector) || locate(found).selector === selector ? found : null;
}

/** Nothing else in its own tree fits the last part, which names the place in it. */
function isAlone(found: Element, selector: string): boolean {
  const root = rootOf(found);
  const own = selector.split(PIERCE).at(-1) ?? '';
  return root !== null && isRoot(root) && root.querySelectorAll(own).length === 1;
}

/** What is too long loses its beginning: it still names the place in its own tree. */
function joined(host: string, own: string): string {
  const both = `${host}${PIERCE}${own}`;
  return both.length <= MAX_LENGTH ? both : own.slice(-MAX_LENGTH);
}

function rootOf(element: Element): Node | null {
  let at: Node = element;
  for (let parent = natives.parentNode(at); parent; parent = natives.parentNode(at)) at = parent;
  return at === element ? null : at;
}

/** Longest selector inside one tree; deeper paths lose their beginning. */
const MAX_IN_TREE = 480;

function createSelectors(): (element: Element, root: Node | null) => string {
  const known = new WeakMap<Element, string>();
  const position = createPositions();
  const shortcut = createShortcuts();

  const build = (element: Element, root: Node | null): string => {
    const short = shortcut(element, root);
    if (short) return short;
    const parent = natives.parentNode(element);
    const own = `${escapeTag(natives.localName(element))}${position(element)}`;
    if (!parent || !isElement(parent)) return own;
    const path = `${known.get(parent) ?? ''} > ${own}`;
    return path.length <= MAX_IN_TREE ? path : afterFirst(path);
  };

  return (element, root) => {
    // From the top down, so that a deep page does not end in a deep recursion.
    const chain: Element[] = [];
    for (let at: Node | null = element; at && isElement(at); at = natives.parentNode(at)) {
      if (known.has(at)) break;
      chain.push(at);
    }
    for (const link of chain.reverse()) known.set(link, build(link, root));
    return known.get(element) ?? '';
  };
}

/** Drops the beginning of a path up to a whole step. */
function afterFirst(path: string): string {
  const cut = path.indexOf(' > ', path.length - MAX_IN_TREE);
  return path.slice(cut + 3);
}

/** Queries of the tree, which cost its size each, are counted. */
const MAX_QUERIES = 60;

/** A short selector by an id, a test id or a field's name, where it finds this very element. */
function createShortcuts(): (element: Element, root: Node | null) => string | null {
  const first = new WeakMap<Node, Map<string, Element | null>>();
  let queries = 0;

  const finds = (root: Document | ShadowRoot, selector: string, element: Element): boolean => {
    const seen = first.get(root) ?? new Map<string, Element | null>();
    first.set(root, seen);
    if (!seen.has(selector)) {
      if (queries >= MAX_QUERIES) return false;
      queries += 1;
      seen.set(selector, natives.find(root, selector));
    }
    return seen.get(selector) === element;
  };

  return (element, root) => {
    if (!root || !isRoot(root)) return null;
    const id = natives.attribute(element, 'id');
    if (id && /^[\w-]+$/.test(id) && isStableName(id) && natives.byId(root, id) === element) {
      return `#${id}`;
    }
    for (const name of ['data-testid', 'name']) {
      const value = natives.attribute(element, name);
      if (!value || !isStableName(value)) continue;
      const selector = `${escapeTag(natives.localName(element))}[${name}="${value}"]`;
      if (finds(root, selector, element)) return selector;
    }
    return null;
  };
}

const isRoot = (node: Node): node is Document | ShadowRoot =>
  natives.nodeType(node) === 9 || isShadowRoot(node);

const escapeTag = (name: string): string => name.replace(/[^\w-]/g, (char) => `\\${char}`);
