import { createSurveyor } from '../anchors/surroundings';
import { natives } from '../natives';
import { cut } from './clipping';
import { dom } from './dom';

/** Small things that the overlay draws beside the heat. */
export interface Marks {
  /** Outlines an element until it is given another one or null. */
  outline(element: Element | null): void;
  /** Says something about the picture, in a word; null: nothing. */
  badge(text: string | null): void;
  /** In a picture none of them is to be seen. */
  hide(hidden: boolean): void;
  /** Moves the outline to where its element is now. */
  follow(): void;
}

const OUTLINE =
  'position:absolute;display:none;box-sizing:border-box;border:2px solid #2563eb;border-radius:4px;' +
  'box-shadow:0 0 0 1px #fff,inset 0 0 0 1px #fff;pointer-events:none';

const BADGE =
  'position:absolute;display:none;right:12px;bottom:12px;padding:4px 10px;border-radius:999px;' +
  'font:500 12px/16px system-ui,sans-serif;color:#fff;background:rgb(17 24 39/.88);' +
  'box-shadow:0 1px 3px rgb(0 0 0/.3);pointer-events:none';

/** Room between an element and its outline, CSS px. */
const GAP = 3;

/** Draws into the overlay's own root, and is gone with it. */
export function createMarks(root: ShadowRoot): Marks {
  const frame = natives.create(document, 'div');
  frame.style.cssText = OUTLINE;
  const pill = natives.create(document, 'div');
  pill.style.cssText = BADGE;
  root.append(frame, pill);
  let outlined: Element | null = null;

  function follow(): void {
    // In a frame an element knows its place in the frame alone; the outline is drawn on the page.
    const seen = outlined && createSurveyor(window)(outlined);
    // What a frame or a scroll area cuts off is not there to be outlined.
    const rect = seen && cut(seen.rect, seen.clip);
    if (rect === null || rect.right <= rect.left || rect.bottom <= rect.top) {
      frame.style.display = 'none';
      return;
    }
    frame.style.display = 'block';
    frame.style.left = `${rect.left - GAP}px`;
    frame.style.top = `${rect.top - GAP}px`;
    frame.style.width = `${rect.right - rect.left + 2 * GAP}px`;
    frame.style.height = `${rect.bottom - rect.top + 2 * GAP}px`;
  }

  return {
    outline(element) {
      outlined = element;
      follow();
    },
    badge(text) {
      dom.say(pill, text ?? '');
      pill.style.display = text === null ? 'none' : 'block';
    },
    hide(hidden) {
      for (const mark of [frame, pill]) mark.style.visibility = hidden ? 'hidden' : 'visible';
    },
    follow,
  };
}
