import { compilePhrases, type PhraseIndex } from '../../phrases';
import { ACCOUNT } from './account';
import { ADDRESS } from './address';
import type { Concept } from './concepts';
import { IDENTITY } from './identity';
import { NAMES } from './names';
import { PAYMENT } from './payment';
import { SPECIAL } from './special';
import { CONTEXTS, VETOES, WRITING } from './writing';

export type { Concept } from './concepts';

/** The vocabularies of all concepts, compiled on first use: a page without fields pays nothing. */
export function vocabulary(): PhraseIndex<Concept> {
  compiled ??= compilePhrases([
    ...ACCOUNT,
    ...NAMES,
    ...ADDRESS,
    ...PAYMENT,
    ...IDENTITY,
    ...SPECIAL,
    ...WRITING,
    ...VETOES,
    ...CONTEXTS,
  ]);
  return compiled;
}

let compiled: PhraseIndex<Concept> | null = null;
