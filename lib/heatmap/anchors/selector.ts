/** Joins the selector of a shadow host or a frame and that of an element inside it. */
export const PIERCE = ' >>> ';

/** What one element must be. */
export interface Compound {
  /** In lower case; null: any. */
  readonly tag: string | null;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  readonly attributes: readonly AttributeTest[];
  readonly positions: readonly Position[];
  readonly text: string;
}

export interface AttributeTest {
  readonly name: string;
  /** `''`: that it is there. */
  readonly operator: '' | '=' | '^=' | '$=' | '*=' | '~=' | '|=';
  readonly value: string;
}

export interface Position {
  /** Among all siblings, or among those of its tag. */
  readonly of: 'child' | 'type';
  /** Counted from 1; from the end where negative. */
  readonly at: number;
}

/** One step of a selector, with all that come before it. Steps that were read as one are one object. */
export interface Step {
  /** How it stands to the step before: anywhere inside, or a child. The first stands anywhere. */
  readonly combinator: ' ' | '>';
  readonly compound: Compound;
  /** Null: it is the first. */
  readonly before: Step | null;
}

/** A selector inside one tree. `last` is null where it needs more of CSS than is read here. */
export interface TreeSelector {
  readonly text: string;
  /** Its last step, which leads to those before it. */
  readonly last: Step | null;
}

/**
 * Reads the part of CSS that recorders name elements by: tags, ids, classes, attributes, places among
 * siblings, descendants and children, with CSS's escapes. One entry for each tree that is entered.
 */
export function parseSelector(selector: string, known: KnownSteps = knownSteps()): TreeSelector[] {
  if (!selector.includes('>>>')) return [readPart(selector, known)];
  return selector.split(PIERCE).map((part) => readPart(part, known));
}

/** What was read already: of thousands of anchors on one page, most share their path. */
export interface KnownSteps {
  /** Told what an element must be, for every step that is read; of what was read already, not again. */
  readonly onCompound: (compound: Compound) => void;
  /** By word. */
  readonly compounds: Map<string, Compound | null>;
  /** By all of the text that leads to a step. */
  readonly steps: Map<string, Step | null>;
  /** By the step before, and the text of its own. */
  readonly after: Map<Step | null, Map<string, Step>>;
}

export const knownSteps = (onCompound: KnownSteps['onCompound'] = () => {}): KnownSteps => ({
  onCompound,
  compounds: new Map(),
  steps: new Map(),
  after: new Map(),
});

/** The steps of a selector, the first one first. */
export function stepsTo(last: Step): Step[] {
  const steps: Step[] = [];
  for (let at: Step | null = last; at !== null; at = at.before) steps.push(at);
  return steps.reverse();
}

function readPart(part: string, known: KnownSteps): TreeSelector {
  const text = part.trim();
  // Most are one word, each another one: what it costs to keep them is not worth it.
  const word = readWord(text);
  if (word !== null) {
    known.onCompound(word);
    return { text, last: { combinator: ' ', compound: word, before: null } };
  }
  if (PLAIN.test(text)) return { text, last: plainStep(text, known) };
  let last = known.steps.get(text);
  if (last === undefined) {
    last = new Reader(text, known).last();
    known.steps.set(text, last);
  }
  return { text, last };
}

/** The one object that stands for a step after another. */
function stepAfter(
  before: Step | null,
  { combinator, compound }: Pick<Step, 'combinator' | 'compound'>,
  { after }: Pick<KnownSteps, 'after'>,
): Step {
  const siblings = after.get(before) ?? new Map<string, Step>();
  after.set(before, siblings);
  const key = combinator + compound.text;
  const known = siblings.get(key) ?? { combinator, compound, before };
  siblings.set(key, known);
  return known;
}

/** Nothing in it hides a space or a `>`. */
const PLAIN = /^[^"'\\[(]*(?:\(\d+\)[^"'\\[(]*)*$/;

/**
 * The last step after those before it, which most selectors of a list share: they are kept, and the
 * last, which is mostly another one, is not.
 */
function plainStep(text: string, known: KnownSteps): Step | null {
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
    const read = readWord(word) ?? new Reader(word, known).last()?.compound;
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

/**
 * The same path without its classes, which frameworks set and take away with the width of the page and
 * the state of an element; null: there are none, or nothing else would say which element is meant.
 */
export function withoutClasses(
  { last }: TreeSelector,
  known: Pick<KnownSteps, 'after'> = knownSteps(),
): TreeSelector | null {
  if (last === null) return null;
  const { positions, ids, attributes } = last.compound;
  if (positions.length === 0 && ids.length === 0 && attributes.length === 0) return null;
  const steps = stepsTo(last);
  if (steps.every(({ compound }) => compound.classes.length === 0)) return null;
  let bare: Step | null = null;
  for (const step of steps) {
    bare = stepAfter(bare, { ...step, compound: bareOf(step.compound) }, known);
  }
  return { text: '', last: bare };
}

function bareOf(compound: Compound): Compound {
  if (compound.classes.length === 0) return compound;
  const positions = compound.positions.map(({ of, at }) => `:${of}(${at})`).join('');
  const tests = compound.attributes.map((test) => `[${test.name}${test.operator}${test.value}]`);
  const ids = compound.ids.map((id) => `#${id}`);
  // Names it among others; it is not read as CSS.
  const text = [compound.tag ?? '*', ...ids, ...tests, positions].join('');
  return { ...compound, classes: [], text };
}

/** A tag, an id or an attribute, and a place, which most steps are, at one look. */
const WORD =
  /^([a-z][a-z\d-]*)?(?:#([\w-]+)|\[([a-z][a-z\d-]*)="([^"\\]*)"\])?(?::nth-(child|of-type)\(([1-9]\d{0,5})\))?$/;

function readWord(word: string): Compound | null {
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

/** Attributes that have sets of their own. */
export const NAMED: ReadonlySet<string> = new Set(['id', 'class']);

/** Recursive descent over one selector; null wherever something is not understood. */
class Reader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly known: KnownSteps,
  ) {}

  last(): Step | null {
    let last: Step | null = null;
    let combinator: Step['combinator'] = ' ';
    while (this.at < this.text.length) {
      const compound = this.compound();
      if (compound === null) return null;
      this.known.onCompound(compound);
      last = stepAfter(last, { combinator, compound }, this.known);
      const next = this.take(/\s*>\s*|\s+/y);
      if (next === null) return this.at === this.text.length ? last : null;
      combinator = next.includes('>') ? '>' : ' ';
      if (this.at === this.text.length) return null;
    }
    return last;
  }

  private compound(): Compound | null {
    const from = this.at;
    const any = this.take(/\*/y);
    const tag = any === null ? this.name() : null;
    const found = {
      ids: [] as string[],
      classes: [] as string[],
      attributes: [] as AttributeTest[],
      positions: [] as Position[],
    };
    for (;;) {
      const mark = this.take(/[#.[:]/y);
      if (mark === null) break;
      const into = mark === '#' ? found.ids : mark === '.' ? found.classes : null;
      if (into !== null) {
        const name = this.name();
        if (name === null) return null;
        into.push(name);
      } else if (mark === '[') {
        const test = this.attribute();
        if (test === null) return null;
        found.attributes.push(test);
      } else {
        const positions = this.pseudo();
        if (positions === null) return null;
        found.positions.push(...positions);
      }
    }
    if (this.at === from) return null;
    const read = { tag: tag?.toLowerCase() ?? null, ...found };
    return { ...read, text: this.text.slice(from, this.at) };
  }

  private attribute(): AttributeTest | null {
    this.take(/\s*/y);
    const name = this.name();
    if (name === null) return null;
    const operator = this.take(/\s*[~|^$*]?=\s*/y)?.trim() ?? '';
    if (!isOperator(operator)) return null;
    let value = '';
    if (operator !== '') {
      const quoted = this.take(/"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/y);
      const read = quoted === null ? this.name() : unescapeCss(quoted.slice(1, -1));
      if (read === null) return null;
      value = read;
    }
    return this.take(/\s*\]/y) === null ? null : { name: name.toLowerCase(), operator, value };
  }

  private pseudo(): Position[] | null {
    const word = this.take(/[a-z-]+/iy)?.toLowerCase() ?? '';
    const plain = PLAIN_POSITIONS[word];
    if (plain !== undefined) return plain;
    const counted = COUNTED[word];
    if (counted === undefined) return null;
    const number = this.take(/\(\s*\d{1,6}\s*\)/y);
    if (number === null) return null;
    const at = Number(number.slice(1, -1));
    return at > 0 ? [{ of: counted.of, at: at * counted.sign }] : null;
  }

  private name(): string | null {
    const raw = this.take(NAME);
    return raw === null ? null : unescapeCss(raw);
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }
}

/** An identifier (CSS Syntax 3, 4.3.11). A digit may lead: recorders write ids as they find them. */
const NAME = /(?:\\[0-9a-f]{1,6}\s?|\\[^\n0-9a-f]|[\w-]|[\u0080-\uffff])+/iy;

const PLAIN_POSITIONS: Readonly<Record<string, Position[]>> = {
  'first-child': [{ of: 'child', at: 1 }],
  'last-child': [{ of: 'child', at: -1 }],
  'only-child': [
    { of: 'child', at: 1 },
    { of: 'child', at: -1 },
  ],
  'first-of-type': [{ of: 'type', at: 1 }],
  'last-of-type': [{ of: 'type', at: -1 }],
  'only-of-type': [
    { of: 'type', at: 1 },
    { of: 'type', at: -1 },
  ],
};

const COUNTED: Readonly<Record<string, { readonly of: Position['of']; readonly sign: number }>> = {
  'nth-child': { of: 'child', sign: 1 },
  'nth-last-child': { of: 'child', sign: -1 },
  'nth-of-type': { of: 'type', sign: 1 },
  'nth-last-of-type': { of: 'type', sign: -1 },
};

const OPERATORS: ReadonlySet<string> = new Set(['', '=', '^=', '$=', '*=', '~=', '|=']);

const isOperator = (text: string): text is AttributeTest['operator'] => OPERATORS.has(text);

function unescapeCss(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|([\s\S]))/gi, (_, hex: string, char: string) => {
    if (hex === undefined) return char;
    const code = Number.parseInt(hex, 16);
    return code === 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
  });
}
