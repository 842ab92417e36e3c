import type { ElementBox } from '../../protocol/heat';
import { isElement, natives } from '../natives';
import { createMeasure } from './boxes';
import { dom } from './dom';
import { labelOf, roleOf } from './labels';
import type { ElementRefs } from './refs';

export const MOST_BOXES = 5_000;

/** Main-thread time between pauses. */
const SLICE_MS = 8;

/** Elements looked at between two looks at the clock. */
const PER_LOOK = 16;

/** Elements looked at in all. */
const MOST_LOOKED_AT = 60_000;

/** What does something when it is clicked, as far as its tag and its attributes tell. */
export const INTERACTIVE = [
  'a[href]',
  'area[href]',
  'button',
  'input:not([type="hidden"])',
  'select',
  'textarea',
  'summary',
  'label',
  'video[controls]',
  'audio[controls]',
  '[tabindex]:not([tabindex="-1"])',
  '[onclick]',
  '[contenteditable]:not([contenteditable="false"])',
  ...[
    ...['button', 'link', 'tab', 'checkbox', 'radio', 'switch', 'option', 'slider', 'treeitem'],
    ...['menuitem', 'menuitemcheckbox', 'menuitemradio', 'combobox', 'textbox', 'gridcell'],
  ].map((role) => `[role="${role}"]`),
].join(',');

/** What people click although it does nothing, once there is room for it. */
const LABELLED = 'img,h1,h2,h3,h4,h5,h6,[aria-label],[role="img"],figure,video';

export interface GatherPorts {
  readonly refs: ElementRefs;
  readonly redact: (text: string) => string;
  readonly signal: AbortSignal;
}

/**
 * Gathers what clicks can be counted for: interactive elements first, then those with a name, with
 * their boxes on the page (fixed and sticky ones: on the viewport), through open shadow roots. It
 * works in slices of a few milliseconds, and returns nothing half-done: null where it was aborted.
 */
export async function gatherElements(
  view: Window,
  { refs, redact, signal }: GatherPorts,
): Promise<ElementBox[] | null> {
  const interactive: Element[] = [];
  const labelled: Element[] = [];
  const pauses = createPauses();
  let looked = 0;
  for (const element of elementsIn(view.document)) {
    if (natives.matches(element, INTERACTIVE)) interactive.push(element);
    else if (labelled.length < MOST_BOXES && natives.matches(element, LABELLED))
      labelled.push(element);
    if (++looked >= MOST_LOOKED_AT || interactive.length >= MOST_BOXES) break;
    const pause = pauses.take();
    if (pause !== null) await pause;
    if (signal.aborted) return null;
  }

  const boxes: ElementBox[] = [];
  let measure = createMeasure(view);
  for (const [number, element] of [...interactive, ...labelled].entries()) {
    if (boxes.length >= MOST_BOXES) break;
    // During a pause the page may have scrolled, and what is remembered of ancestors is stale.
    const pause = pauses.take();
    if (pause !== null) {
      await pause;
      measure = createMeasure(view);
    }
    if (signal.aborted) return null;
    if (!natives.isConnected(element)) continue;
    const seen = measure(element);
    if (seen === null) continue;
    const { rect, fixed } = seen;
    const left = fixed ? 0 : view.scrollX;
    const top = fixed ? 0 : view.scrollY;
    boxes.push({
      ref: refs.of(element),
      label: labelOf(element, redact),
      role: roleOf(element),
      fixed,
      ...(number < interactive.length ? {} : { interactive: false }),
      box: [
        round(rect.left + left),
        round(rect.top + top),
        round(rect.right - rect.left),
        round(rect.bottom - rect.top),
      ],
    });
  }
  refs.sweep();
  return boxes;
}

/** Every element in document order, those of open shadow roots, or what else is inside, afterwards. */
export function* elementsIn(
  root: Document | ShadowRoot,
  insideOf: (host: Element) => Document | ShadowRoot | null = natives.shadowRoot,
): Generator<Element> {
  const waiting: (Document | ShadowRoot)[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const walker = dom.walker(next, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!isElement(node)) continue;
      yield node;
      const inside = insideOf(node);
      if (inside !== null) waiting.push(inside);
    }
  }
}

/** Lets the page run whenever a slice is used up: then there is something to wait for. */
function createPauses() {
  let since = performance.now();
  let looks = 0;
  return {
    take(): Promise<void> | null {
      if (++looks % PER_LOOK !== 0 || performance.now() - since < SLICE_MS) return null;
      return new Promise((resume) => {
        setTimeout(() => {
          since = performance.now();
          resume();
        });
      });
    },
  };
}

const round = (px: number): number => Math.round(px * 10) / 10;
