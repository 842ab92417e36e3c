import type { FieldFacts } from '../pii/contract';
import { ancestor, attr, hasAttr, isElement, textOf } from './fields/dom';
import { optionsOf } from './fields/options';
import { createScopeReader, type ScopeReading } from './fields/reading-order';

export interface FieldGatherer {
  /** Is shown every element and text of the scope in reading order, those aside that `isSilent`. */
  see(node: Node): void;
  /**
   * What a control shows of itself, once the scope was seen. Never reads its value.
   *
   * @param element an input, select, textarea or contenteditable element of the gatherer's scope.
   */
  facts(element: Element): FieldFacts;
}

/**
 * Gathers the facts of fields in one tree scope, which its caller walks once: labels, headings and
 * the text before and after each control are noted on the way, so that a page costs time in
 * proportion to its size, however many fields it has. Make a new gatherer for each scan, since the
 * page changes under it.
 */
export function createFieldGatherer(scope: Document | ShadowRoot): FieldGatherer {
  const { see, reading } = createScopeReader(scope);
  return { see, facts: (element) => gather(element, scope, reading) };
}

function gather(element: Element, scope: Document | ShadowRoot, reading: ScopeReading): FieldFacts {
  const tag = tagOf(element);
  const host = hostOf(scope, reading, element);
  const around = reading.around(element);
  const form = reading.formOf(element);
  const label = reading.labelOf(element);
  const options = optionsOf(element, reading);
  const isChoice = options.length > 0 && tag === 'input';
  const own = label || (host && (attr(host, 'label') || attr(host, 'aria-label'))) || '';
  return {
    tag,
    type: typeOf(element, tag),
    name:
      attr(element, 'name') || attr(element, 'formcontrolname') || (host ? attr(host, 'name') : ''),
    id: attr(element, 'id') || (host ? attr(host, 'id') : ''),
    className: attr(element, 'class').slice(0, 300),
    autocomplete: (attr(element, 'autocomplete') || (host ? attr(host, 'autocomplete') : '')).slice(
      0,
      200,
    ),
    label: own || (isChoice ? '' : around.before),
    ariaLabel: attr(element, 'aria-label').slice(0, 200),
    placeholder: placeholderOf(element, host),
    title: attr(element, 'title').slice(0, 200),
    nearby: (own ? around.before : around.after).slice(0, 200),
    section: around.section,
    form: form.text,
    formKey: form.key,
    maxLength: number(attr(element, 'maxlength')),
    minLength: number(attr(element, 'minlength')),
    pattern: attr(element, 'pattern').slice(0, 200),
    inputMode: attr(element, 'inputmode').toLowerCase(),
    min: attr(element, 'min').slice(0, 40),
    max: attr(element, 'max').slice(0, 40),
    options,
    lang: reading.langOf(element),
    visible: isVisible(element),
  };
}

function tagOf(element: Element): FieldFacts['tag'] {
  const tag = element.localName;
  return tag === 'input' || tag === 'select' || tag === 'textarea' ? tag : 'contenteditable';
}

/** The type that the browser uses; as written where that is only `text` for want of a better one. */
function typeOf(element: Element, tag: FieldFacts['tag']): string {
  if (tag !== 'input') return tag === 'contenteditable' ? 'text' : tag;
  return attr(element, 'type').trim().toLowerCase().split('|').at(-1) || 'text';
}

/** The custom element around a lone control in a shadow root: it carries the control's attributes. */
function hostOf(
  scope: Document | ShadowRoot,
  reading: ScopeReading,
  element: Element,
): Element | null {
  return scope.nodeType === Node.DOCUMENT_FRAGMENT_NODE && reading.isOnlyField(element)
    ? (scope as ShadowRoot).host // a fragment that is a scope is a shadow root
    : null;
}

function placeholderOf(element: Element, host: Element | null): string {
  const own =
    attr(element, 'placeholder') ||
    attr(element, 'data-placeholder') ||
    attr(element, 'aria-placeholder') ||
    (host ? attr(host, 'placeholder') : '');
  if (own || element.localName !== 'select') return own.slice(0, 200);
  // The first option of a select is its placeholder where it has no value.
  const first = element.firstElementChild;
  return first && first.localName === 'option' && attr(first, 'value') === ''
    ? textOf(first, 80)
    : '';
}

const number = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : -1);

function isVisible(element: Element): boolean {
  if (attr(element, 'type').toLowerCase() === 'hidden') return false;
  if (typeof element.checkVisibility !== 'function') return true;
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
}

export { isSilent } from './fields/reading-order';

/**
 * Whether an element is a control that a person can put something into. Hidden ones are too: they are
 * sent and recorded.
 */
export function isField(element: Element): boolean {
  const tag = element.localName;
  if (tag === 'select' || tag === 'textarea') return true;
  if (tag === 'input') return !/^(submit|button|reset|image)$/i.test(attr(element, 'type'));
  return isEditable(element) && !ancestor(element, (node) => isElement(node) && isEditable(node));
}

const isEditable = (element: Element): boolean =>
  hasAttr(element, 'contenteditable') && attr(element, 'contenteditable').toLowerCase() !== 'false';
