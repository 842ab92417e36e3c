import type { Message } from '../../core/message';
import type { PiiClass } from '../../protocol/pii-classes';
import type { TextMatch } from '../contract';
import { fold } from '../words';
import type { NumberRun } from './numbers';

/** Finds one kind of value in a text. It must be linear in the length of the text, whatever it is. */
export interface TextRecogniser {
  readonly name: string;
  find(text: string, found: (match: TextMatch) => void): void;
}

/** Looks at one run of digits at a time, so that all of them share one pass over the text. */
export interface NumberRecogniser {
  readonly name: string;
  /** Runs with fewer digits are not offered. */
  readonly leastDigits: number;
  look(run: NumberRun, found: (match: TextMatch) => void): void;
}

export function match(
  start: number,
  end: number,
  pii: PiiClass,
  confidence: number,
  why: readonly Message[],
  kind?: string,
): TextMatch {
  return kind === undefined
    ? { start, end, pii, confidence, why }
    : { start, end, pii, confidence, why, kind };
}

/** The words right before a value, folded: where people name what follows. */
export function before(text: string, start: number, most = 40): string {
  return fold(text.slice(Math.max(0, start - most), start));
}

/** The last group of a pattern's hits in the words before a value, or null. */
export function named(pattern: RegExp, text: string, start: number, most = 40): string | null {
  return pattern.exec(before(text, start, most))?.[0].trim() ?? null;
}
