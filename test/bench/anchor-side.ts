import { STRIDE } from '../../lib/heatmap/packed';
import type { Item } from '../../lib/page/anchors/item';
import { createPlaces } from '../../lib/page/anchors/places';
import { readAnchors, resolveAnchors } from '../../lib/page/anchors/resolve';
import { createPauses } from '../../lib/page/anchors/slices';

/** Runs inside the page: as many anchors as there are elements, found and measured once. */
export async function timeAnchors(selectors: readonly string[]): Promise<Timed> {
  await new Promise((resume) => setTimeout(resume, 500));
  const cells = Float32Array.of(0.5, 0.5, 16, 100).subarray(0, STRIDE);
  const began = performance.now();
  const pauses = createPauses();
  const anchors = await readAnchors(
    selectors.map((each) => ({ selectors: [each] })),
    pauses,
  );
  const read = performance.now();
  const { elements } = await resolveAnchors(
    document,
    anchors,
    { closedShadowRoot: () => null },
    pauses,
  );
  const resolved = performance.now();
  const places = createPlaces(window);
  const items: Item[] = [];
  for (const element of elements) if (element !== null) items.push({ element, cells });
  places.setItems(items);
  await places.measure(pauses);
  const ended = performance.now();
  return {
    anchors: selectors.length,
    found: items.length,
    total: ended - began,
    read: read - began,
    resolved: resolved - read,
    measured: ended - resolved,
    longest: pauses.longest,
  };
}

export interface Timed {
  readonly anchors: number;
  readonly found: number;
  readonly total: number;
  readonly read: number;
  readonly resolved: number;
  readonly measured: number;
  readonly longest: number;
}

/** Runs inside the page: by id, by test attribute, and by path, a third each. */
export function nameAll(): string[] {
  return [...document.querySelectorAll('main *')].map((element, i) => {
    const id = element.getAttribute('id');
    const test = element.getAttribute('data-testid');
    if (id !== null && i % 3 === 0) return `#${id}`;
    if (test !== null && i % 3 === 1) return `[data-testid="${test}"]`;
    const steps: string[] = [];
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const isOne = at.parentElement?.childElementCount === 1;
      steps.unshift(isOne ? at.localName : `${at.localName}:nth-child(${placeOf(at)})`);
      if (at.localName === 'main') break;
    }
    return steps.join(' > ');
  });
}

const places = new WeakMap<Element, number>();

function placeOf(element: Element): number {
  if (!places.has(element)) {
    [...(element.parentElement?.children ?? [])].forEach((child, i) => {
      places.set(child, i + 1);
    });
  }
  return places.get(element) ?? 1;
}
