import type { Compound } from '../../heatmap/anchors/selector-steps';
import { type Slots, slotOf } from './buckets';

/** What selectors ask for, so that one walk gathers that and no more. */
export interface Wanted {
  /** Whether something is asked for by nothing that has buckets. */
  readonly all: boolean;
  readonly tags: Slots;
  readonly ids: Slots;
  readonly classes: Slots;
  /** Values by name, in the order in which the names were asked for. */
  readonly attributes: ReadonlyMap<string, Slots>;
}

/** Gathers what selectors ask for. */
export function createWanted() {
  const attributes = new Map<string, Map<string, number>>();
  const wanted = {
    all: false,
    tags: new Map<string, number>(),
    ids: new Map<string, number>(),
    classes: new Map<string, number>(),
    attributes,
  };
  const kinds = new Map<string, number>();

  /** Undefined: there are too many attributes already. */
  function valuesOf(name: string): Map<string, number> | undefined {
    const known = attributes.get(name);
    if (known !== undefined || attributes.size >= MOST_ATTRIBUTES) return known;
    const values = new Map<string, number>();
    attributes.set(name, values);
    kinds.set(name, attributes.size);
    return values;
  }

  function addBare({ tag, ids, attributes }: Compound, hasClasses: boolean): void {
    let isNamed = tag !== null || ids.length > 0 || hasClasses;
    for (const { name, operator, value } of attributes) {
      if (operator !== '=' || NAMED.has(name)) continue;
      const values = valuesOf(name);
      if (values === undefined) continue;
      slotOf(values, value);
      isNamed = true;
    }
    if (!isNamed) wanted.all = true;
  }

  return {
    add(compound: Compound): void {
      const { tag, ids, classes } = compound;
      if (tag !== null) slotOf(wanted.tags, tag);
      for (const id of ids) slotOf(wanted.ids, id);
      for (const name of classes) slotOf(wanted.classes, name);
      addBare(compound, classes.length > 0);
      // Without its classes it may be sought by nothing else.
      if (classes.length > 0) addBare(compound, false);
    },

    /**
     * A selector that is an id or a value of an attribute and no more, as a number. Most are, and a
     * number is nothing that the garbage collector has to copy. Null: it is something else.
     */
    numberOf(selector: string): number | null {
      const [, id, name, value] = ONE_THING.exec(selector) ?? [];
      if (id !== undefined) return slotOf(wanted.ids, id) * KINDS;
      if (name === undefined || value === undefined || NAMED.has(name)) return null;
      const values = valuesOf(name);
      return values === undefined ? null : slotOf(values, value) * KINDS + (kinds.get(name) ?? 0);
    },

    all: (): Wanted => wanted,
  };
}

const ONE_THING = /^(?:#([\w-]+)|\[([a-z][a-z\d-]*)="([^"\\]*)"\])$/;

/** Attributes that a walk reads of every element. Selectors that need others look further. */
const MOST_ATTRIBUTES = 24;

/** Ids, and the attributes after them. */
const KINDS = MOST_ATTRIBUTES + 1;

/** Attributes that have buckets of their own. */
const NAMED: ReadonlySet<string> = new Set(['id', 'class']);

/** What a number of `numberOf` stands for: 0, an id; else the place of its attribute, from 1. */
export const kindOf = (number: number): number => number % KINDS;

export const slotIn = (number: number): number => Math.floor(number / KINDS);
