/** Events as rrweb records them, for tests. */
export interface TestElement {
  readonly type: 2;
  readonly tagName: string;
  readonly attributes: Record<string, string>;
  readonly childNodes: readonly object[];
  readonly id: number;
}
type Child = TestElement | string;

let ids = 0;

export function el(
  tagName: string,
  attributes: Record<string, string> = {},
  ...children: Child[]
): TestElement {
  const id = ++ids;
  const childNodes: object[] = children.map((child) =>
    typeof child === 'string' ? { type: 3, textContent: child, id: ++ids } : child,
  );
  return { type: 2, tagName, attributes, childNodes, id };
}

export const snapshot = (timestamp: number, ...body: Child[]) => ({
  type: 2,
  data: { node: { type: 0, id: ++ids, childNodes: [el('html', {}, el('body', {}, ...body))] } },
  timestamp,
});

export const typed = (timestamp: number, id: number, text: string) => ({
  type: 3,
  data: { source: 5, text, isChecked: false, id },
  timestamp,
});

export const mutated = (timestamp: number, data: object) => ({
  type: 3,
  data: { source: 0, texts: [], attributes: [], removes: [], adds: [], ...data },
  timestamp,
});
