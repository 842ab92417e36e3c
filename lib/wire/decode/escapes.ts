import { latin1Of } from './bytes';
import { borders, chunksAround } from './chunks';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Percent-encoded parts of a text, decoded; empty where there are none. */
export function fromPercent(text: string): string[] {
  return [...chunksAround(text, /%[0-9a-fA-F]{2}/g, isUrlBorder)].map(percent);
}

const isUrlBorder = borders('"\'<>&=;,?#`');

function percent(chunk: string): string {
  return chunk.replace(/(?:%[0-9a-fA-F]{2}){1,2000}/g, (run) => {
    const bytes = Uint8Array.from({ length: run.length / 3 }, (_, i) =>
      Number.parseInt(run.slice(3 * i + 1, 3 * i + 3), 16),
    );
    try {
      return strict.decode(bytes);
    } catch {
      return latin1Of(bytes);
    }
  });
}

/**
 * Strings with backslashes, as JSON and scripts write them, without the backslashes. Read by their
 * quotes alone, so that lines of JSON, JSON that was cut and JSON inside of something else read as well.
 */
export function fromBackslashes(text: string): string[] {
  const found: string[] = [];
  let past = 0;
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', past)) {
    // All quotes before the first backslash are real ones, and none of them is before `past`.
    const start = Math.max(past, text.lastIndexOf('"', at) + 1);
    past = literalEnd(text, at);
    const chunk = text.slice(start, past);
    const plain = withoutSlashes(chunk);
    if (plain !== chunk) found.push(plain);
  }
  return found;
}

function literalEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (at - slashes - 1 >= from && text.charCodeAt(at - slashes - 1) === 92) slashes++;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

const withoutSlashes = (chunk: string): string =>
  chunk.replace(
    /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([^ux]))/g,
    letter,
  );

function letter(whole: string, braced = '', four = '', two = '', one = ''): string {
  const hex = braced || four || two;
  if (hex !== '') return codePoint(Number.parseInt(hex, 16)) ?? whole;
  return LETTERS[one] ?? one;
}

const LETTERS: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};

/** Parts of a text with character references of HTML, resolved; empty where there are none. */
export function fromEntities(text: string): string[] {
  return [...chunksAround(text, ENTITY, isHtmlBorder)].map((chunk) =>
    chunk.replace(ENTITY, (whole, decimal = '', hex = '', name = '') => {
      if (name !== '') return NAMED[name] ?? whole;
      return codePoint(Number.parseInt(decimal || hex, decimal === '' ? 16 : 10)) ?? whole;
    }),
  );
}

const isHtmlBorder = borders('"\'<>');
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  commat: '@',
  period: '.',
  plus: '+',
  hyphen: '-',
  lowbar: '_',
  colon: ':',
  sol: '/',
  num: '#',
};
const ENTITY = new RegExp(
  `&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(${Object.keys(NAMED).join('|')}));`,
  'g',
);

const codePoint = (code: number): string | null =>
  code <= 0x10ffff ? String.fromCodePoint(code) : null;

/** A form as `application/x-www-form-urlencoded`, by its look: names and values without a space. */
export function looksLikeForm(text: string): boolean {
  return /^[\w.%+*[\]-]{1,200}=[^\s"{}<>]*$/.test(text.slice(0, 2000)) && !text.includes(' ');
}
