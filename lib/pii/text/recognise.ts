import type { TextMatch } from '../contract';
import { SIGNS, signsOf } from './signs';
import { parametersIn } from './url';
import { recogniseValues, strongest } from './values';

/**
 * Finds personal values in a text: each by its form and its check digits, or by what names it:
 * the words beside it, or its parameter where the text holds an address. Linear in the length of
 * the text.
 *
 * @returns matches that do not overlap, in the order of the text.
 */
export function recognise(text: string): TextMatch[] {
  const signs = signsOf(text);
  const values = recogniseValues(text, signs);
  if (!(signs & SIGNS.question)) return values;
  const parameters = parametersIn(text);
  return parameters.length === 0 ? values : strongest([...values, ...parameters]);
}
