import type { FramePress } from '../../protocol/banner-messages';
import { highlight } from '../highlight';
import { controlsIn } from './controls';
import { holds } from './deep';
import { findBanner } from './find';
import type { BannerPorts } from './ports';
import { elementOf, type Sought, targetOf } from './press';
import { pressable } from './toggles';
import { boxOf, isSeen } from './visible';

export interface Guide {
  /** Waits for the press; null after a while: ask again under the same id. What was ended stays ended. */
  wait(id: string, sought: Sought): Promise<FramePress | null>;
  stop(): void;
}

/** Frames a control, and watches for a person's press on it or on another that decides the same. */
export function createGuide(win: Window, ports: () => BannerPorts, signal: AbortSignal): Guide {
  let turn: Turn | null = null;
  const ended = new Set<string>();
  const stop = (): void => {
    if (turn !== null) ended.add(turn.id);
    turn?.unframe();
    turn?.answer(null);
    turn = null;
  };
  signal.addEventListener('abort', stop);

  const onClick = (event: MouseEvent): void => {
    if (turn === null || turn.press !== null || !event.isTrusted) return;
    const press = pressOf(event, turn.sought, ports());
    if (press === null) return;
    turn.press = press;
    turn.unframe();
    turn.answer(press);
  };
  // Before the page's own listeners, which may take the banner away.
  win.addEventListener('click', onClick, { capture: true, signal });

  return {
    stop,
    wait(id, sought) {
      // A question that comes late, or was lost on its way: it must not take the newer one's press.
      if (ended.has(id)) return Promise.resolve(null);
      if (turn?.id !== id) {
        stop();
        turn = { id, sought, press: null, framed: null, unframe: () => {}, answer: () => {} };
      }
      const now = turn;
      // The answer before may have been lost with whoever was to hear it.
      if (now.press !== null) return Promise.resolve(now.press);
      // Whoever asked before asks no more.
      now.answer(null);
      const look = setInterval(() => frame(now, ports()), LOOK_MS);
      frame(now, ports());
      return new Promise((resolve) => {
        const timer = setTimeout(() => now.answer(null), WAIT_MS);
        now.answer = (press) => {
          clearTimeout(timer);
          clearInterval(look);
          resolve(press);
        };
      });
    },
  };
}

interface Turn {
  readonly id: string;
  readonly sought: Sought;
  press: FramePress | null;
  /** The element that is framed now. */
  framed: Element | null;
  unframe: () => void;
  answer: (press: FramePress | null) => void;
}

/** Shorter than the browser's patience with a message, longer than anybody needs to notice an answer. */
const WAIT_MS = 15_000;
const LOOK_MS = 500;

/** Banners make their controls anew: what is framed is looked for again. */
function frame(turn: Turn, ports: BannerPorts): void {
  const element = elementOf(turn.sought, ports);
  const shown = element === null ? null : pressable(element);
  if (shown === turn.framed && (shown === null || shown.isConnected)) return;
  turn.unframe();
  turn.framed = shown;
  turn.unframe = () => {};
  if (shown === null || targetOf(turn.sought, ports) === null) return;
  turn.unframe = highlight(ports.document, shown, { closedShadowRoot: ports.shadowRootOf });
}

/** Null: the press was on none of the banner's controls. */
function pressOf(event: MouseEvent, sought: Sought, ports: BannerPorts): FramePress | null {
  const meant = elementOf(sought, ports);
  if (meant !== null && isOn(event, pressable(meant))) {
    const { label, selector } = sought;
    return { t: Date.now(), box: boxOf(pressable(meant)), label, selector, fits: true };
  }
  const banner = findBanner(ports);
  if (banner === null) return null;
  const pressed = controlsIn(banner.element, ports).find(
    ({ element, control }) => CHOOSES.has(control.role) && isOn(event, element),
  );
  if (pressed === undefined) return null;
  const { label, selector, role, box } = pressed.control;
  // Settings that are opened decide nothing: there the way goes on.
  if (role === 'settings' && sought.role !== 'settings') return null;
  return { t: Date.now(), box, label, selector, fits: role === sought.role };
}

const CHOOSES: ReadonlySet<string> = new Set(['reject', 'accept', 'settings', 'save']);

/** Out of a closed shadow root a press shows its host alone; then the place tells. */
function isOn(event: MouseEvent, element: Element): boolean {
  const path = event.composedPath();
  if (path.includes(element)) return true;
  const [target] = path;
  if (!(target instanceof Element) || !isSeen(element)) return false;
  // Around the control in the same tree, it would be in the path if the press were on it.
  if (!holds(target, element) || element.getRootNode() === target.getRootNode()) return false;
  const { x, y, width, height } = element.getBoundingClientRect();
  const { clientX, clientY } = event;
  return clientX >= x && clientX <= x + width && clientY >= y && clientY <= y + height;
}
