import type { Translate } from '../../lib/core/message';
import { createTranslator } from '../../lib/core/translator';

export const english: Translate = createTranslator();

/** English with words as long as German ones, to see what gives way where words are long. */
export const longWords: Translate = (id, params) =>
  english(id, params).replace(/\p{L}{5,}/gu, (word) => `${word}${ENDINGS[word.length % 3]}`);

const ENDINGS = ['verfahren', 'sbehörden', 'ungsgemäß'];
