import type { Message } from '../../core/message';
import type { MEASURE_UNITS, Vital } from '../../protocol/measures';

/** The 75th percentile of a vital: ms for `inp` and `lcp`, no unit for `cls`; and who is behind it. */
export interface GivenVital {
  readonly p75: number;
  readonly people: number;
  /** How many values it is the percentile of; a file need not tell. */
  readonly values?: number | undefined;
}

/** Of so many people who clicked, how many reached the goal; null: its source withholds it. */
export interface GivenConversion {
  readonly people: number;
  readonly converted: number | null;
}

/** What a source knows of one element, or of the whole page. Nothing is left out of it yet. */
export interface Given {
  readonly vitals: { readonly [K in Vital]?: GivenVital | undefined };
  readonly conversion: GivenConversion | null;
}

export interface GivenElement extends Given {
  /** Ranked, the most stable first. */
  readonly selectors: readonly string[];
}

/** What a file or a source tells of a page's elements, beside their heat. */
export interface GivenMeasures {
  readonly unit: (typeof MEASURE_UNITS)[number];
  /** Null: it tells no conversion. */
  readonly goal: string | null;
  readonly base: Given;
  readonly elements: readonly GivenElement[];
  /** What a person must know of it. */
  readonly notes: readonly Message[];
}

export const NOTHING_GIVEN: Given = { vitals: {}, conversion: null };
