/** Names that are asked for, numbered in the order in which they were. */
export type Slots = ReadonlyMap<string, number>;

/**
 * Elements by name, of those names that are asked for, in the order of the tree. Most names have one
 * element: it is kept without a list of its own, so that 40,000 anchors leave few objects behind.
 * Objects that stay are copied by the garbage collector, in pauses longer than a slice.
 */
export class Buckets {
  private readonly held: (Element | Element[] | null)[];

  constructor(private readonly slots: Slots) {
    this.held = new Array<null>(slots.size).fill(null);
  }

  put(name: string | null, element: Element): void {
    const slot = name === null ? undefined : this.slots.get(name);
    if (slot === undefined) return;
    const before = this.held[slot] ?? null;
    if (before === null) this.held[slot] = element;
    else if (Array.isArray(before)) before.push(element);
    else this.held[slot] = [before, element];
  }

  /** The same list each time where it has more than one. */
  get(name: string): readonly Element[] {
    const slot = this.slots.get(name);
    return slot === undefined ? NONE : this.at(slot);
  }

  /** The same by the number of a name. */
  at(slot: number): readonly Element[] {
    const held = this.held[slot] ?? null;
    if (held === null) return NONE;
    return Array.isArray(held) ? held : [held];
  }
}

/** The number of a name, a new one where it has none. */
export function slotOf(slots: Map<string, number>, name: string): number {
  const known = slots.get(name);
  if (known !== undefined) return known;
  slots.set(name, slots.size);
  return slots.size - 1;
}

const NONE: readonly never[] = [];
