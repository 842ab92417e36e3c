import { FUNCTION_MARK, type Json } from './json';

/** A page's `window`, or something that stands for it. */
export type PageGlobals = Readonly<Record<string, unknown>>;

/** Reads one recorder's globals; null: nothing of it is there. May not throw. */
export type GlobalsReader = (page: PageGlobals) => Json;

const LIMITS = { depth: 5, keys: 80, items: 80, text: 4000, nodes: 800 };

/** One step into an object of the page; undefined where there is none or its getter throws. */
export function get(target: unknown, key: string): unknown {
  try {
    if (target === null || (typeof target !== 'object' && typeof target !== 'function')) {
      return undefined;
    }
    return Reflect.get(target, key);
  } catch {
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
    return Object.keys(target).slice(0, limit);
  } catch {
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
  const copy = (node: unknown, depth: number): Json => {
    nodes += 1;
    if (nodes > LIMITS.nodes) return { cut: true };
    if (node === undefined) return { undefined: true };
    if (node === null || typeof node === 'boolean') return node;
    if (typeof node === 'number') return Number.isFinite(node) ? node : null;
    if (typeof node === 'string') return node.length > LIMITS.text ? { cut: true } : node;
    if (typeof node === 'function') return FUNCTION_MARK;
    if (typeof node !== 'object') return null;
    const pattern = patternOf(node);
    if (pattern) return pattern;
    if (open.has(node) || depth >= LIMITS.depth) return { cut: true };
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
    return { cut: true };
  }
}

function range(list: readonly unknown[], read: (index: number) => Json): Json[] {
  const length = Math.min(Number(get(list, 'length')) || 0, LIMITS.items);
  return Array.from({ length }, (_, index) => read(index));
}

function patternOf(node: object): Json {
  try {
    if (!(node instanceof RegExp)) return null;
    const source = String(node.source);
    return source.length > LIMITS.text ? { cut: true } : { pattern: source, flags: node.flags };
  } catch {
    return null;
  }
}

export const asText = (value: unknown, max = 200): string | null =>
  typeof value === 'string' && value.length <= max ? value : null;

/** The first argument that is short text, or null. */
export const firstText = (...values: readonly unknown[]): string | null =>
  values.map((value) => asText(value, 40)).find((text) => text !== null) ?? null;
