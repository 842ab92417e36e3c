import { type PackedCells, STRIDE } from '../../heatmap/packed';
import { natives } from '../natives';
import { dom } from '../overlay/dom';
import { cutChunks, sortByY } from './chunks';
import { tree } from './dom';
import type { Item } from './item';
import { type Measured, type Mover, PAGE, rectOf } from './surroundings';

/** Items that one thing moves. */
export interface Group {
  /** The number of a part of what the page itself moves; else what moves it. */
  readonly key: string | number;
  readonly mover: Mover;
  /** What its cells' places are of: of the page, or, where it is fixed or stuck, of the viewport. */
  readonly space: 'page' | 'viewport';
  readonly chunks: readonly PackedCells[];
  readonly whole: Float32Array;
  /** Its rows may come to stand for others, as in a virtual list. */
  readonly recycles: boolean;
  /** Whether it lies elsewhere than when it was filled. */
  hasMoved(): boolean;
  fill(items: readonly Item[], seen: (number: number) => Measured | null): void;
}

/** Movers are made anew with every survey; what they are of stays. */
export function groupKey({ kind, element }: Mover): string {
  if (element === null) return kind;
  const known = numbers.get(element) ?? ++last;
  numbers.set(element, known);
  return `${kind} ${known}`;
}

const numbers = new WeakMap<Element, number>();
let last = 0;

export function createGroup(
  view: Window,
  { key, mover, members }: Pick<Group, 'key' | 'mover'> & { readonly members: readonly number[] },
  before: Group | undefined,
): Group {
  let space = spaceOf(view, mover);
  let at = signatureOf(view, mover);
  let chunks: readonly PackedCells[] = before?.chunks ?? [];
  let whole = new Float32Array();

  return {
    key,
    mover,
    recycles: mover.kind === 'scroller' || mover.kind === 'frame',
    get space() {
      return space;
    },
    get chunks() {
      return chunks;
    },
    get whole() {
      return whole;
    },
    hasMoved() {
      if (mover === PAGE) return false;
      const now = signatureOf(view, mover);
      if (isSame(at, now, space)) return false;
      const other = space === 'page' ? 'viewport' : 'page';
      // What stood still under the other view of things has just come unstuck, or stuck.
      if (isSticky(mover) && isSame(at, now, other)) space = other;
      else space = spaceOf(view, mover);
      return true;
    },
    fill(items, seen) {
      at = signatureOf(view, mover);
      const dx = space === 'page' ? view.scrollX : 0;
      const dy = space === 'page' ? view.scrollY : 0;
      let length = 0;
      for (const number of members) length += items[number]?.cells.length ?? 0;
      const all = new Float32Array(length);
      const visible = new Float32Array(length);
      let kept = 0;
      let shown = 0;
      for (const number of members) {
        const place = seen(number);
        const cells = items[number]?.cells;
        if (place === null || cells === undefined) continue;
        const { left, top, right, bottom } = place.rect;
        for (let i = 0; i < cells.length; i += STRIDE) {
          const x = left + (cells[i] ?? 0) * (right - left);
          const y = top + (cells[i + 1] ?? 0) * (bottom - top);
          all[kept] = x + dx;
          all[kept + 1] = y + dy;
          all[kept + 2] = cells[i + 2] ?? 0;
          all[kept + 3] = cells[i + 3] ?? 0;
          if (isInside(place.clip, x, y)) {
            for (let part = 0; part < STRIDE; part++) visible[shown++] = all[kept + part] ?? 0;
          }
          kept += STRIDE;
        }
      }
      whole = all.subarray(0, kept);
      chunks = cutChunks(sortByY(visible.subarray(0, shown)), space === 'viewport', chunks);
    },
  };
}

interface Signature {
  readonly x: number;
  readonly y: number;
  readonly scrollX: number;
  readonly scrollY: number;
  readonly pageX: number;
  readonly pageY: number;
}

const NOWHERE: Signature = { x: 0, y: 0, scrollX: 0, scrollY: 0, pageX: 0, pageY: 0 };

function signatureOf(view: Window, mover: Mover): Signature {
  const { element } = mover;
  if (element === null || !natives.isConnected(element)) return NOWHERE;
  const box = natives.box(element);
  const scroll =
    mover.kind === 'frame' ? frameScroll(element) : mover.kind === 'scroller' ? own(element) : ZERO;
  return {
    x: box.left,
    y: box.top,
    ...scroll,
    pageX: view.scrollX,
    pageY: view.scrollY,
  };
}

const ZERO = { scrollX: 0, scrollY: 0 };

const own = (element: Element) => ({
  scrollX: tree.scrollLeft(element),
  scrollY: tree.scrollTop(element),
});

function frameScroll(frame: Element): { readonly scrollX: number; readonly scrollY: number } {
  const document = tree.frameDocument(frame);
  if (document === null) return ZERO;
  // In quirks mode it is the body that scrolls; the other of the two stands still.
  const parts = [natives.documentElement(document), dom.body(document)].filter(
    (each) => each !== null,
  );
  return {
    scrollX: parts.reduce((sum, part) => sum + tree.scrollLeft(part), 0),
    scrollY: parts.reduce((sum, part) => sum + tree.scrollTop(part), 0),
  };
}

function isSame(a: Signature, b: Signature, space: Group['space']): boolean {
  const dx = space === 'page' ? b.pageX - a.pageX : 0;
  const dy = space === 'page' ? b.pageY - a.pageY : 0;
  return (
    Math.abs(b.x + dx - a.x) < STILL &&
    Math.abs(b.y + dy - a.y) < STILL &&
    a.scrollX === b.scrollX &&
    a.scrollY === b.scrollY
  );
}

/** CSS px. Under the resolution of any screen; scroll offsets are fractions where a page is zoomed. */
const STILL = 0.05;

/** Whether a thing with this mover goes with the page now, or stays with the viewport. */
export function spaceOf(view: Window, mover: Mover): Group['space'] {
  if (mover.kind === 'page') return 'page';
  if (mover.kind === 'fixed')
    return mover.parent === null ? 'viewport' : spaceOf(view, mover.parent);
  if (mover.kind === 'sticky' && isStuck(view, mover)) return 'viewport';
  return parentSpace(view, mover);
}

const isSticky = ({ kind, parent }: Mover): boolean =>
  kind === 'sticky' || (parent !== null && isSticky(parent));

const parentSpace = (view: Window, { parent }: Mover): Group['space'] =>
  parent === null ? 'page' : spaceOf(view, parent);

/** A sticky box that lies at its inset of the viewport, and would not if the page had not scrolled. */
function isStuck(view: Window, { element, parent }: Mover): boolean {
  if (element === null || (parent !== null && parent !== PAGE)) return false;
  const { top, bottom } = view.getComputedStyle(element);
  const box = rectOf(element);
  const fromTop = Number.parseFloat(top);
  const fromBottom = Number.parseFloat(bottom);
  const isAtTop = view.scrollY > 0 && Math.abs(box.top - fromTop) < 1;
  return isAtTop || Math.abs(view.innerHeight - box.bottom - fromBottom) < 1;
}

function isInside(clip: Measured['clip'], x: number, y: number): boolean {
  return clip === null || (x >= clip.left && x <= clip.right && y >= clip.top && y <= clip.bottom);
}
