import { FUNCTION_MARK, type Json, NO_VERSION } from './json';

/** A page's `window`, or something that stands for it. */
export type PageGlobals = Readonly<Record<string, unknown>>;

/** Reads one recorder's globals; null: nothing of it is there. May not throw. */
export type GlobalsReader = (page: PageGlobals) => Json;

const LIMITS = { depth: 5, keys: 80, items: 80, text: 4000, nodes: 800 };

const CUT = { cut: true } as const;

/** Something that the page has and that was not read whole: a getter threw, or it was too large. */
let isCut = false;

/** Runs a reader, and tells whether it came upon something that it could not read whole. */
export function reading<T>(read: () => T): { readonly found: T; readonly isCut: boolean } {
  isCut = false;
  return { found: read(), isCut };
}

/** One step into an object of the page; undefined where there is none or its getter throws. */
export function get(target: unknown, key: string): unknown {
  try {
    if (target === null || (typeof target !== 'object' && typeof target !== 'function')) {
      return undefined;
    }
    return Reflect.get(target, key);
  } catch {
    isCut = true;
    return undefined;
  }
}

/** A walk along keys: `at(page, 'posthog', 'config')`. */
export const at = (target: unknown, ...path: readonly string[]): unknown =>
  path.reduce(get, target);

/** Calls a vendor's method that is known to have no side effects; undefined where it can't be. */
export function ask(target: unknown, method: string): unknown {
  const callable = get(target, method);
  if (typeof callable !== 'function') return undefined;
  try {
    return Reflect.apply(callable, target, []);
  } catch {
    return undefined;
  }
}

/** Own enumerable names, at most `limit`. */
export function keysOf(target: unknown, limit = LIMITS.keys): readonly string[] {
  try {
    if (target === null || typeof target !== 'object') return [];
    const keys = Object.keys(target);
    if (keys.length > limit) isCut = true;
    return keys.slice(0, limit);
  } catch {
    isCut = true;
    return [];
  }
}

/**
 * A plain, bounded copy of a value of the page. Functions, regular expressions, and what is set to
 * `undefined` become marks; cycles and what exceeds the limits become `{ cut: true }`.
 */
export function toJson(value: unknown): Json {
  let nodes = 0;
  const open = new Set<unknown>();
  const cut = (): Json => {
    isCut = true;
    return CUT;
  };
  const copy = (node: unknown, depth: number): Json => {
    nodes += 1;
    if (nodes > LIMITS.nodes) return cut();
    if (node === undefined) return { undefined: true };
    if (node === null || typeof node === 'boolean') return node;
    if (typeof node === 'number') return Number.isFinite(node) ? node : null;
    if (typeof node === 'string') return node.length > LIMITS.text ? cut() : node;
    if (typeof node === 'function') return FUNCTION_MARK;
    if (typeof node !== 'object') return null;
    const pattern = patternOf(node);
    if (pattern) return pattern;
    if (open.has(node) || depth >= LIMITS.depth) return cut();
    open.add(node);
    const result = Array.isArray(node)
      ? range(node, (index) => copy(get(node, String(index)), depth + 1))
      : Object.fromEntries(keysOf(node).map((key) => [key, copy(get(node, key), depth + 1)]));
    open.delete(node);
    return result;
  };
  try {
    return copy(value, 0);
  } catch {
    return cut();
  }
}

function range(list: readonly unknown[], read: (index: number) => Json): Json[] {
  const given = get(list, 'length');
  const length = typeof given === 'number' && given > 0 ? given : 0;
  const items = Array.from({ length: Math.min(length, LIMITS.items) }, (_, index) => read(index));
  if (length <= LIMITS.items) return items;
  isCut = true;
  return [...items, CUT];
}

function patternOf(node: object): Json {
  try {
    if (!(node instanceof RegExp)) return null;
    const source = String(node.source);
    if (source.length <= LIMITS.text) return { pattern: source, flags: node.flags };
    isCut = true;
    return CUT;
  } catch {
    return null;
  }
}

/**
 * A stated share of visits, 0 to 1; null where it is none, or 0, which leaves the start of a recorder
 * to the page's own code. PostHog's server sends its rate as a text.
 *
 * @param whole What stands for every visit: 1 or 100.
 */
export function shareIn(value: unknown, whole: 1 | 100): number | null {
  if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return null;
  const share = Number(value) / whole;
  return share > 0 && share <= 1 ? share : null;
}

/** Where a recorder was told to send, as the page wrote it; a function of the page's stays a mark. */
export const addressesIn = (...values: readonly unknown[]): Json =>
  values
    .map((value) => (typeof value === 'function' ? FUNCTION_MARK : asText(value, 300)))
    .filter((address) => address !== null);

export const asText = (value: unknown, max = 200): string | null =>
  typeof value === 'string' && value.length <= max ? value : null;

/** The version that a recorder tells: a mark where it tells something that is none, null where nothing. */
export function versionIn(...values: readonly unknown[]): string | null {
  const told = values.find((value) => value !== undefined && value !== null);
  return told === undefined ? null : (asText(told, 40) ?? NO_VERSION);
}

/** The first argument that is short text, or null. */
export const firstText = (...values: readonly unknown[]): string | null =>
  values.map((value) => asText(value, 40)).find((text) => text !== null) ?? null;
