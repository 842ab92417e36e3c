import { message } from '../../core/message';
import type { Surroundings, TextMatch } from '../contract';
import { classifyText } from './classify-text';
import { isPersonName } from './person-name';

/**
 * Finds personal values in a label of an element (`alt`, `title`, `aria-label`), which is not what
 * somebody wrote, but may say who wrote it or whose picture it is.
 *
 * @param surroundings of the labelled element itself.
 */
export function classifyLabel(text: string, surroundings: Surroundings): TextMatch[] {
  const { namePlace } = surroundings;
  const quiet = { ...surroundings, inMessage: false, inThread: false };
  if (namePlace !== 'picture' && namePlace !== 'photo') return classifyText(text, quiet);
  const found = classifyText(text, { ...quiet, namePlace: null });
  const name = found.length === 0 ? nameIn(text, namePlace === 'picture') : null;
  return name ? [name] : found;
}

/** A picture of somebody is named by them alone; of any photo only what tells a person counts. */
function nameIn(text: string, isPortrait: boolean): TextMatch | null {
  const start = (isPortrait ? OF : BY).exec(text)?.[0].length ?? 0;
  if (start === 0 && !isPortrait) return null;
  const name = text.slice(start).replace(END, '');
  const from = start + name.search(/\S|$/);
  const value = name.trim();
  if (!isPersonName(value)) return null;
  const why = [message('pii.why.picture')];
  return { start: from, end: from + value.length, pii: 'name.full', confidence: 0.7, why };
}

const PICTURE =
  '(?:(?:profile|user|member) )?(?:photo|picture|image|pic|avatar|foto|(?:profil)?bild|фото)';
const BY = new RegExp(
  `^\\s*(?:${PICTURE} (?:by|von|par|por|door|av|af):? |(?:portrait|headshot|selfie|porträt|retrato|ritratto)(?: (?:of|von|de|di|van|av|af)|:) )`,
  'iu',
);
const OF = new RegExp(
  `${BY.source}|^\\s*(?:${PICTURE}(?: (?:of|for|von|de|di|van|av|af)|:) |(?:signed|logged) in as:? )`,
  'iu',
);
/** `Anna Berg's avatar`, `Anna Berg (online)`, `Anna Berg - profile picture` */
const END = new RegExp(
  `(?:['’]s? ${PICTURE}|,? [-–|(] ?${PICTURE}\\)?|,? \\(?(?:online|offline|away)\\)?)\\s*$`,
  'iu',
);
