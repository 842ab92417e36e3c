import type { Translate } from '../../core/message';
import type { RecorderState } from '../../protocol/recorders';
import { setupName } from '../../recorders/setups';
import { natives } from '../natives';
import { markOwn } from '../own-elements';
import { createYield } from '../scan/slices';
import { type Item, itemsOf } from './items';
import { paint } from './painter';
import { STYLE } from './style';

export interface EyeRequest {
  /** Left of the slider; null: the page itself. */
  readonly left: RecorderState | null;
  readonly right: RecorderState;
}

export interface EyePorts {
  readonly closedShadowRoot: (host: Element) => ShadowRoot | null;
  readonly translate: Translate;
  /** Somebody pressed "Close" on the page. */
  readonly onClose: () => void;
}

/** Milliseconds between two looks at a page that moves or changes. */
const FOLLOW_MS = 300;

/**
 * Repaints the live page as a recorder would store it, with a slider between the page and the
 * recording, or between two recordings. All of it is one element of the top layer; the page itself is
 * not changed, and the signal takes everything away.
 */
export function showEye(
  document: Document,
  { left, right }: EyeRequest,
  ports: EyePorts,
  signal: AbortSignal,
): void {
  const root = natives.documentElement(document);
  if (!root || signal.aborted) return;
  const { host, layers, range } = build(document, left, right, ports);
  root.append(host);
  host.showPopover?.();
  const recorders = left ? [left, right] : [right];
  const sides = left ? [0, 1] : [null, 0];
  let items: Item[] = [];
  let waiting = false;

  const draw = (): void => {
    waiting = false;
    if (signal.aborted) return;
    sides.forEach((side, index) => {
      const layer = layers[index];
      if (layer && side !== null) paint(layer, items, side);
    });
  };
  const soon = (): void => {
    if (!waiting) requestAnimationFrame(draw);
    waiting = true;
  };
  const look = async (): Promise<void> => {
    const found = await itemsOf(document, recorders, {
      closedShadowRoot: ports.closedShadowRoot,
      yieldToPage: createYield(),
      signal,
    });
    items = found;
    soon();
  };
  const split = (): void => host.style.setProperty('--split', `${range.value}%`);
  const options = { capture: true, passive: true, signal };
  natives.listen(range, 'input', split, { signal });
  natives.listen(document, 'scroll', soon, options);
  natives.listen(window, 'resize', soon, options);
  split();
  void look().catch(() => undefined);
  const timer = setInterval(soon, FOLLOW_MS);
  const observer = new MutationObserver(() => void look().catch(() => undefined));
  // One look per change of the page's structure; what only moves is followed by the timer.
  const watch = setTimeout(() => observer.observe(root, { childList: true, subtree: true }), 0);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    clearTimeout(watch);
    observer.disconnect();
    host.remove();
  });
}

function build(
  document: Document,
  left: RecorderState | null,
  right: RecorderState,
  { translate: t, onClose }: EyePorts,
) {
  const host = natives.create(document, 'div');
  host.setAttribute('popover', 'manual');
  host.style.cssText =
    'all:initial;position:fixed;inset:0;width:100vw;height:100vh;margin:0;padding:0;border:0;background:none;pointer-events:none;overflow:hidden;z-index:2147483647';
  const shadow = host.attachShadow({ mode: 'closed' });
  const make = (tag: 'div', className: string): HTMLElement => {
    const element = natives.create(document, tag);
    element.className = className;
    return element;
  };
  const style = natives.create(document, 'style');
  style.textContent = STYLE;
  const layers = [make('div', 'layer left'), make('div', 'layer right')];
  const bar = make('div', 'bar');
  const range = document.createElement('input');
  range.type = 'range';
  range.value = '50';
  range.setAttribute('aria-label', t('page.eye.slider'));
  const names = [left ? setupName(left) : t('page.eye.page'), setupName(right)];
  const labels = names.map((name) => {
    const label = make('div', 'name');
    label.textContent = name;
    return label;
  });
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = t('page.eye.close');
  close.addEventListener('click', onClose);
  bar.append(...labels.slice(0, 1), range, ...labels.slice(1), close);
  shadow.append(style, ...layers, make('div', 'line'), bar);
  markOwn(host);
  return { host, layers, range };
}
