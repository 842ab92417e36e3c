import type catalogue from './locales/en.json';

/**
 * A sentence for a person, kept as an id of the catalogue and its parameters, so that rooms which
 * know no language can still say what happened. Parameters are positional (`$1`…`$9`), as in the
 * browser's own catalogues; they are data, never markup, and never a raw personal value.
 */
export interface Message {
  readonly id: MessageId;
  readonly params?: readonly (string | number)[] | undefined;
}

/** Renders a message in the reader's language. */
export type Translate = (id: MessageId, params?: readonly (string | number)[]) => string;

/** Dotted path of every sentence in `locales/en.json`. */
export type MessageId = Leaves<typeof catalogue>;

export const message = (id: MessageId, ...params: (string | number)[]): Message =>
  params.length > 0 ? { id, params } : { id };

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string
    ? K
    : T[K] extends PluralForms
      ? K
      : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** A sentence with forms by its first parameter: `{ "1": "1 finding", "n": "$1 findings" }`. */
interface PluralForms {
  readonly n: string;
}
