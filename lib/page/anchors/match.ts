import type { AttributeTest, Compound, Position, Step } from '../../heatmap/anchors/selector';
import { natives } from '../natives';
import { parentElementOf, tree } from './dom';
import { splitClasses } from './tree-index';

/** Looks at elements; what is found out about siblings is kept, so one matcher serves one pass. */
export interface Matcher {
  is(element: Element, compound: Compound): boolean;
  /** Whether an element is what the first `count` steps end in. */
  fits(element: Element, steps: readonly Step[], count: number): boolean;
  /** Children of a parent by the positions that a compound asks for; null: it asks for none. */
  placed(parent: Node, positions: readonly Position[]): readonly Element[] | null;
  /** Place among siblings, or those of its tag, counted from 1; 0: it has no parent. */
  position(element: Element, of: Position['of']): number;
}

export function createMatcher(): Matcher {
  const families = new WeakMap<Node, Family>();

  function familyOf(parent: Node): Family {
    const known = families.get(parent);
    if (known !== undefined) return known;
    const family = readFamily(parent);
    families.set(parent, family);
    return family;
  }

  function is(element: Element, compound: Compound): boolean {
    const { tag, ids, classes, attributes, positions } = compound;
    if (tag !== null && natives.localName(element).toLowerCase() !== tag) return false;
    for (const id of ids) if (natives.attribute(element, 'id') !== id) return false;
    if (classes.length > 0) {
      const own = splitClasses(natives.attribute(element, 'class') ?? '');
      for (const name of classes) if (!own.includes(name)) return false;
    }
    for (const test of attributes) if (!holds(element, test)) return false;
    if (positions.length === 0) return true;
    const parent = natives.parentNode(element);
    if (parent === null) return false;
    const place = familyOf(parent).places.get(element);
    if (place === undefined) return false;
    return positions.every(({ of, at }) => {
      const { index, count } = of === 'child' ? place.child : place.type;
      return at > 0 ? index === at - 1 : index === count() + at;
    });
  }

  function fits(element: Element, steps: readonly Step[], count: number): boolean {
    let left = BUDGET;
    const fitsAt = (at: Element, i: number): boolean => {
      const step = steps[i];
      if (step === undefined || left-- < 0 || !is(at, step.compound)) return false;
      if (i === 0) return true;
      let up = parentElementOf(at);
      if (step.combinator === '>') return up !== null && fitsAt(up, i - 1);
      for (; up !== null && left > 0; up = parentElementOf(up)) if (fitsAt(up, i - 1)) return true;
      return false;
    };
    return fitsAt(element, count - 1);
  }

  return {
    is,
    fits,
    position(element, of) {
      const parent = natives.parentNode(element);
      const place = parent === null ? undefined : familyOf(parent).places.get(element);
      return place === undefined ? 0 : place[of].index + 1;
    },
    placed(parent, positions) {
      const [first] = positions;
      if (first === undefined) return null;
      const { children, byTag } = familyOf(parent);
      const pick = (list: readonly Element[]): Element[] => {
        const found = list.at(first.at > 0 ? first.at - 1 : first.at);
        return found === undefined ? [] : [found];
      };
      return first.of === 'child' ? pick(children) : [...byTag.values()].flatMap(pick);
    },
  };
}

/** Ancestors that one look may cost: a page as deep as it likes cannot make a selector dear. */
const BUDGET = 2_000;

interface Place {
  readonly child: { readonly index: number; count(): number };
  readonly type: { readonly index: number; count(): number };
}

interface Family {
  readonly children: readonly Element[];
  readonly byTag: ReadonlyMap<string, readonly Element[]>;
  readonly places: ReadonlyMap<Element, Place>;
}

/** The children of a parent are counted once, so that 40,000 rows cost 40,000 steps. */
function readFamily(parent: Node): Family {
  const children: Element[] = [];
  const byTag = new Map<string, Element[]>();
  const places = new Map<Element, Place>();
  for (let at = tree.firstElement(parent); at !== null; at = tree.nextElement(at)) {
    const tag = natives.localName(at).toLowerCase();
    const same = byTag.get(tag) ?? [];
    byTag.set(tag, same);
    places.set(at, {
      child: { index: children.length, count: () => children.length },
      type: { index: same.length, count: () => same.length },
    });
    children.push(at);
    same.push(at);
  }
  return { children, byTag, places };
}

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
