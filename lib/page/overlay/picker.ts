import type { Translate } from '../../core/message';
import type { PickStep } from '../../protocol/zones';
import { tree } from '../anchors/dom';
import { insideOf } from '../anchors/inside';
import { natives } from '../natives';
import { dom } from './dom';
import { elementAt } from './pointed';
import { sectionsAround } from './sections';

/** Lets a person pick a section of the page, with the pointer or with keys. */
export interface Picker {
  step(step: PickStep): void;
}

interface Ports {
  readonly translate: Translate;
  readonly closedShadowRoot: (host: Element) => ShadowRoot | null;
  /** Shows which section would be picked; null: none. */
  show(section: Element | null): void;
  onPick(section: Element): void;
  /** Picked, or given up. */
  onEnd(): void;
}

/**
 * While it runs, the page gets none of the pointer's presses and none of its keys: a shield in the
 * top layer takes them, and what reaches the window all the same goes no further. It lies over frames
 * too; keys are taken in the frame that has the focus, where that may be read.
 */
export function createPicker(
  view: Window & typeof globalThis,
  root: ShadowRoot,
  ports: Ports,
  signal: AbortSignal,
): Picker {
  let run: AbortController | null = null;
  let path: readonly Element[] = [];
  let at = 0;

  function start(): void {
    if (run !== null || signal.aborted) return;
    run = new AbortController();
    const shield = makeShield(ports.translate('heat.overlay.pick'));
    root.append(shield);
    run.signal.addEventListener('abort', () => shield.remove());
    const options = { capture: true, signal: run.signal } as const;
    for (const type of [...TAKEN, ...KEY_EVENTS]) view.addEventListener(type, take, options);
    followFocus(view, view.document, run.signal);
    pointAt(view.innerWidth / 2, view.innerHeight / 2);
  }

  /** Keys go to the frame that has the focus, and are heard there alone. */
  function followFocus(window: Window, document: Document, mine: AbortSignal): void {
    let inside = new AbortController();
    const follow = (): void => {
      inside.abort();
      const focused = focusedIn(document);
      const there = focused && tree.frameDocument(focused);
      const within = there && natives.window(there);
      if (mine.aborted || within === null) return;
      inside = new AbortController();
      const options = { capture: true, signal: inside.signal };
      for (const type of KEY_EVENTS) natives.listen(within, type, take, options);
      followFocus(within, there ?? document, inside.signal);
    };
    // Only afterwards does a document say what has the focus.
    const soon = (): void => void setTimeout(follow);
    for (const type of ['focus', 'blur']) natives.listen(window, type, soon, { signal: mine });
    mine.addEventListener('abort', () => inside.abort());
    follow();
  }

  function focusedIn(root: Document | ShadowRoot): Element | null {
    const focused = dom.focused(root);
    const inside = focused && insideOf(focused, ports);
    if (inside === null || natives.nodeType(inside) === 9) return focused;
    return focusedIn(inside) ?? focused;
  }

  function take(event: Event): void {
    if (!event.isTrusted) return;
    if (KEY_EVENTS.includes(event.type)) {
      takeKey(event as KeyboardEvent); // By its name: one of a frame is no instance of our class.
      return;
    }
    swallow(event);
    if (!(event instanceof MouseEvent)) return;
    if (event.type === 'pointermove') pointAt(event.clientX, event.clientY);
    if (event.type === 'click' && event.button === 0) {
      pointAt(event.clientX, event.clientY);
      step('take');
    }
  }

  function takeKey(event: KeyboardEvent): void {
    const meant = KEYS[event.key];
    if (meant === undefined) return;
    swallow(event);
    if (event.type === 'keydown') step(meant);
  }

  /** What is under the pointer, unless that is still in what was widened to. */
  function pointAt(x: number, y: number): void {
    const isOwn = (element: Element): boolean => element === root.host;
    const under = elementAt(view, view.document, { x, y }, ports, isOwn);
    if (under === null || path[0] === under) return;
    const chosen = path[at];
    const around = sectionsAround(view, under);
    const same = chosen === undefined ? -1 : around.path.indexOf(chosen);
    const isKept = widened && same >= 0;
    widened = isKept;
    path = around.path;
    at = isKept ? same : around.start;
    ports.show(path[at] ?? null);
  }
  let widened = false;

  function step(wish: PickStep): void {
    if (wish === 'start') start();
    if (wish === 'start' || run === null) return;
    if (wish === 'wider' || wish === 'narrower') {
      at = Math.min(Math.max(0, at + (wish === 'wider' ? 1 : -1)), path.length - 1);
      widened = true;
      ports.show(path[at] ?? null);
      return;
    }
    const section = path[at];
    end();
    if (wish === 'take' && section !== undefined) ports.onPick(section);
    ports.onEnd();
  }

  function end(): void {
    run?.abort();
    run = null;
    path = [];
    at = 0;
    widened = false;
    ports.show(null);
  }

  signal.addEventListener('abort', end);
  return { step };
}

const TAKEN = [
  ...['pointermove', 'pointerdown', 'pointerup', 'mousemove', 'mousedown', 'mouseup', 'click'],
  ...['dblclick', 'auxclick', 'contextmenu', 'touchstart', 'touchend', 'dragstart'],
];

const KEY_EVENTS: readonly string[] = ['keydown', 'keyup', 'keypress'];

const KEYS: Readonly<Record<string, PickStep>> = {
  Escape: 'stop',
  Enter: 'take',
  ArrowUp: 'wider',
  ArrowDown: 'narrower',
};

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

const SHIELD =
  'position:absolute;z-index:2;inset:0;pointer-events:auto;cursor:crosshair;touch-action:none';

const HINT =
  'position:absolute;left:50%;bottom:16px;transform:translateX(-50%);padding:6px 14px;' +
  'border-radius:999px;max-width:calc(100% - 32px);font:500 13px/18px system-ui,sans-serif;color:#fff;' +
  'background:rgb(17 24 39/.94);box-shadow:0 0 0 1px rgb(255 255 255/.3),0 2px 8px rgb(0 0 0/.3);' +
  'pointer-events:none';

function makeShield(text: string): HTMLElement {
  const shield = natives.create(document, 'div');
  shield.style.cssText = SHIELD;
  const hint = natives.create(document, 'div');
  hint.style.cssText = HINT;
  dom.say(hint, text);
  shield.append(hint);
  return shield;
}
