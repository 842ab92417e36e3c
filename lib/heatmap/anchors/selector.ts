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
  /** Names of the sets that hold all such elements, and others as well. */
  readonly keys: readonly string[];
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

export interface Step {
  /** How it stands to the step before: anywhere inside, or a child. The first stands anywhere. */
  readonly combinator: ' ' | '>';
  readonly compound: Compound;
  /** The whole way to here, in one text. */
  readonly path: string;
}

/** A selector inside one tree. `steps` is null where it needs more of CSS than is read here. */
export interface TreeSelector {
  readonly text: string;
  readonly steps: readonly Step[] | null;
}

/**
 * Reads the part of CSS that recorders name elements by: tags, ids, classes, attributes, places among
 * siblings, descendants and children, with CSS's escapes. One entry for each tree that is entered.
 */
export function parseSelector(selector: string, known: KnownCompounds = new Map()): TreeSelector[] {
  return selector.split(PIERCE).map((part) => {
    const text = part.trim();
    return { text, steps: PLAIN.test(text) ? plainSteps(text, known) : new Reader(text).steps() };
  });
}

/** Compounds that were read already: of thousands of anchors on one page, most share their path. */
export type KnownCompounds = Map<string, Compound | null>;

/** Nothing in it hides a space or a `>`. */
const PLAIN = /^[^"'\\[(]*(?:\(\d+\)[^"'\\[(]*)*$/;

function plainSteps(text: string, known: KnownCompounds): Step[] | null {
  const steps: Step[] = [];
  let path = '';
  for (const [i, child] of text.split(/\s*>\s*/).entries()) {
    for (const [j, word] of child.split(/\s+/).entries()) {
      let compound = known.get(word);
      if (compound === undefined) {
        const read = new Reader(word).steps();
        compound = read?.length === 1 ? (read[0]?.compound ?? null) : null;
        known.set(word, compound);
      }
      if (compound === null) return null;
      const combinator = i > 0 && j === 0 ? '>' : ' ';
      path += combinator + word;
      steps.push({ combinator, compound, path });
    }
  }
  return steps;
}

/**
 * The same path without its classes, which frameworks set and take away with the width of the page and
 * the state of an element; null: there are none, or nothing else would say which element is meant.
 */
export function withoutClasses({ steps }: TreeSelector): TreeSelector | null {
  const last = steps?.at(-1)?.compound;
  if (!steps || last === undefined) return null;
  const isPlaced = last.positions.length > 0 || last.ids.length > 0 || last.attributes.length > 0;
  if (!isPlaced || steps.every(({ compound }) => compound.classes.length === 0)) return null;
  const bare = steps.map(({ combinator, compound }): Step => {
    if (compound.classes.length === 0) return { combinator, compound, path: '' };
    const positions = compound.positions.map(({ of, at }) => `:${of}(${at})`).join('');
    const tests = compound.attributes.map((test) => `[${test.name}${test.operator}${test.value}]`);
    const ids = compound.ids.map((id) => `#${id}`);
    // Names the step among others; it is not read as CSS.
    const text = [compound.tag ?? '*', ...ids, ...tests, positions].join('');
    const keys = compound.keys.filter((key) => !key.startsWith('.'));
    return { combinator, compound: { ...compound, classes: [], text, keys }, path: '' };
  });
  let path = '';
  const named = bare.map((step): Step => {
    path += step.combinator + step.compound.text;
    return { ...step, path };
  });
  return { text: '', steps: named };
}

/** Attributes that have sets of their own. */
export const NAMED: ReadonlySet<string> = new Set(['id', 'class']);

function keysOf({
  tag,
  ids,
  classes,
  attributes,
}: Omit<Compound, 'text' | 'keys' | 'positions'>): string[] {
  return [
    ...ids.map((id) => `#${id}`),
    ...attributes
      .filter(({ name, operator }) => operator === '=' && !NAMED.has(name))
      .map(({ name, value }) => `[${name}=${value}`),
    ...classes.map((name) => `.${name}`),
    tag === null ? '*' : `<${tag}`,
  ];
}

/** Recursive descent over one selector; null wherever something is not understood. */
class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  steps(): Step[] | null {
    const steps: Step[] = [];
    let combinator: Step['combinator'] = ' ';
    let path = '';
    while (this.at < this.text.length) {
      const compound = this.compound();
      if (compound === null) return null;
      path += combinator + compound.text;
      steps.push({ combinator, compound, path });
      const next = this.take(/\s*>\s*|\s+/y);
      if (next === null) return this.at === this.text.length ? steps : null;
      combinator = next.includes('>') ? '>' : ' ';
      if (this.at === this.text.length) return null;
    }
    return steps.length > 0 ? steps : null;
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
    return { ...read, text: this.text.slice(from, this.at), keys: keysOf(read) };
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
