import type { NodeView } from '../contract';
import { maskingType } from '../rrweb/inputs';
import type { Tri } from '../rrweb/place';
import type { MaskLevel } from './options';

export type Kind = 'input' | 'text';

/** Whether something is masked by the page's level; null: the page's address decides. */
export function isMaskedAtLevel(
  levels: readonly MaskLevel[],
  kind: Kind,
  view: NodeView | null,
): Tri {
  const answers = new Set(levels.map((level) => isMaskedAt(level, kind, view)));
  const [first] = answers;
  return answers.size === 1 && first !== undefined ? first : null;
}

function isMaskedAt(level: MaskLevel, kind: Kind, view: NodeView | null): boolean {
  if (level === 'conservative') return true;
  if (level === 'medium' || kind === 'text') return kind === 'input';
  return view !== null && isSensitive(view);
}

/** The fields that the level "light" masks. */
const isSensitive = (view: NodeView): boolean =>
  SENSITIVE.has(maskingType(view)) || CARD.has(autocompleteOf(view));

const SENSITIVE: ReadonlySet<string> = new Set(['password', 'hidden', 'email', 'tel']);

/** The property of the field, in lower case and empty for what is no hint (HTML, autofill). */
const autocompleteOf = (view: NodeView): string =>
  (view.attribute('autocomplete') ?? '').trim().toLowerCase();

const CARD: ReadonlySet<string> = new Set(
  ['name', 'given-name', 'additional-name', 'family-name', 'number', 'exp', 'exp-month']
    .concat('exp-year', 'csc', 'type')
    .map((part) => `cc-${part}`),
);
