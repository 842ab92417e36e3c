import { isStableName, stableClasses, withoutNumbers } from '../report/stable-names';
import { isElement, natives } from './natives';

/** Steps of a template; what is further up does not tell one place from another any better. */
const MAX_STEPS = 8;

/**
 * Names the place of an element in its tree without positions, states and generated parts, so that
 * every row of one template has the same name, today and after the next deployment.
 */
export function createTemplates(): (element: Element) => string {
  const steps = new WeakMap<Element, string>();
  const isRow = createRowTest();
  const stepOf = (element: Element): string => {
    const known = steps.get(element);
    if (known !== undefined) return known;
    const step = describe(element, isRow);
    steps.set(element, step);
    return step;
  };
  return (element) => {
    const path: string[] = [];
    for (let at: Node | null = element; at && isElement(at); at = natives.parentNode(at)) {
      const step = stepOf(at);
      if (step !== '') path.unshift(step);
      if (step.startsWith('#') || path.length === MAX_STEPS) break;
    }
    return path.length > 0 ? path.join(' > ') : natives.localName(element);
  };
}

/** Formatting inside a text: an emphasised word stands in the same place as the words around it. */
const INLINE = new Set(['b', 'i', 'em', 'strong', 'u', 's', 'small', 'mark', 'code', 'sub', 'sup']);

const CONTROLS = new Set(['input', 'select', 'textarea', 'button', 'form']);

/** Empty for elements that are no place of their own. */
function describe(element: Element, isRow: (element: Element) => boolean): string {
  const tag = natives.localName(element);
  if (INLINE.has(tag)) return '';
  const id = natives.attribute(element, 'id');
  if (id && isStableName(id) && !/\d/.test(id) && !isRow(element)) return `#${id}`;
  const name = CONTROLS.has(tag) ? natives.attribute(element, 'name') : null;
  if (name && isStableName(name)) return `${tag}[name="${withoutNumbers(name)}"]`;
  const classes = stableClasses((natives.attribute(element, 'class') ?? '').split(/\s+/));
  return [tag, ...classes].join('.');
}

/** Rows by their nature: an id on one of them is that of its content. */
const ROW_TAGS = new Set(['li', 'tr', 'dt', 'dd', 'option', 'article']);

/** Whether siblings of the same classes have ids too: then they are rows of one template. */
function createRowTest(): (element: Element) => boolean {
  const byParent = new WeakMap<Node, Map<string, number>>();
  return (element) => {
    const tag = natives.localName(element);
    if (ROW_TAGS.has(tag)) return true;
    const kind = kindOf(element);
    const parent = natives.parentNode(element);
    if (!parent || !kind || CONTROLS.has(tag)) return false;
    const kinds = byParent.get(parent) ?? countKinds(parent);
    byParent.set(parent, kinds);
    return (kinds.get(kind) ?? 0) > 1;
  };
}

function countKinds(parent: Node): Map<string, number> {
  const kinds = new Map<string, number>();
  for (let child = natives.firstChild(parent); child; child = natives.nextSibling(child)) {
    if (!isElement(child) || natives.attribute(child, 'id') === null) continue;
    const kind = kindOf(child);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return kinds;
}

/** Empty where no class says what the element is. */
function kindOf(element: Element): string {
  const classes = stableClasses((natives.attribute(element, 'class') ?? '').split(/\s+/));
  return classes.length > 0 ? [natives.localName(element), ...classes].join('.') : '';
}
