import type { Translate } from '../../core/message';
import { natives } from '../natives';
import { dom } from './dom';

/** A line over the page with a handle on it, that parts the viewport into left and right. */
export interface SwipeHandle {
  /** Where it stands, 0 (left edge) to 1. */
  readonly at: number;
  /** In a picture the line alone is to be seen: nobody can move it. */
  hide(hidden: boolean): void;
  destroy(): void;
}

const LINE =
  'position:absolute;top:0;bottom:0;width:2px;margin-left:-1px;background:#111827;' +
  'box-shadow:0 0 0 1px #fff;pointer-events:none';

/** 44 px: what a finger hits (WCAG 2.2, 2.5.5). The rest of the line leaves the page alone. */
const KNOB =
  'position:absolute;left:-21px;top:50%;width:44px;height:44px;margin-top:-22px;border-radius:50%;' +
  'box-sizing:border-box;display:flex;align-items:center;justify-content:center;cursor:ew-resize;' +
  'border:2px solid #fff;background:#111827;color:#fff;font:600 15px/1 system-ui,sans-serif;' +
  'box-shadow:0 1px 4px rgb(0 0 0/.5);pointer-events:auto;touch-action:none;user-select:none';

const FOCUS = '0 0 0 3px #fff,0 0 0 6px #2563eb';

const SIDE =
  'position:absolute;top:8px;padding:2px 9px;border-radius:4px;color:#fff;background:#111827;' +
  'font:600 12px/16px system-ui,sans-serif;pointer-events:none';

const STEP = 0.01;
const LARGE_STEP = 0.1;

/**
 * The handle is a slider by role: mouse, touch and keyboard move it. While it is there, the overlay is
 * no longer hidden from assistive technology, as it otherwise is.
 */
export function createSwipeHandle(
  root: ShadowRoot,
  translate: Translate,
  onMove: (at: number) => void,
): SwipeHandle {
  const line = natives.create(document, 'div');
  line.style.cssText = LINE;
  const knob = natives.create(document, 'div');
  knob.style.cssText = KNOB;
  knob.textContent = '‹ ›';
  knob.tabIndex = 0;
  knob.setAttribute('role', 'slider');
  knob.setAttribute('aria-label', translate('heat.overlay.swipe'));
  knob.setAttribute('aria-valuemin', '0');
  knob.setAttribute('aria-valuemax', '100');
  const sides = [
    sideName('right:10px', translate('heat.overlay.sideA')),
    sideName('left:10px', translate('heat.overlay.sideB')),
  ];
  line.append(...sides, knob);
  root.append(line);
  const { host } = root;
  host.removeAttribute('aria-hidden');

  let at = 0.5;
  function move(to: number): void {
    at = Math.min(1, Math.max(0, to));
    line.style.left = `${at * 100}%`;
    const percent = Math.round(at * 100);
    knob.setAttribute('aria-valuenow', String(percent));
    knob.setAttribute('aria-valuetext', translate('heat.overlay.swipeSaid', [percent]));
    onMove(at);
  }

  let dragging = false;
  knob.addEventListener('pointerdown', (event) => {
    dragging = true;
    knob.setPointerCapture(event.pointerId);
    event.preventDefault();
    knob.focus({ preventScroll: true });
  });
  knob.addEventListener('pointermove', (event) => {
    const { left, width } = host.getBoundingClientRect();
    if (dragging && width > 0) move((event.clientX - left) / width);
  });
  for (const end of ['pointerup', 'pointercancel'] as const) {
    knob.addEventListener(end, () => {
      dragging = false;
    });
  }
  knob.addEventListener('keydown', (event) => {
    const to = afterKey(event, at);
    if (to === null) return;
    event.preventDefault();
    // The page scrolls, or does something of its own, with the same keys.
    event.stopPropagation();
    move(to);
  });
  knob.addEventListener('focus', () => {
    knob.style.boxShadow = FOCUS;
  });
  knob.addEventListener('blur', () => {
    knob.style.boxShadow = '';
  });
  // What happens on the handle is no click on the page.
  for (const type of ['click', 'mousedown', 'mouseup', 'touchstart'] as const) {
    knob.addEventListener(type, (event) => event.stopPropagation());
  }
  move(at);

  return {
    get at() {
      return at;
    },
    hide(hidden) {
      for (const each of [...sides, knob]) each.style.visibility = hidden ? 'hidden' : 'visible';
    },
    destroy() {
      line.remove();
      host.setAttribute('aria-hidden', 'true');
    },
  };
}

/** Where a key takes it, as in the pattern of sliders (WAI-ARIA APG); null: it is no key of ours. */
function afterKey({ key, shiftKey }: KeyboardEvent, at: number): number | null {
  const step = shiftKey ? LARGE_STEP : STEP;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - step;
    case 'ArrowRight':
    case 'ArrowUp':
      return at + step;
    case 'PageDown':
      return at - LARGE_STEP;
    case 'PageUp':
      return at + LARGE_STEP;
    case 'Home':
      return 0;
    case 'End':
      return 1;
    default:
      return null;
  }
}

function sideName(place: string, text: string): HTMLElement {
  const name = natives.create(document, 'div');
  name.style.cssText = `${SIDE};${place}`;
  dom.say(name, text);
  return name;
}
