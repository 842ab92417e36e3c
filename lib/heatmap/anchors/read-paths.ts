import { readCss } from './read-css';
import type { Compound, KnownSteps, Step } from './selector-steps';

/**
 * The last step of a path of plain words, after those before it, which most selectors of a list share:
 * they are kept, and the last, which is mostly another one, is not. Null: it is not read as CSS;
 * undefined: something in it may hide a space or a `>`, so that words cannot be told by these.
 */
export function readPath(text: string, known: KnownSteps): Step | null | undefined {
  if (!PLAIN.test(text)) return undefined;
  const from = startOfWord(text);
  const head = headOf(text, from);
  const before = head === '' ? null : plainSteps(head, known);
  if ((head === '') !== (before === null)) return null;
  return stepOf(text, from, head, before, known);
}

/**
 * From the end to what is known, and then forth again. A loop, since a path may be as long as a text
 * can be.
 */
function plainSteps(text: string, known: KnownSteps): Step | null {
  const { steps } = known;
  const read = steps.get(text);
  if (read !== undefined) return read;
  const heads: string[] = [];
  let head = text;
  while (head !== '' && !steps.has(head)) {
    heads.push(head);
    head = headOf(head, startOfWord(head));
  }
  let before = head === '' ? null : (steps.get(head) ?? null);
  if (head !== '' && before === null) return null;
  for (const own of heads.reverse()) {
    before = stepOf(own, startOfWord(own), head, before, known);
    steps.set(own, before);
    if (before === null) return null;
    head = own;
  }
  return before;
}

/** What stands before a word, without the combinator between. */
function headOf(text: string, from: number): string {
  let to = from;
  while (to > 0 && isSeparator(text.charCodeAt(to - 1))) to--;
  return text.slice(0, to);
}

/** Null where it is not read, or where it begins with a `>`. */
function stepOf(
  text: string,
  from: number,
  head: string,
  before: Step | null,
  known: KnownSteps,
): Step | null {
  const arrow = text.indexOf('>', head.length);
  const isChild = arrow >= 0 && arrow < from;
  if (isChild && (before === null || text.lastIndexOf('>', from - 1) !== arrow)) return null;
  const compound = compoundOf(text.slice(from), known);
  return compound === null ? null : { combinator: isChild ? '>' : ' ', compound, before };
}

function compoundOf(word: string, known: KnownSteps): Compound | null {
  let compound = known.compounds.get(word);
  if (compound === undefined) {
    const read = readWord(word) ?? readCss(word, known)?.compound;
    compound = read?.text === word ? read : null;
    known.compounds.set(word, compound);
    if (compound !== null) known.onCompound(compound);
  }
  return compound;
}

/** Where the last word of a path begins; its length where it ends in a space or a `>`. */
function startOfWord(text: string): number {
  let at = text.length;
  while (at > 0 && !isSeparator(text.charCodeAt(at - 1))) at--;
  return at;
}

/** What CSS takes for white space, and the `>`. */
const isSeparator = (code: number): boolean =>
  code === 0x20 || code === 0x3e || (code <= 0x0d && code >= 0x09 && code !== 0x0b);

/** Nothing in it hides a space or a `>`. */
const PLAIN = /^[^"'\\[(]*(?:\(\d+\)[^"'\\[(]*)*$/;

/** A tag, an id or an attribute, and a place, which most steps are, at one look. */
const WORD =
  /^([a-z][a-z\d-]*)?(?:#([\w-]+)|\[([a-z][a-z\d-]*)="([^"\\]*)"\])?(?::nth-(child|of-type)\(([1-9]\d{0,5})\))?$/;

/** A selector of one word; null: it is more than that, or not as plain. */
export function readWord(word: string): Compound | null {
  const found = word === '' ? null : WORD.exec(word);
  if (found === null) return null;
  const [, tag = null, id, name, value, of, at] = found;
  return {
    tag,
    ids: id === undefined ? NONE : [id],
    classes: NONE,
    attributes: name === undefined || value === undefined ? NONE : [{ name, operator: '=', value }],
    positions:
      of === undefined ? NONE : [{ of: of === 'child' ? 'child' : 'type', at: Number(at) }],
    text: word,
  };
}

const NONE: readonly never[] = [];
