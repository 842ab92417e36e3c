import { natives } from '../natives';
import { dom } from './dom';

/** Where the page stands while one piece of a picture is taken. */
export interface Pose {
  /** CSS px from the top of the page to the top of the viewport. */
  readonly top: number;
  readonly viewport: { readonly width: number; readonly height: number };
  /** CSS px of the whole page. */
  readonly height: number;
}

/** Holds a page still for a picture of all of it, and puts everything back. */
export interface Poser {
  /** True while a piece below the first is taken: what stays with the viewport is in the first alone. */
  readonly below: boolean;
  readonly posing: boolean;
  at(top: number, size: Pose['viewport']): Pose;
  /** Styles and scroll position as they were. */
  end(): void;
}

/**
 * In a picture that is put together from pieces, what is fixed would stand in each of them, and what
 * sticks would cover what lies below. So sticky elements lie where they belong in the page, and fixed
 * ones are seen in the first piece only. Both are undone at the end, at a second call, and at `signal`.
 */
export function createPoser(view: Window & typeof globalThis, signal: AbortSignal): Poser {
  const undo: (() => void)[] = [];
  let fixed: readonly HTMLElement[] = [];
  let start: readonly [x: number, y: number] | null = null;
  let below = false;

  function begin(): void {
    start = [view.scrollX, view.scrollY];
    const root: Element | null = natives.documentElement(view.document);
    // A page that scrolls smoothly would still be on its way when the picture is taken.
    if (root instanceof HTMLElement) undo.push(setStyle(root, 'scroll-behavior', 'auto'));
    const held: HTMLElement[] = [];
    const walker = dom.walker(view.document, NodeFilter.SHOW_ELEMENT);
    for (let i = 0; i < MOST_LOOKED_AT; i++) {
      const element = walker.nextNode();
      if (element === null) break;
      if (!(element instanceof HTMLElement)) continue;
      const { position } = view.getComputedStyle(element);
      if (position === 'fixed') held.push(element);
      if (position === 'sticky') {
        undo.push(setStyle(element, 'position', 'relative'), setStyle(element, 'inset', 'auto'));
      }
    }
    fixed = held;
  }

  function end(): void {
    for (const each of undo.splice(0).reverse()) each();
    fixed = [];
    below = false;
    if (start !== null) view.scrollTo({ left: start[0], top: start[1], behavior: 'instant' });
    start = null;
  }

  signal.addEventListener('abort', end);
  return {
    get below() {
      return below;
    },
    get posing() {
      return start !== null;
    },
    at(top, viewport) {
      if (start === null) begin();
      if (top > 0 && !below) {
        below = true;
        for (const element of fixed) undo.push(setStyle(element, 'visibility', 'hidden'));
      }
      view.scrollTo({ left: 0, top, behavior: 'instant' });
      return { top: view.scrollY, viewport, height: dom.pageHeight(view.document) };
    },
    end,
  };
}

const MOST_LOOKED_AT = 40_000;

/** Sets an inline style over all others, and returns what puts the old one back. */
function setStyle(element: HTMLElement, name: string, value: string): () => void {
  const { style } = element;
  const before = [style.getPropertyValue(name), style.getPropertyPriority(name)] as const;
  const hadStyle = natives.attribute(element, 'style') !== null;
  style.setProperty(name, value, 'important');
  return () => {
    style.setProperty(name, ...before);
    if (!hadStyle && style.length === 0) natives.removeAttribute(element, 'style');
  };
}
