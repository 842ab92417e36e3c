import type { PackedCells } from '../../heatmap/packed';
import { createGroup, type Group, groupKey } from './groups';
import type { Item } from './item';
import { MeasuredColumns } from './measured';
import { stillFits } from './search';
import type { Pauses } from './slices';
import { createSurveyor, type Measured, type Mover, PAGE } from './surroundings';

/** Keeps heat where its elements are. */
export interface Places {
  setItems(items: readonly Item[]): void;
  /** Measures everything, in slices. True: something lies elsewhere than before. */
  measure(pauses: Pauses): Promise<boolean>;
  /** Looks at what moves by itself: scroll areas, sticky and fixed boxes. True as above. */
  follow(): boolean;
  /** Cells that can be seen, by what moves them. The same arrays until they change. */
  readonly chunks: readonly PackedCells[];
  /** All cells, seen or not, each scroll area for itself: what the peak is sought in. */
  readonly whole: readonly Float32Array[];
  /** Where an item lies, or null where it is not rendered. By its number. */
  seen(item: number): Measured | null;
  /** Whether an item stays with the viewport now. */
  isFixed(item: number): boolean;
}

export function createPlaces(view: Window): Places {
  let items: readonly Item[] = [];
  let measured = new MeasuredColumns(0);
  let groups: Group[] = [];
  let chunks: readonly PackedCells[] = [];
  let groupOf: (Group | null)[] = [];

  async function measure(pauses: Pauses): Promise<boolean> {
    const mine = items;
    const next = new MeasuredColumns(mine.length);
    let survey = createSurveyor(view);
    const members = new Map<Group['key'], { numbers: number[]; mover: Mover }>();
    /** Where the page was scrolled to when an item was measured. */
    const scrolls: Scroll[] = [];
    let scroll = scrollOf(view);
    for (let number = 0; number < mine.length; number++) {
      const pause = pauses.take();
      if (pause !== null) {
        await pause;
        // Meanwhile something may have scrolled.
        survey = createSurveyor(view);
        scroll = scrollOf(view);
      }
      const item = mine[number];
      if (mine !== items || item === undefined) return false;
      const seen = survey(item.element);
      next.set(number, seen);
      scrolls.push(scroll);
      if (seen === null) continue;
      const key = keyOf(seen.mover, number);
      const known = members.get(key);
      if (known === undefined) members.set(key, { numbers: [number], mover: seen.mover });
      else known.numbers.push(number);
    }
    measured = next;
    const before = new Map(groups.map((group) => [group.key, group]));
    groupOf = new Array<null>(mine.length).fill(null);
    const filled: Group[] = [];
    for (const [key, { numbers, mover }] of members) {
      const group = createGroup(view, { key, mover, members: numbers }, before.get(key));
      for (const number of numbers) groupOf[number] = group;
      const now = scrollOf(view);
      group.fill(items, (number) => {
        const place = measured.get(number);
        const then = scrolls[number] ?? now;
        return place === null || group.space === 'viewport' ? place : shifted(place, then, now);
      });
      filled.push(group);
      const pause = pauses.takeNow();
      if (pause !== null) await pause;
      if (mine !== items) return false;
    }
    groups = filled;
    return collect();
  }

  function follow(): boolean {
    const moved = groups.filter((group) => group.hasMoved());
    if (moved.length === 0) return false;
    const survey = createSurveyor(view);
    for (const group of moved.slice(0, MOST_A_FRAME)) {
      group.fill(items, (number) => {
        const item = items[number];
        const isOther =
          item?.by !== undefined && group.recycles && !stillFits(item.element, item.by);
        const seen = item === undefined || isOther ? null : survey(item.element);
        measured.set(number, seen);
        return seen;
      });
    }
    return collect();
  }

  function collect(): boolean {
    const next = groups.flatMap((group) => group.chunks);
    const same = next.length === chunks.length && next.every((chunk, i) => chunk === chunks[i]);
    if (!same) chunks = next;
    return !same;
  }

  return {
    setItems(next) {
      items = next;
    },
    measure,
    follow,
    get chunks() {
      return chunks;
    },
    get whole() {
      return groups.map(({ whole }) => whole);
    },
    seen: (number) => measured.get(number),
    isFixed: (number) => groupOf[number]?.space === 'viewport',
  };
}

interface Scroll {
  readonly x: number;
  readonly y: number;
}

const scrollOf = ({ scrollX, scrollY }: Window): Scroll => ({ x: scrollX, y: scrollY });

/** To where it lies now, if the page has scrolled since it was measured. */
function shifted(seen: Measured, then: Scroll, now: Scroll): Measured {
  const dx = then.x - now.x;
  const dy = then.y - now.y;
  if (dx === 0 && dy === 0) return seen;
  const move = (rect: Measured['rect']) => ({
    left: rect.left + dx,
    top: rect.top + dy,
    right: rect.right + dx,
    bottom: rect.bottom + dy,
  });
  return { ...seen, rect: move(seen.rect), clip: seen.clip === null ? null : move(seen.clip) };
}

/** What the page itself moves is cut into parts that take a few milliseconds each. */
const keyOf = (mover: Mover, number: number): string | number =>
  mover === PAGE ? Math.floor(number / PER_PART) : groupKey(mover);

const PER_PART = 500;

/** Groups that are measured anew in one frame. */
const MOST_A_FRAME = 100;
