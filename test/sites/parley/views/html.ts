import { plantedValue, plantedValues, type Variant } from '../expected';

/** Markup that needs no escaping any more. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | false | null | readonly Part[];

/** Template tag: everything put in is escaped, except what is markup already. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: strings.reduce((all, string, i) => all + string + render(parts[i] ?? ''), ''),
});

function render(part: Part): string {
  if (part === false || part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
  if ('markup' in part) return part.markup;
  return part.map(render).join('');
}

const escapeText = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What a view is given: the variant, and the canaries that belong on its page. */
export interface ViewContext {
  readonly variant: Variant;
  readonly clean: boolean;
  /** Empty, or `/clean`: goes before every path. */
  readonly base: string;
  readonly otherOrigin: string;
  readonly one: (id: string) => string;
  readonly all: (id: string) => readonly string[];
  /** Markup for the default variant, and its mended form. */
  readonly either: (planted: Html | string, mended: Html | string) => Html | string;
}

/** One page, ready to be laid out. */
export interface View {
  readonly title: string;
  readonly name: string;
  readonly body: Html;
}

export function viewContext(variant: Variant, otherOrigin: string): ViewContext {
  const clean = variant === 'clean';
  return {
    variant,
    clean,
    base: clean ? '/clean' : '',
    otherOrigin,
    one: plantedValue,
    all: plantedValues,
    either: (planted, mended) => (clean ? mended : planted),
  };
}
