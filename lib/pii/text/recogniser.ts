import type { Message } from '../../core/message';
import type { PiiClass } from '../../protocol/pii-classes';
import type { TextMatch } from '../contract';
import { fold } from '../words';
import type { NumberRun } from './numbers';
import type { Token } from './tokens';

/** Adds one kind of value in a text to what was found. It must be linear in the length of the text, whatever it is. */
export interface TextRecogniser {
  readonly name: string;
  find(text: string, found: TextMatch[]): void;
}

/** Looks at one run of digits at a time, so that all of them share one pass over the text. */
export interface NumberRecogniser {
  readonly name: string;
  /** Runs with fewer digits are not offered. */
  readonly leastDigits: number;
  look(run: NumberRun, found: TextMatch[]): void;
}

/** Looks at one word of letters, digits and signs at a time, if it has a digit. */
export interface TokenRecogniser {
  readonly name: string;
  /** Shorter tokens are not offered. */
  readonly leastLength: number;
  look(token: Token, found: TextMatch[]): void;
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
  if (last.text !== text || last.start !== start || last.most !== most) {
    last = { text, start, most, words: fold(text.slice(Math.max(0, start - most), start)) };
  }
  return last.words;
}

/** Several recognisers ask for the same words in a row. */
let last = { text: '', start: 0, most: 0, words: '' };

/** The last group of a pattern's hits in the words before a value, or null. */
export function named(pattern: RegExp, text: string, start: number, most = 40): string | null {
  // No word that names something is shorter than two letters.
  if (start < 2) return null;
  return pattern.exec(before(text, start, most))?.[0].trim() ?? null;
}
