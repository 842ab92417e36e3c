/** Every element in document order, those of open shadow roots after their host. */
export function* elementsIn(root: Document | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
  }
}

/**
 * Names elements by what they are and say, so that one can be told at another width without any
 * selector. Equal ones are counted in order; where their number is another, none of them is the same.
 */
export function identify(document: Document): Map<string, Element> {
  const same = new Map<string, Element[]>();
  for (const element of elementsIn(document)) {
    const key = saidBy(element);
    same.set(key, [...(same.get(key) ?? []), element]);
  }
  const named = new Map<string, Element>();
  for (const [key, elements] of same) {
    if (elements.length > 60) continue;
    elements.forEach((element, i) => {
      named.set(`${key}|${i + 1} of ${elements.length}`, element);
    });
  }
  return named;
}

const ATTRIBUTES = [
  'href',
  'type',
  'name',
  'value',
  'aria-label',
  'title',
  'alt',
  'placeholder',
  'for',
];

function saidBy(element: Element): string {
  const said = ATTRIBUTES.map((name) => element.getAttribute(name)?.slice(0, 60) ?? '');
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
  return [element.localName, ...said, text].join('|');
}
