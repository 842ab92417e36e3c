import { isElement } from '../natives';
import type { Said } from './readings';
import type { Tip } from './tip';

/** Tells the number of what is pointed at. */
export interface Hover {
  /** Off: in a picture, while the heat is hidden, while a section is picked, or where nobody wants it. */
  allow(allowed: boolean): void;
}

interface Ports {
  /** What the place says: the elements under it, innermost first, and the place, CSS px of the viewport. */
  read(elements: readonly Element[], x: number, y: number): Said | null;
}

/** Elements looked at from what is under the pointer outwards. */
const FAR = 40;

/**
 * Listens and never takes: the page gets every event as ever. Once a frame at most, and not at all
 * while the pointer rests.
 */
export function createHover(
  view: Window & typeof globalThis,
  tip: Tip,
  { read }: Ports,
  signal: AbortSignal,
): Hover {
  let allowed = false;
  let frame = 0;
  let last: PointerEvent | null = null;
  let listening = new AbortController();

  function onMove(event: PointerEvent): void {
    // A page can only make events that no pointer made.
    if (!event.isTrusted || event.pointerType === 'touch') return;
    last = event;
    elements = event.composedPath().filter(isNode).filter(isElement).slice(0, FAR);
    if (frame === 0) frame = view.requestAnimationFrame(tell);
  }
  let elements: Element[] = [];

  function tell(): void {
    frame = 0;
    if (last === null || !allowed) return;
    tip.show(read(elements, last.clientX, last.clientY), last.clientX, last.clientY);
  }

  function hide(): void {
    last = null;
    tip.show(null, 0, 0);
  }

  function listen(): void {
    const { signal: mine } = listening;
    const options = { capture: true, passive: true, signal: mine } as const;
    view.addEventListener('pointermove', onMove, options);
    // What is under a pointer that rests has become another thing.
    view.addEventListener('scroll', hide, options);
    view.addEventListener('blur', hide, { signal: mine });
    view.addEventListener(
      'pointerout',
      (event) => {
        if (event.isTrusted && event.relatedTarget === null) hide();
      },
      options,
    );
  }

  function stop(): void {
    listening.abort();
    listening = new AbortController();
    view.cancelAnimationFrame(frame);
    frame = 0;
    hide();
  }

  signal.addEventListener('abort', stop);
  return {
    allow(next) {
      if (next === allowed || signal.aborted) return;
      allowed = next;
      if (allowed) listen();
      else stop();
    },
  };
}

const isNode = (target: EventTarget): target is Node => target instanceof Node;
