import type { ElementFacts } from '../pii/contract';
import type { NodeView } from '../recorders/contract';
import { isHtml, natives } from './natives';
import { fieldNatives } from './natives-of-fields';

/**
 * An element as the rules of recorders may see it. Reads lazily, through the platform's own getters,
 * so that the names a page gives to its inputs change nothing.
 */
export class ElementView implements NodeView {
  readonly tag: string;
  #classNames: readonly string[] | null = null;

  /** `depth` counts from the document element, which has 0; shadow trees count on. */
  constructor(
    readonly element: Element,
    readonly depth: number,
  ) {
    this.tag = natives.localName(element).toLowerCase();
  }

  attributeNames(): readonly string[] {
    return natives.attributeNames(this.element);
  }

  attribute(name: string): string | null {
    return natives.attribute(this.element, name);
  }

  get type(): string {
    return isHtml(this.element, 'input') ? fieldNatives.inputType(this.element) : '';
  }

  get valueIsEmpty(): boolean {
    return controlValue(this.element) === '';
  }

  get valueIsAttribute(): boolean {
    return controlValue(this.element) === this.attribute('value');
  }

  hasClass(name: string): boolean {
    return this.classNames().includes(name);
  }

  classNames(): readonly string[] {
    this.#classNames ??= splitWords(this.attribute('class'));
    return this.#classNames;
  }

  matches(selector: string): boolean | null {
    if (INVALID.has(selector)) return null;
    const matched = natives.matches(this.element, selector);
    if (matched === null && INVALID.size < 1000) INVALID.add(selector);
    return matched;
  }

  get hasLightChildren(): boolean {
    return natives.firstChild(this.element) !== null;
  }
}

/**
 * An element as the classifier of texts may see it.
 *
 * @param names of its attributes: most elements have few, and only those are read.
 */
export function elementFacts(view: ElementView, names: readonly string[]): ElementFacts {
  const read = (name: string): string => (names.includes(name) ? (view.attribute(name) ?? '') : '');
  const none = names.length === 0;
  const testId = none ? undefined : TEST_IDS.find((name) => names.includes(name));
  return {
    tag: view.tag,
    id: none ? '' : read('id'),
    classNames: none ? NONE : view.classNames(),
    role: none ? '' : read('role'),
    ariaLabel: none ? '' : read('aria-label'),
    itemprop: none ? '' : read('itemprop'),
    testId: testId === undefined ? '' : read(testId),
    lang: none ? '' : read('lang'),
    contentEditable: names.includes('contenteditable') && isEditable(view),
  };
}

const isEditable = (view: ElementView): boolean =>
  view.attribute('contenteditable')?.toLowerCase() !== 'false';

/** The `value` property of a form control; null where the element has none that a person fills in. */
export function controlValue(element: Element): string | null {
  if (isHtml(element, 'input')) return fieldNatives.inputValue(element);
  if (isHtml(element, 'textarea')) return fieldNatives.textareaValue(element);
  if (isHtml(element, 'select')) return fieldNatives.selectValue(element);
  return null;
}

/** Attributes by which tests find elements, in the order of their use in the wild. */
export const TEST_IDS = ['data-testid', 'data-test-id', 'data-test', 'data-qa', 'data-cy'];

/** Selectors that the browser refused: an exception for every element would cost the whole scan. */
const INVALID = new Set<string>();

const NONE: readonly string[] = [];

function splitWords(text: string | null): readonly string[] {
  return text ? text.split(/[\t\n\f\r ]+/).filter(Boolean) : NONE;
}
