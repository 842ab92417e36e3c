import type { Parsed, Response } from '../../protocol/messages';
import { tree } from '../anchors/dom';
import { findBySelector, PIERCE } from '../locator';
import { createMeasure } from './boxes';
import { MOST_BOXES } from './elements';

type Target = Parsed<'overlay.measure'>['targets'][number];
type Boxes = Response<'overlay.measure'>['boxes'];

/** Places of one template that are measured. */
const MOST_OF_A_KIND = 500;

/**
 * Where things are now: on the page, or, where they stay with the viewport, on that. A target of many
 * places is all elements of its template, and what cannot be seen has no box.
 */
export function measureTargets(
  view: Window,
  targets: readonly Target[],
  closedShadowRoot: (host: Element) => ShadowRoot | null,
): Boxes {
  const measure = createMeasure(view);
  const boxes: Boxes = [];
  targets.forEach((target, index) => {
    for (const element of elementsOf(view.document, target, closedShadowRoot)) {
      if (boxes.length >= MOST_BOXES) return;
      const seen = measure(element);
      if (seen === null) continue;
      const { rect, fixed } = seen;
      boxes.push({
        target: index,
        fixed,
        box: [
          rect.left + (fixed ? 0 : view.scrollX),
          rect.top + (fixed ? 0 : view.scrollY),
          rect.right - rect.left,
          rect.bottom - rect.top,
        ],
      });
    }
  });
  return boxes;
}

function elementsOf(
  document: Document,
  { selector, template, many }: Target,
  closedShadowRoot: (host: Element) => ShadowRoot | null,
): readonly Element[] {
  const one = findBySelector(document, selector, { closedShadowRoot });
  if (!many || template.includes(PIERCE)) return one ? [one] : [];
  const all = tree.findAll(document, template).slice(0, MOST_OF_A_KIND);
  // A template that lost its beginning, or its names, finds others or none.
  return one && all.includes(one) ? all : one ? [one] : [];
}
