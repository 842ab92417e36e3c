type Given = Readonly<Record<string, string | boolean | undefined>>;

/** An element with attributes and what stands in it. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Given = {},
  ...inside: readonly (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...inside.filter((part) => part !== null));
  return element;
}

export function pressable<E extends HTMLElement>(element: E, press: () => void): E {
  element.addEventListener('click', press);
  return element;
}
