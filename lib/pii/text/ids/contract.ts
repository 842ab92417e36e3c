import type { PiiClass } from '../../../protocol/pii-classes';

/** A number that a state gives a person or a company. */
export interface NationalId {
  readonly kind: string;
  /** What it is called in a sentence: a proper name, the same in all languages. */
  readonly title: string;
  readonly pii: PiiClass;
  /** The whole value as written, separators included. */
  readonly form: RegExp;
  /** Whether its check digits hold, of the value in upper case without separators. */
  readonly isValid: (compact: string) => boolean;
  /** Words before it, folded. Without them it counts only where `aloneForm` fits. */
  readonly words: RegExp;
  /** A form so telling that the check digits suffice without words; null where none is. */
  readonly aloneForm: RegExp | null;
}

/** Words that name what follows, at most 24 signs without a digit before it. */
export const naming = (words: string): RegExp => new RegExp(`(?:${words})[^\\d]{0,24}$`);
