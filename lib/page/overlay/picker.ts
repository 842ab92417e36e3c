import type { Translate } from '../../core/message';
import type { PickStep } from '../../protocol/zones';
import { natives } from '../natives';
import { dom } from './dom';
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
 * top layer takes them, and what reaches the window all the same goes no further.
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
    for (const type of TAKEN) view.addEventListener(type, take, options);
    pointAt(view.innerWidth / 2, view.innerHeight / 2);
  }

  function take(event: Event): void {
    if (!event.isTrusted) return;
    if (event instanceof KeyboardEvent) {
      takeKey(event);
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
    const under = elementAt(view.document, x, y);
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

  function elementAt(
    within: Document | ShadowRoot,
    x: number,
    y: number,
    deep = 0,
  ): Element | null {
    const own = root.host;
    const top = dom.elementsAt(within, x, y).find((each) => each !== own);
    if (top === undefined) return null;
    const inside = natives.shadowRoot(top) ?? ports.closedShadowRoot(top);
    if (inside === null || inside === within || deep > DEEPEST) return top;
    return elementAt(inside, x, y, deep + 1) ?? top;
  }

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

const DEEPEST = 20;

const TAKEN = [
  ...['pointermove', 'pointerdown', 'pointerup', 'mousemove', 'mousedown', 'mouseup', 'click'],
  ...['dblclick', 'auxclick', 'contextmenu', 'touchstart', 'touchend', 'dragstart'],
  ...['keydown', 'keyup', 'keypress'],
];

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
