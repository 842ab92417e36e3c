/** Markup that was written here, apart from text that came from elsewhere. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | Markup | readonly (Markup | null)[] | null;

/** Writes HTML: whatever is put into it is text, unless it is markup that was written the same way. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((all, each, i) => all + each + written(parts[i] ?? null), ''));
}

function written(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'number') return String(part);
  return typeof part === 'string' ? escaped(part) : part.map((each) => each?.text ?? '').join('');
}

/**
 * Text as it may stand between tags and in quoted attributes. Characters that turn the direction of
 * what follows are left out: a label could end its own isolation with them, and the words behind it
 * would be read in another order.
 */
function escaped(text: string): string {
  return text.replace(UNSEEN, '').replace(/[&<>"'`]/g, (character) => ESCAPES[character] ?? '');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Control characters, and the marks of direction (UAX #9, 2). */
const UNSEEN = /[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
