import {
  classifyLabel,
  classifyText,
  recognise,
  recogniseUrl,
  rootSurroundings,
  type Surroundings,
} from '../../pii';
import { isPersonal, type PiiClass } from '../../protocol/pii-classes';

/** The classes of the personal values in a text, by what the text is. Nothing else leaves here. */
export function look(
  text: string,
  as: 'text' | 'label' | 'url' | 'any',
  surroundings: Surroundings = PLAIN,
): ReadonlySet<PiiClass> {
  if (text.length < SHORTEST || isMasked(text) || text.startsWith('data:')) return NONE;
  const found =
    as === 'url' || (as === 'any' && /^(?:https?|mailto|tel|wss?):/i.test(text))
      ? recogniseUrl(text)
      : as === 'text'
        ? classifyText(text, surroundings)
        : as === 'label'
          ? classifyLabel(text, surroundings)
          : recognise(text);
  if (found.length === 0) return NONE;
  return new Set(found.map(({ pii }) => pii).filter(isPersonal));
}

/** What recorders write in place of a value: one sign again and again. */
export const isMasked = (text: string): boolean => /^[*•●█▪·\s]*$/.test(text);

const PLAIN = rootSurroundings('');
const NONE: ReadonlySet<PiiClass> = new Set();
/** A name, where one is expected, has two letters. */
const SHORTEST = 2;
