import { createSurveyor } from '../anchors/surroundings';
import { natives } from '../natives';
import { dom } from './dom';
import type { ElementRefs } from './refs';

/** Numbers of notes, each at the corner of its element. The notes themselves are not told to a page. */
export interface PinMarks {
  set(pins: readonly { readonly number: number; readonly ref: number }[]): void;
  /** Another page: until it is told of pins, it has none. */
  forget(): void;
  follow(): void;
  visible(visible: boolean): void;
}

const PIN =
  'position:absolute;left:0;top:0;box-sizing:border-box;min-width:22px;padding:0 5px;border-radius:11px;' +
  'font:700 12px/22px system-ui,sans-serif;text-align:center;color:#fff;background:#111827;' +
  'box-shadow:0 0 0 2px #fff,0 1px 4px rgb(0 0 0/.5);pointer-events:none';

const MARKUP = { childList: true, subtree: true, attributeFilter: ['class', 'style', 'hidden'] };

/**
 * @param onMarkup - While a page has pins: its elements, or how they look, have changed. A pin's element
 *   may go, and come back, with no change of the page's size.
 */
export function createPinMarks(
  root: ShadowRoot,
  refs: ElementRefs,
  onMarkup: () => void,
  signal: AbortSignal,
): PinMarks {
  const layer = natives.create(document, 'div');
  layer.style.cssText = 'position:absolute;inset:0;overflow:hidden;pointer-events:none';
  root.append(layer);
  const markup = new MutationObserver(onMarkup);
  signal.addEventListener('abort', () => markup.disconnect());
  let marks: { readonly ref: number; readonly mark: HTMLElement }[] = [];

  function follow(): void {
    const survey = marks.length > 0 ? createSurveyor(window) : null;
    for (const { ref, mark } of marks) {
      const element = refs.get(ref);
      const rect = element && survey?.(element)?.rect;
      const at = rect ? `${Math.max(2, rect.left - 11)}px,${rect.top - 11}px` : '-99px,-99px';
      mark.style.transform = `translate(${at})`;
    }
  }

  function clear(): void {
    for (const { mark } of marks) mark.remove();
    marks = [];
  }

  return {
    set(pins) {
      clear();
      // None of them may be there yet.
      markup.observe(document, MARKUP);
      marks = pins.map(({ number, ref }) => {
        const mark = natives.create(document, 'div');
        mark.style.cssText = PIN;
        dom.say(mark, String(number));
        layer.append(mark);
        return { ref, mark };
      });
      follow();
    },
    forget() {
      clear();
      markup.disconnect();
    },
    follow,
    visible(visible) {
      layer.style.visibility = visible ? 'visible' : 'hidden';
    },
  };
}
