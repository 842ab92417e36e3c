import { attr, isElement, parentOf, textOf } from './dom';
import type { ScopeReading } from './reading-order';

/** At most so many options are looked at: enough to know any list. */
const MOST_OPTIONS = 300;

/** Texts of a select's options, of a datalist, or of the radios that share a name. */
export function optionsOf(element: Element, reading: ScopeReading): readonly string[] {
  if (element.localName === 'select') return optionTexts(element);
  const type = attr(element, 'type').toLowerCase();
  if (type === 'radio') return reading.radioLabels(element).slice(0, MOST_OPTIONS);
  return [];
}

function optionTexts(select: Element): string[] {
  const texts: string[] = [];
  // Options and groups only: a select may not nest deeper.
  for (let node = select.firstElementChild; node; node = next(node, select)) {
    if (texts.length >= MOST_OPTIONS) break;
    if (node.localName !== 'option') continue;
    const text = textOf(node, 60) || attr(node, 'label') || attr(node, 'value').slice(0, 60);
    if (text !== '') texts.push(text);
  }
  return texts;
}

function next(node: Element, root: Element): Element | null {
  if (node.localName !== 'option' && node.firstElementChild) return node.firstElementChild;
  for (let at: Node | null = node; isElement(at) && at !== root; at = parentOf(at)) {
    if (at.nextElementSibling) return at.nextElementSibling;
  }
  return null;
}
