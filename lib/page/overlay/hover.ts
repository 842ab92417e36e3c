import { tree } from '../anchors/dom';
import { insideOf } from '../anchors/inside';
import { above, holderOfTree } from '../anchors/surroundings';
import { isShadowRoot, natives } from '../natives';
import { dom } from './dom';
import { placeOf, pointedBy, targetOf } from './pointed';
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
  readonly closedShadowRoot: (host: Element) => ShadowRoot | null;
}

/** Elements looked at from what is under the pointer outwards. */
const FAR = 40;

/**
 * Listens and never takes: the page gets every event as ever. Once a frame at most, and not at all
 * while the pointer rests. What happens in a frame is heard there alone: so those that the pointer is
 * in, and may be read, are listened to as well, until it leaves them.
 */
export function createHover(
  view: Window & typeof globalThis,
  tip: Tip,
  ports: Ports,
  signal: AbortSignal,
): Hover {
  let allowed = false;
  let frame = 0;
  let last: { readonly event: PointerEvent; readonly target: Element } | null = null;
  let listening = new AbortController();

  function onMove(event: PointerEvent): void {
    // A page can only make events that no pointer made.
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const target = targetOf(event);
    last = target && { event, target };
    if (frame === 0) frame = view.requestAnimationFrame(tell);
  }

  function tell(): void {
    frame = 0;
    if (last === null || !allowed) return;
    const { event, target } = last;
    const place = placeOf(view, target, event);
    const elements: Element[] = [];
    let at: Element | null = pointedBy(view, target, place, ports);
    for (; at !== null && elements.length < FAR; at = above(at)) elements.push(at);
    tip.show(ports.read(elements, place.x, place.y), place.x, place.y);
  }

  function hide(): void {
    last = null;
    tip.show(null, 0, 0);
  }

  function listenIn(window: Window, document: Document, mine: AbortSignal): void {
    const options = { capture: true, passive: true, signal: mine };
    const listen = (
      type: string,
      listener: (event: PointerEvent) => void,
      on: EventTarget = window,
      // By the names below: pointers' events, or such that nothing is read of.
    ): void => natives.listen(on, type, (event) => listener(event as PointerEvent), options);
    const roots = new WeakSet<Node>();
    let inside = new AbortController();
    let entered: Element | null = null;

    function enter(next: Element | null): void {
      inside.abort();
      entered = next;
      if (next === null) return;
      inside = new AbortController();
      const there = tree.frameDocument(next);
      const within = there && natives.window(there);
      // What is shown of it is of the page; what is in it is not ours to know.
      if (within === null) hide();
      else listenIn(within, there ?? document, inside.signal);
      const again = (): void => {
        hide();
        enter(next);
      };
      // It shows another document, and the pointer may still be in it.
      natives.listen(next, 'load', again, { signal: inside.signal });
    }

    function onOver(event: PointerEvent): void {
      const target = event.isTrusted ? targetOf(event) : null;
      if (target !== null) reach(pointedBy(view, target, placeOf(view, target, event), ports));
    }

    function reach(pointed: Element): void {
      const own = ownOf(document, pointed);
      if (own === null) return;
      // From one element of a shadow root to another: that is heard in the root alone.
      for (let at = dom.rootOf(own); isShadowRoot(at); at = dom.rootOf(natives.host(at))) {
        if (roots.has(at)) break;
        roots.add(at);
        listen('pointerover', onOver, at);
      }
      const next = natives.localName(own) === 'iframe' ? own : null;
      if (next !== entered) enter(next);
    }

    listen('pointermove', onMove);
    listen('pointerover', onOver);
    // What is under a pointer that rests has become another thing.
    listen('scroll', hide);
    natives.listen(window, 'blur', hide, { signal: mine });
    listen('pointerout', (event) => {
      if (event.isTrusted && event.relatedTarget === null) hide();
    });
    mine.addEventListener('abort', () => inside.abort());
    // The pointer may have come before us.
    const here = hoveredIn(document);
    if (here !== null) reach(here);
  }

  /** What the pointer is over, within one document. */
  function hoveredIn(root: Document | ShadowRoot): Element | null {
    const hovered = tree.findAll(root, ':hover').at(-1) ?? null;
    const inside = hovered && insideOf(hovered, ports);
    return (inside && isShadowRoot(inside) && hoveredIn(inside)) || hovered;
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
      if (allowed) listenIn(view, view.document, listening.signal);
      else stop();
    },
  };
}

/** An element of a document: the frame that another one is in, or that one itself. */
function ownOf(document: Document, element: Element): Element | null {
  let at: Element | null = element;
  while (at !== null && dom.documentOf(at) !== document) at = holderOfTree(dom.documentOf(at));
  return at;
}
