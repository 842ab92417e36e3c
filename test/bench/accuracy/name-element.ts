/** Whose way of naming elements. */
export type NamedBy = 'matomo' | 'posthog' | 'clarity';

/**
 * Names an element as other tools do, by their published ways and not by ours: the harness must not
 * find what its own locator has named. Ranked; ` >>> ` enters shadow roots.
 */
export function nameElement(element: Element, by: NamedBy): string[] {
  const own = NAMERS[by](element);
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot)) return own;
  const hosts = nameElement(root.host, by);
  return own.map((selector) => `${hosts[0] ?? ''} >>> ${selector}`.slice(0, 1000));
}

const NAMERS: Record<NamedBy, (element: Element) => string[]> = {
  // An id where there is one above, then children by number.
  matomo: (element) => [pathFrom(element, (at) => `${at.localName}:nth-child(${place(at)})`, true)],
  // A chain of tags with classes and both places, up to the root; a test attribute goes before it.
  posthog: (element) => [
    ...['data-attr', 'data-testid', 'id']
      .filter((name) => element.getAttribute(name))
      .map((name) => `[${name}="${CSS.escape(element.getAttribute(name) ?? '')}"]`),
    chain(element),
  ],
  // From the body down: tag and place among its tag; names are hashed there and are of no use here.
  clarity: (element) => [
    pathFrom(element, (at) => `${at.localName}:nth-of-type(${placeOfType(at)})`, false),
  ],
};

function chain(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at !== null && steps.length < 10; at = at.parentElement) {
    const classes = [...at.classList].slice(0, 5).map((name) => `.${CSS.escape(name)}`);
    steps.unshift(
      `${at.localName}${classes.join('')}:nth-child(${place(at)}):nth-of-type(${placeOfType(at)})`,
    );
    if (at.localName === 'body') break;
  }
  return steps.join(' > ').slice(0, 1000);
}

function pathFrom(element: Element, name: (at: Element) => string, byId: boolean): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    if (byId && at.id !== '') {
      steps.unshift(`#${CSS.escape(at.id)}`);
      break;
    }
    steps.unshift(at.localName === 'body' || at.localName === 'html' ? at.localName : name(at));
  }
  return steps.join(' > ');
}

const place = (element: Element): number =>
  [...(element.parentNode?.children ?? [])].indexOf(element) + 1;

const placeOfType = (element: Element): number =>
  [...(element.parentNode?.children ?? [])]
    .filter(({ localName }) => localName === element.localName)
    .indexOf(element) + 1;
