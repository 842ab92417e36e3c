import { boxesOf } from '../../page/banner/visible';
import { createLocator, type findBySelector, findExactly } from '../../page/locator';
import type { Box } from '../../protocol/walk/banner';

/** Where elements are, and how many of them could not be found again. */
export interface PlacedElements {
  readonly boxes: readonly Box[];
  readonly missing: number;
}

type Ports = Parameters<typeof findBySelector>[2];

/**
 * Boxes in the viewport of elements, by the selectors of the locator. Each gives its own box and that
 * of its contents: text may stand out of its element, and an element may have no box of its own
 * (`display: contents`).
 */
export function placesOf(
  document: Document,
  selectors: readonly string[],
  ports: Ports,
): PlacedElements {
  const locate = createLocator();
  const found = selectors.map((selector) => elementBy(document, selector, ports, locate));
  const elements = found.filter((element) => element !== null);
  return {
    boxes: elements.flatMap(boxesOf).filter(({ width, height }) => width > 0 && height > 0),
    missing: found.length - elements.length,
  };
}

/** A selector that was cut, or through the redactor, may be none. */
function elementBy(
  document: Document,
  selector: string,
  ports: Ports,
  locate: ReturnType<typeof createLocator>,
): Element | null {
  try {
    return findExactly(document, selector, ports, locate);
  } catch {
    return null;
  }
}
