import { natives } from '../natives';
import { dom } from './dom';
import type { Said } from './readings';

/** The small label beside the pointer, or at an element. */
export interface Tip {
  /** Beside a place of the viewport, CSS px; null: away with it. */
  show(said: Said | null, x: number, y: number): void;
  destroy(): void;
}

const TIP =
  'position:absolute;z-index:3;left:0;top:0;display:none;max-width:min(320px,90%);padding:6px 10px;' +
  'border-radius:6px;font:12px/17px system-ui,sans-serif;color:#fff;background:rgb(17 24 39/.94);' +
  'box-shadow:0 0 0 1px rgb(255 255 255/.3),0 2px 8px rgb(0 0 0/.3);pointer-events:none;' +
  'font-variant-numeric:tabular-nums;overflow-wrap:anywhere';

/** Room between the pointer and the label, and between it and the viewport's edge, CSS px. */
const GAP = 14;
const EDGE = 6;

export function createTip(root: ShadowRoot | HTMLElement): Tip {
  let box: HTMLElement | null = null;
  let words = '';

  function make(): HTMLElement {
    const made = natives.create(document, 'div');
    made.style.cssText = TIP;
    root.append(made);
    return made;
  }

  function write(into: HTMLElement, { title, lines }: Said): void {
    const text = [title, ...lines].join('\n');
    if (text === words) return;
    words = text;
    into.replaceChildren(
      ...[title, ...lines]
        .filter((line) => line !== '')
        .map((line) => {
          const row = natives.create(document, 'div');
          dom.say(row, line);
          if (line === title) row.style.fontWeight = '600';
          return row;
        }),
    );
  }

  return {
    show(said, x, y) {
      if (said === null || said.title + said.lines.join('') === '') {
        if (box !== null) box.style.display = 'none';
        return;
      }
      box ??= make();
      write(box, said);
      box.style.display = 'block';
      const { width, height } = box.getBoundingClientRect();
      const { innerWidth, innerHeight } = window;
      // On the other side of the pointer where there is no room on this one.
      const left = x + GAP + width + EDGE > innerWidth ? x - GAP - width : x + GAP;
      const top = y + GAP + height + EDGE > innerHeight ? y - GAP - height : y + GAP;
      box.style.transform = `translate(${Math.round(Math.max(EDGE, left))}px,${Math.round(Math.max(EDGE, top))}px)`;
    },
    destroy: () => box?.remove(),
  };
}
