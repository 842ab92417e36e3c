import { readLabel } from './label';

export type Choice = 'accept' | 'reject' | 'settings' | 'unknown';

/**
 * What a press on a control with this label decides. `unknown` is a decision whose content the label
 * does not tell ("Save selection"); null is none at all. "OK" is counted as a yes, because sites do.
 */
export function choiceOf(label: string): Choice | null {
  const { label: says, isPartial, isClosing } = readLabel(label);
  if (isPartial) return 'unknown';
  if (says === 'acknowledge') return isClosing ? null : 'accept';
  return says === 'other' ? null : says;
}
