import type { NodeView } from '../contract';
import { isUndefinedMark } from '../json';
import type { SelectorRule } from './options';

/**
 * Whether an element or one around it matches a selector, as `element.closest` tells; `invalid`: it
 * throws, `unknown`: the selector could not be read.
 */
export type Near = 'yes' | 'no' | 'invalid' | 'unknown';

/**
 * One step down. `closest` sees neither beyond a shadow root nor beyond a frame, so that the way starts
 * anew with `no` there.
 */
export function nearest(around: Near, view: NodeView, rule: SelectorRule): Near {
  if (rule === null) return 'no';
  if (rule === 'unknown-selector') return 'unknown';
  if (around === 'yes') return 'yes';
  const matches = view.matches(rule);
  if (matches === null) return 'invalid';
  return matches ? 'yes' : 'no';
}

/** Selectors in the forms that vendors take them in, as one: a text, a list of texts, nothing. */
export function joinSelectors(...given: readonly unknown[]): SelectorRule {
  const parts: string[] = [];
  for (const one of given.flat()) {
    if (typeof one === 'string') parts.push(one);
    else if (one !== undefined && one !== null && one !== false && !isUndefinedMark(one)) {
      return 'unknown-selector';
    }
  }
  return parts.join(',') || null;
}
