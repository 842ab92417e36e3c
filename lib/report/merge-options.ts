/** Lines of a vendor's init options, joined as far as they can be. */
export interface MergedOptions {
  readonly lines: readonly string[];
  /** Lines that set what another one sets to something else: a person has to join them. */
  readonly clashing: readonly string[];
}

/**
 * Joins options that would replace one another: objects by their keys, lists by their items. What is
 * neither, such as two functions, can't be joined.
 *
 * @param texts options as they are written in an init call: `maskInputOptions: { password: true }`.
 */
export function mergeOptions(texts: readonly string[]): MergedOptions {
  const merged = new Map<string, Value>();
  const clashing: string[] = [];
  for (const text of new Set(texts)) {
    const [key, written] = entryOf(text);
    const value = readValue(written);
    const before = merged.get(key);
    const joined = before === undefined ? value : join(before, value);
    if (joined === null) clashing.push(text);
    else merged.set(key, joined);
  }
  const lines = [...merged].map(([key, value]) =>
    key === '' ? write(value) : `${key}: ${write(value)}`,
  );
  return { lines, clashing };
}

type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, Value> };

function readValue(text: string): Value {
  const inner = text.slice(1, -1).trim();
  if (isWhole(text, '{', '}')) {
    const entries = split(inner).map(entryOf);
    // A shorthand, a spread or a method is more than keys with values.
    if (entries.every(([key]) => key !== '')) {
      return {
        kind: 'object',
        entries: new Map(entries.map(([key, value]) => [key, readValue(value)])),
      };
    }
  }
  if (isWhole(text, '[', ']')) return { kind: 'list', items: split(inner) };
  return { kind: 'text', text };
}

/** Null: they say two things. */
function join(one: Value, other: Value): Value | null {
  if (one.kind === 'list' && other.kind === 'list') {
    return { kind: 'list', items: [...new Set([...one.items, ...other.items])] };
  }
  if (one.kind !== 'object' || other.kind !== 'object') {
    return write(one) === write(other) ? one : null;
  }
  const entries = new Map(one.entries);
  for (const [key, value] of other.entries) {
    const before = entries.get(key);
    const joined = before === undefined ? value : join(before, value);
    if (joined === null) return null;
    entries.set(key, joined);
  }
  return { kind: 'object', entries };
}

function write(value: Value): string {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'list') return `[${value.items.join(', ')}]`;
  const entries = [...value.entries].map(([key, inner]) => `${key}: ${write(inner)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** The name of an option and what it is set to; without a name, the whole text. */
function entryOf(text: string): [string, string] {
  const [, key = '', value = text] = /^([\w$]+|'[^']*'|"[^"]*"): (.*)$/s.exec(text.trim()) ?? [];
  return [key, value.trim()];
}

/** One literal from its first bracket to its last, nothing after the one that closes it. */
function isWhole(text: string, open: string, close: string): boolean {
  return text.startsWith(open) && text.endsWith(close) && !depths(text).slice(0, -1).includes(0);
}

/** Splits at the commas that stand in no bracket and no string. */
function split(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  depths(text).forEach((depth, at) => {
    if (depth > 0 || text[at] !== ',') return;
    parts.push(text.slice(from, at));
    from = at + 1;
  });
  return [...parts, text.slice(from)].map((part) => part.trim()).filter(Boolean);
}

/** How many brackets and strings are open after each letter. */
function depths(text: string): number[] {
  let depth = 0;
  let quote = '';
  return Array.from({ length: text.length }, (_, at) => {
    const letter = text.charAt(at);
    if (quote !== '') {
      if (letter === quote && text[at - 1] !== '\\') quote = '';
    } else if (/['"`]/.test(letter)) quote = letter;
    else if (/[{[(]/.test(letter)) depth += 1;
    else if (/[}\])]/.test(letter)) depth -= 1;
    return depth + (quote === '' ? 0 : 1);
  });
}
