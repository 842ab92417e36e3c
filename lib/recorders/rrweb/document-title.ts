import type { Judgement } from '../contract';
import type { Dialect } from './dialect';
import * as fixes from './fixes';
import { type Place, step } from './place';
import { text } from './text';
import { TITLE } from './title';

/** Asked of the title element where it is known, else of the document as a whole. */
export function documentTitle(place: Place, dialect: Dialect): Judgement {
  const { maskTextSelector } = dialect.options;
  if (place.ownMasks) {
    const isTitle = place.view?.tag === 'title';
    return text(isTitle ? place : step(place, TITLE, 'child', dialect), dialect);
  }
  if (place.view?.tag !== 'title' && place.masked === false) {
    const parts = maskTextSelector?.split(',').map((part) => part.trim()) ?? [];
    const by = parts.find((part) => ['*', 'html', 'head', 'title', 'head > title'].includes(part));
    if (by) return text({ ...place, masked: true, maskedInside: true, maskedBy: by }, dialect);
    if (maskTextSelector === 'unknown-selector')
      return text({ ...place, masked: null, maskedBy: 'maskTextSelector' }, dialect);
  }
  const judgement = text(place, dialect);
  return judgement.capture === 'plain'
    ? { ...judgement, fix: fixes.maskTitle(dialect) ?? judgement.fix }
    : judgement;
}
