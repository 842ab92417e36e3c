import type { Message } from '../core/message';
import type { PiiClass } from '../protocol/pii-classes';

/** What a form control shows of itself, gathered by `lib/page/fields.ts`. All strings as in the page. */
export interface FieldFacts {
  readonly tag: 'input' | 'select' | 'textarea' | 'contenteditable';
  /** The `type` property, lower case; `text` where there is none. */
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly className: string;
  readonly autocomplete: string;
  /** Text of `<label>`, `aria-labelledby`, or the nearest text that acts as one. */
  readonly label: string;
  readonly ariaLabel: string;
  readonly placeholder: string;
  readonly title: string;
  /** Text around the control that no label element ties to it. */
  readonly nearby: string;
  /** Legend or heading of its section, and the form's name, id, action and submit text. */
  readonly section: string;
  readonly form: string;
  readonly formKey: number;
  readonly maxLength: number;
  readonly minLength: number;
  readonly pattern: string;
  readonly inputMode: string;
  readonly min: string;
  readonly max: string;
  /** Option texts and values of a select or of a group of radios, at most 300. */
  readonly options: readonly string[];
  readonly lang: string;
  readonly visible: boolean;
}

export interface FieldVerdict {
  readonly pii: PiiClass;
  readonly confidence: number;
  /** Evidence in words, strongest first; holds no value of a person. */
  readonly why: readonly Message[];
}

/** A personal value inside a string. */
export interface TextMatch {
  readonly start: number;
  readonly end: number;
  readonly pii: PiiClass;
  /** A finer name within the class, where the recogniser knows one: `us-ssn`, `uk-nino`. */
  readonly kind?: string;
  readonly confidence: number;
  readonly why: readonly Message[];
}

/** What is known of the element that a text stands in; made top down by `enterSurroundings`. */
export interface Surroundings {
  /** Inside something that holds what people write to each other. */
  readonly inMessage: boolean;
  /** Inside a whole thread or log of such messages. */
  readonly inThread: boolean;
  /** Inside a thread or a list of threads, in their heads and controls as well. */
  readonly nearThread: boolean;
  readonly someoneElses: boolean;
  /**
   * The element is where a name is shown: an author's, the account's, that of the other person of a
   * thread (`partner`), or as the label of somebody's `picture` or of any `photo`.
   */
  readonly namePlace: 'author' | 'account' | 'partner' | 'picture' | 'photo' | null;
  readonly lang: string;
}

/** What `enterSurroundings` may ask of an element. */
export interface ElementFacts {
  readonly tag: string;
  readonly id: string;
  readonly classNames: readonly string[];
  readonly role: string;
  readonly ariaLabel: string;
  readonly itemprop: string;
  readonly testId: string;
  readonly lang: string;
  readonly contentEditable: boolean;
}
