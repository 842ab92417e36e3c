import { getter, natives } from '../natives';
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
  at(top: number, size: Pose['viewport']): Pose;
  /** Looks again for what stays with the viewport: some of it does so only after the page has moved. */
  hold(): void;
  /** Styles and scroll position as they were. */
  end(): void;
}

/**
 * In a picture that is put together from pieces, what is fixed would stand in each of them, and what
 * sticks would cover what lies below. So sticky elements lie where they belong in the page, and fixed
 * ones are seen in the first piece only. All is undone at the end, at `signal`, and where nobody asks
 * for a next piece: whoever takes the picture may be gone.
 *
 * @param own - The overlay's own element, which stays with the viewport and is to be seen
 */
export function createPoser(
  view: Window & typeof globalThis,
  own: Element,
  signal: AbortSignal,
): Poser {
  const undo: (() => void)[] = [];
  const held = new Set<Element>();
  let start: readonly [x: number, y: number] | null = null;
  let below = false;
  let deadline: ReturnType<typeof setTimeout> | undefined;

  function begin(): void {
    start = [view.scrollX, view.scrollY];
    // A page that scrolls smoothly, or to where it likes, would not stand where it is sent.
    for (const element of [natives.documentElement(view.document), dom.body(view.document)]) {
      put(element, { 'scroll-behavior': 'auto', 'scroll-snap-type': 'none' });
    }
  }

  function hold(): void {
    if (start === null) return;
    for (const element of elementsIn(view.document)) {
      if (element === own || held.has(element)) continue;
      const { position } = view.getComputedStyle(element);
      if (position === 'sticky') {
        held.add(element);
        const auto = { top: 'auto', right: 'auto', bottom: 'auto', left: 'auto' };
        put(element, { position: 'relative', ...auto });
      } else if (position === 'fixed' && below) {
        held.add(element);
        // Not by visibility, which what is inside may set for itself.
        put(element, { transition: 'none', animation: 'none', opacity: '0' });
      }
    }
  }

  function put(element: Element | null, styles: Readonly<Record<string, string>>): void {
    const style = element === null ? null : styleOf(element);
    if (element === null || style === null) return;
    const before = natives.attribute(element, 'style');
    for (const [name, value] of Object.entries(styles)) {
      setProperty.call(style, name, value, 'important');
    }
    undo.push(() => {
      if (before === null) natives.removeAttribute(element, 'style');
      else natives.setAttribute(element, 'style', before);
    });
  }

  function end(): void {
    clearTimeout(deadline);
    for (const each of undo.splice(0).reverse()) each();
    held.clear();
    below = false;
    if (start !== null) view.scrollTo({ left: start[0], top: start[1], behavior: 'instant' });
    start = null;
  }

  signal.addEventListener('abort', end);
  return {
    get below() {
      return below;
    },
    at(top, viewport) {
      clearTimeout(deadline);
      deadline = setTimeout(end, PATIENCE_MS);
      if (start === null) begin();
      below = top > 0;
      view.scrollTo({ left: 0, top, behavior: 'instant' });
      hold();
      return { top: view.scrollY, viewport, height: dom.pageHeight(view.document) };
    },
    hold,
    end,
  };
}

/** Longer than any piece takes: each is read twice for what is personal in it, and tried three times. */
const PATIENCE_MS = 60_000;

const MOST_LOOKED_AT = 40_000;

/** Elements of the page and of its open shadow roots. */
function* elementsIn(document: Document): Generator<Element> {
  const roots: (Document | ShadowRoot)[] = [document];
  let looked = 0;
  for (let root = roots.pop(); root !== undefined; root = roots.pop()) {
    const walker = dom.walker(root, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Element) || ++looked > MOST_LOOKED_AT) return;
      const shadow = natives.shadowRoot(node);
      if (shadow !== null) roots.push(shadow);
      yield node;
    }
  }
}

/** A form's `style` may be a field of that name. */
function styleOf(element: Element): CSSStyleDeclaration | null {
  if (element instanceof HTMLElement) return htmlStyle(element);
  return element instanceof SVGElement ? svgStyle(element) : null;
}

const htmlStyle = getter(HTMLElement.prototype, 'style');
const svgStyle = getter(SVGElement.prototype, 'style');
const { setProperty } = CSSStyleDeclaration.prototype;
