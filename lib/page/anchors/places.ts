import type { PackedCells } from '../../heatmap/packed';
import { createGroup, type Group, groupKey } from './groups';
import type { Item } from './item';
import { MeasuredColumns } from './measured';
import { stillFits } from './search';
import type { Pauses } from './slices';
import { createSurveyor, type Measured, type Mover, PAGE } from './surroundings';

/** Keeps heat where its elements are. */
export interface Places {
  /** Until they are measured, what was given before stays as it is. */
  setItems(items: readonly Item[]): void;
  /** Measures everything, in slices. True: something lies elsewhere than before. */
  measure(pauses: Pauses): Promise<boolean>;
  /** Looks at what moves by itself: scroll areas, sticky and fixed boxes. True as above. */
  follow(): boolean;
  /** Cells that can be seen, by what moves them. The same arrays until they change. */
  readonly chunks: readonly PackedCells[];
  /** All cells, seen or not, each scroll area for itself: what the peak is sought in. */
  readonly whole: readonly Float32Array[];
  /** Where an item lies in the viewport now, or null where it is not rendered. By its number. */
  seen(item: number): Measured | null;
  /** Whether an item stays with the viewport now. */
  isFixed(item: number): boolean;
}

/** Items as they were measured together. */
interface Survey {
  readonly items: readonly Item[];
  readonly measured: MeasuredColumns;
  /** Where the page was scrolled to when an item was measured. */
  readonly scrolls: Scroll[];
  readonly groups: readonly Group[];
  /** By item. */
  readonly groupOf: readonly (Group | null)[];
}

const NOTHING: Survey = {
  items: [],
  measured: new MeasuredColumns(0),
  scrolls: [],
  groups: [],
  groupOf: [],
};

/**
 * @param onBehind more has moved by itself than one frame has time for: it is to be measured
 */
export function createPlaces(view: Window, onBehind: () => void = () => undefined): Places {
  let given: readonly Item[] = [];
  let shown = NOTHING;
  let chunks: readonly PackedCells[] = [];

  async function measure(pauses: Pauses): Promise<boolean> {
    const items = given;
    const measured = new MeasuredColumns(items.length);
    const groupOf = new Array<Group | null>(items.length).fill(null);
    const before = new Map(shown.groups.map((group) => [group.key, group]));
    const groups = new Map<Group['key'], { readonly group: Group; readonly members: number[] }>();
    const scrolls = new Array<Scroll>(items.length).fill(NO_SCROLL);
    const next = { items, measured, scrolls, groupOf };
    let survey = createSurveyor(view);
    let scroll = scrollOf(view);
    for (let number = 0; number < items.length; number++) {
      const pause = pauses.take();
      if (pause !== null) {
        await pause;
        // Meanwhile something may have scrolled.
        survey = createSurveyor(view);
        scroll = scrollOf(view);
      }
      const item = items[number];
      if (items !== given || item === undefined) return false;
      const seen = survey(item.element);
      measured.set(number, seen);
      scrolls[number] = scroll;
      if (seen === null) continue;
      const key = keyOf(seen.mover, number);
      let held = groups.get(key);
      if (held === undefined) {
        const members: number[] = [];
        held = {
          group: createGroup(view, { key, mover: seen.mover, members }, before.get(key)),
          members,
        };
        groups.set(key, held);
      }
      held.members.push(number);
      groupOf[number] = held.group;
    }
    for (const { group, members } of groups.values()) {
      // Since its first member was measured: they are not of one moment.
      if (group.hasMoved()) surveyAgain(next, members);
      const now = scrollOf(view);
      group.fill(items, (number) => placeAt(next, number, now));
      const pause = pauses.takeNow();
      if (pause !== null) await pause;
      if (items !== given) return false;
    }
    shown = { ...next, groups: [...groups.values()].map(({ group }) => group) };
    return collect();
  }

  function surveyAgain(
    { items, measured, scrolls }: Omit<Survey, 'groups'>,
    members: readonly number[],
  ): void {
    const survey = createSurveyor(view);
    const scroll = scrollOf(view);
    for (const number of members) {
      const element = items[number]?.element;
      measured.set(number, element === undefined ? null : survey(element));
      scrolls[number] = scroll;
    }
  }

  function follow(): boolean {
    const { items, measured, scrolls, groups } = shown;
    const moved = groups.filter((group) => group.hasMoved());
    if (moved.length === 0) return false;
    if (moved.length > MOST_A_FRAME) onBehind();
    const survey = createSurveyor(view);
    const scroll = scrollOf(view);
    for (const group of moved.slice(0, MOST_A_FRAME)) {
      group.fill(items, (number) => {
        const item = items[number];
        const isOther =
          item?.by !== undefined && group.recycles && !stillFits(item.element, item.by);
        const seen = item === undefined || isOther ? null : survey(item.element);
        measured.set(number, seen);
        scrolls[number] = scroll;
        return seen;
      });
    }
    return collect();
  }

  function collect(): boolean {
    const next = shown.groups.flatMap((group) => group.chunks);
    const same = next.length === chunks.length && next.every((chunk, i) => chunk === chunks[i]);
    if (!same) chunks = next;
    return !same;
  }

  return {
    setItems(next) {
      given = next;
    },
    measure,
    follow,
    get chunks() {
      return chunks;
    },
    get whole() {
      return shown.groups.map(({ whole }) => whole);
    },
    seen: (number) => placeAt(shown, number, scrollOf(view)),
    isFixed: (number) => shown.groupOf[number]?.space === 'viewport',
  };
}

/** Where an item lies at a scroll position, unless something else than the page has moved it. */
function placeAt(
  { measured, scrolls, groupOf }: Omit<Survey, 'groups'>,
  number: number,
  now: Scroll,
): Measured | null {
  const place = measured.get(number);
  if (place === null || groupOf[number]?.space === 'viewport') return place;
  return shifted(place, scrolls[number] ?? now, now);
}

interface Scroll {
  readonly x: number;
  readonly y: number;
}

const NO_SCROLL: Scroll = { x: 0, y: 0 };

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
