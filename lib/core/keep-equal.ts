/**
 * `after`, made of the parts of `before` that are equal to its own: what did not change stays the
 * same object, so whoever looks at it sees no news. `before` itself where nothing changed.
 *
 * For plain data, as messages carry it, without cycles: anything else (a `Map`, a `Date`) is taken
 * as it comes. Items of lists are compared by place.
 */
export function keepEqual<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after;
  const isList = Array.isArray(after);
  if (!isData(before) || !isData(after) || isList !== Array.isArray(before)) return after;
  const keys = Object.keys(after);
  const kept = keys.map((key) => [key, keepEqual(before[key], after[key])] as const);
  const isSame =
    keys.length === Object.keys(before).length &&
    kept.every(([key, value]) => Object.hasOwn(before, key) && Object.is(value, before[key]));
  // Equal in every part to a `T`, down to the types of its values.
  if (isSame) return before as T;
  // The shape of `after`, with parts that are equal to its own.
  return (isList ? kept.map(([, value]) => value) : Object.fromEntries(kept)) as T;
}

function isData(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const kind: unknown = Object.getPrototypeOf(value);
  return kind === Object.prototype || kind === Array.prototype || kind === null;
}
