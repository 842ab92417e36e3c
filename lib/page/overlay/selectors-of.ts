import { holderOfTree } from '../anchors/surroundings';
import { isElement, natives } from '../natives';
import { dom } from './dom';

/**
 * Selectors of an element, the most stable first: an attribute that was written for it, then its path
 * from the nearest one that has such an attribute, and the whole path. Inside shadow roots and frames each
 * follows its host's or its frame's. None holds a value that may be personal.
 */
export function selectorsOf(element: Element, redact: (text: string) => string): string[] {
  const name = (of: Element): string | null => {
    for (const attribute of STABLE) {
      const value = natives.attribute(of, attribute) ?? '';
      if (PLAIN.test(value) && redact(value) === value) return `[${attribute}="${value}"]`;
    }
    return null;
  };
  const path = (of: Element, stopAtNames: boolean): string => {
    const steps: string[] = [];
    let at: Node | null = of;
    while (at !== null && isElement(at)) {
      const named: string | null = stopAtNames && at !== of ? name(at) : null;
      steps.unshift(named ?? `${natives.localName(at)}:nth-of-type(${placeOf(at)})`);
      at = named === null ? natives.parentNode(at) : null;
    }
    return steps.join(' > ');
  };
  const own = [name(element), path(element, true), path(element, false)];
  const holder = holderOfTree(dom.rootOf(element));
  const [around = ''] = holder === null ? [] : selectorsOf(holder, redact);
  return [...new Set(own.filter((each) => each !== null))]
    .map((each) => (around === '' ? each : `${around} >>> ${each}`))
    .filter(({ length }) => length <= 1000);
}

const STABLE = ['data-testid', 'data-test', 'id', 'name'];
/** Words with few digits: generated names change with each build or visit. */
const PLAIN = /^[a-z][a-z_-]*\d{0,2}(?:[_-][a-z_-]+\d{0,2})*$/i;

/** Counted from 1 among the siblings of its tag. */
function placeOf(element: Element): number {
  const tag = natives.localName(element);
  const parent = natives.parentNode(element);
  let place = 0;
  for (let at = parent && natives.firstChild(parent); at; at = natives.nextSibling(at)) {
    if (isElement(at) && natives.localName(at) === tag) place++;
    if (at === element) break;
  }
  return Math.max(1, place);
}
