import type { AttributeTest, Compound, Position, Step } from '../../heatmap/anchors/selector-steps';
import { natives } from '../natives';
import { dom } from '../overlay/dom';
import { tree } from './dom';
import { splitClasses } from './tree-index';

/** Looks at elements; what is found out about siblings is kept, so one matcher serves one pass. */
export interface Matcher {
  /** `held`: how many of the compound's positions are known to hold, the first ones. */
  is(element: Element, compound: Compound, held?: number): boolean;
  /** Whether an element is what the steps up to this one end in. */
  fits(element: Element, last: Step): boolean;
  /** Children of a parent that the first of the positions holds for; null: there is none. */
  placed(parent: Node, positions: readonly Position[]): readonly Element[] | null;
  /** Place among siblings, or those of its tag, counted from 1; 0: it has no parent. */
  position(element: Element, of: Position['of']): number;
}

export function createMatcher(): Matcher {
  const families = new WeakMap<Node, Family>();

  function familyOf(parent: Node): Family {
    const known = families.get(parent);
    if (known !== undefined) return known;
    const family = new Family(parent);
    families.set(parent, family);
    return family;
  }

  function is(element: Element, compound: Compound, held = 0): boolean {
    const { tag, ids, classes, attributes, positions } = compound;
    if (tag !== null && natives.localName(element).toLowerCase() !== tag) return false;
    for (const id of ids) if (natives.attribute(element, 'id') !== id) return false;
    if (classes.length > 0) {
      const own = splitClasses(natives.attribute(element, 'class') ?? '');
      for (const name of classes) if (!own.includes(name)) return false;
    }
    for (const test of attributes) if (!holds(element, test)) return false;
    if (positions.length === held) return true;
    const parent = natives.parentNode(element);
    if (parent === null) return false;
    for (let i = held; i < positions.length; i++) {
      const position = positions[i];
      if (position === undefined) continue;
      const fitsPlace = isNear(position)
        ? isAtPlace(element, position.at)
        : familyOf(parent).holds(element, position);
      if (!fitsPlace) return false;
    }
    return true;
  }

  function fits(element: Element, last: Step): boolean {
    let left = BUDGET;
    const fitsAt = (at: Element, { combinator, compound, before }: Step): boolean => {
      if (left-- < 0 || !is(at, compound)) return false;
      if (before === null) return true;
      let up = dom.parentElement(at);
      if (combinator === '>') return up !== null && fitsAt(up, before);
      for (; up !== null && left > 0; up = dom.parentElement(up))
        if (fitsAt(up, before)) return true;
      return false;
    };
    return fitsAt(element, last);
  }

  return {
    is,
    fits,
    position(element, of) {
      const parent = natives.parentNode(element);
      return parent === null ? 0 : familyOf(parent).placeOf(element, of) + 1;
    },
    placed(parent, [first]) {
      if (first === undefined) return null;
      if (!isNear(first)) return familyOf(parent).at(first);
      const child = childAt(parent, first.at);
      return child === null ? [] : [child];
    },
  };
}

/** Ancestors that one look may cost: a page as deep as it likes cannot make a selector dear. */
const BUDGET = 2_000;

/** Siblings that are gone through for a place rather than numbered. */
const SHORT = 16;

/** A place that is a few siblings from the first: nothing needs to be kept of its parent's children. */
const isNear = ({ of, at }: Position): boolean => of === 'child' && at > 0 && at <= SHORT;

function childAt(parent: Node, place: number): Element | null {
  let at = tree.firstElement(parent);
  for (let i = 1; i < place && at !== null; i++) at = tree.nextElement(at);
  return at;
}

function isAtPlace(element: Element, place: number): boolean {
  let before = tree.previousElement(element);
  for (let i = 1; i < place; i++) {
    if (before === null) return false;
    before = tree.previousElement(before);
  }
  return before === null;
}

/** The children of a parent, counted once, so that 40,000 rows cost 40,000 steps, and only when asked. */
class Family {
  private readonly children: Element[] = [];
  private byTag: Map<string, Element[]> | null = null;
  private readonly places: Record<Position['of'], Map<Element, number> | null> = {
    child: null,
    type: null,
  };

  constructor(parent: Node) {
    for (let at = tree.firstElement(parent); at !== null; at = tree.nextElement(at)) {
      this.children.push(at);
    }
  }

  /** Children at a place: one, or one of each tag. */
  at({ of, at }: Position): Element[] {
    const pick = (list: readonly Element[]): Element[] => {
      const found = list.at(at > 0 ? at - 1 : at);
      return found === undefined ? [] : [found];
    };
    return of === 'child' ? pick(this.children) : [...this.tags().values()].flatMap(pick);
  }

  holds(element: Element, { of, at }: Position): boolean {
    if (at > 0) return this.placeOf(element, of) === at - 1;
    return this.listOf(element, of).at(at) === element;
  }

  /** Counted from 0; -1: it is none of the children. */
  placeOf(element: Element, of: Position['of']): number {
    const list = this.listOf(element, of);
    if (list.length <= SHORT) return list.indexOf(element);
    let places = this.places[of];
    if (places === null) {
      places = new Map();
      for (const list of of === 'child' ? [this.children] : this.tags().values()) {
        for (let i = 0; i < list.length; i++) {
          const child = list[i];
          if (child !== undefined) places.set(child, i);
        }
      }
      this.places[of] = places;
    }
    return places.get(element) ?? -1;
  }

  private listOf(element: Element, of: Position['of']): readonly Element[] {
    return of === 'child' ? this.children : (this.tags().get(tagOf(element)) ?? []);
  }

  private tags(): ReadonlyMap<string, Element[]> {
    if (this.byTag !== null) return this.byTag;
    this.byTag = new Map();
    for (const child of this.children) {
      const tag = tagOf(child);
      const same = this.byTag.get(tag);
      if (same === undefined) this.byTag.set(tag, [child]);
      else same.push(child);
    }
    return this.byTag;
  }
}

const tagOf = (element: Element): string => natives.localName(element).toLowerCase();

function holds(element: Element, { name, operator, value }: AttributeTest): boolean {
  const own = natives.attribute(element, name);
  if (own === null) return false;
  if (operator === '') return true;
  if (operator === '=') return own === value;
  if (value === '') return false;
  if (operator === '^=') return own.startsWith(value);
  if (operator === '$=') return own.endsWith(value);
  if (operator === '*=') return own.includes(value);
  if (operator === '~=') return splitClasses(own).includes(value);
  return own === value || own.startsWith(`${value}-`);
}
