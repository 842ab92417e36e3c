import type { PiiClass } from '../protocol/pii-classes';
import type { OpaqueKind, Step } from './decode/contract';

/** A field that a canary is wanted for. */
export interface CanaryField {
  /** Names the field in results: a locator, an id. Unique within a run, and nothing personal. */
  readonly key: string;
  /** What the field asks for; null where nothing is known of it. */
  readonly pii: PiiClass | null;
  /** The control's `type`, lower case; decides what it will take. */
  readonly type?: string;
  /** How many characters the field takes; absent or below 1: any number. */
  readonly maxLength?: number;
}

/** A value to plant, made so that it can belong to nobody and be found again. */
export interface Canary {
  readonly field: string;
  readonly pii: PiiClass | null;
  /** What is typed into the field. */
  readonly value: string;
  /** What is looked for: the whole value first, then the parts of it that stand by themselves. */
  readonly needles: readonly Needle[];
  /** Never planted: where it is "found", the search is at fault. */
  readonly isSham: boolean;
}

export interface Needle {
  readonly text: string;
  /** A beginning of at least so many characters counts as a part of it; null: all or nothing. */
  readonly leastPrefix: number | null;
  /** Separators between its digits say nothing. */
  readonly isNumber: boolean;
}

/** A field that can't be proven: too few values fit into it to tell a planted one from any other. */
export interface Unprovable {
  readonly field: string;
  readonly pii: PiiClass | null;
}

export interface CanaryPlan {
  readonly canaries: readonly Canary[];
  readonly shams: readonly Canary[];
  readonly unprovable: readonly Unprovable[];
}

/** Where in a request a canary was. */
export const WIRE_PLACES = ['url', 'header', 'body'] as const;
export type WirePlace = (typeof WIRE_PLACES)[number];

/** Something that a page has sent, as whoever watched it saw it. */
export interface WireRequest {
  readonly id: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | null;
  /** Bytes of the body that the watcher did not get to see. */
  readonly unseen?: number;
  /** Sent before anything was planted: no canary can be in it. */
  readonly isAbsence?: boolean;
}

/** How a canary was written: as it is, or what somebody made of it. */
export const HIT_FORMS = ['plain', 'folded', 'digits', 'hash', 'typed', 'partial'] as const;
export type HitForm = (typeof HIT_FORMS)[number];

/** One field's value in one request. Holds no value. */
export interface WireHit {
  readonly field: string;
  readonly pii: PiiClass | null;
  readonly form: HitForm;
  /** Of a hash: which, the innermost first, as in `md5 sha256`. */
  readonly hash?: string;
  readonly place: WirePlace;
  /** Encodings that were undone to see it, the outermost first. */
  readonly path: readonly Step[];
  /** Host that got it. */
  readonly receiver: string;
  readonly request: string;
}

/** What could not be read of one request. */
export interface WireOpaque {
  readonly receiver: string;
  readonly request: string;
  readonly kind: OpaqueKind | 'unseen';
  readonly bytes: number;
}

export interface WireReport {
  readonly hits: readonly WireHit[];
  readonly opaque: readonly WireOpaque[];
  readonly requests: number;
  readonly bytes: number;
  /** Why nothing of this may be believed: shams were found, or canaries before they were planted. */
  readonly void: 'sham' | 'absence' | null;
  /** How many shams were looked for, and in how many places one was found. */
  readonly shams: { readonly sought: number; readonly found: number };
}
