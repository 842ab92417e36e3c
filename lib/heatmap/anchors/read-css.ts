import {
  type AttributeTest,
  type Compound,
  type KnownSteps,
  type Position,
  type Step,
  stepAfter,
} from './selector-steps';

/**
 * The last step of a selector that may be all that is read of CSS here: tags, ids, classes, attributes,
 * places, with CSS's escapes. Null: it needs more.
 */
export const readCss = (text: string, known: KnownSteps): Step | null =>
  new Reader(text, known).last();

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
