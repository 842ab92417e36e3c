import { spaceOf } from '../anchors/groups';
import { createSurveyor } from '../anchors/surroundings';
import { createMeasure } from './boxes';
import { cut, type Rect } from './clipping';
import { dom } from './dom';

/** What of an element can be seen in the page's viewport, and whether it stays with that. */
interface Seen {
  readonly rect: Rect;
  readonly fixed: boolean;
}

/**
 * As `createMeasure` for elements of the page itself, and of frames as well, whose elements know their
 * places in the frame alone. One of these serves one pass.
 */
export function createSight(view: Window): (element: Element) => Seen | null {
  const measure = createMeasure(view);
  const survey = createSurveyor(view);
  return (element) => {
    if (dom.documentOf(element) === view.document) return measure(element);
    const found = survey(element);
    if (found === null) return null;
    const rect = cut(found.rect, found.clip);
    if (rect.right - rect.left < 1 || rect.bottom - rect.top < 1) return null;
    return { rect, fixed: spaceOf(view, found.mover) === 'viewport' };
  };
}
