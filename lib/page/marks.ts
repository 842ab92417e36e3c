import { natives } from './natives';

/** Classes and attributes that were put on elements of a page, and the way back. */
export interface Marks {
  /** `class="rr-mask"` joins the classes that are there; any other attribute takes the value's place. */
  put(element: Element, text: string): void;
  /** Elements that carry a mark. */
  readonly elements: number;
  /** Takes all of it away. What the page itself has changed meanwhile stays as the page has it. */
  undo(): void;
}

/** Keeps what stood there before, per element and attribute, so that nothing remains after `undo`. */
export function createMarks(): Marks {
  /** Element → attribute → what stood there, and what was put there last. */
  const marked = new Map<Element, Map<string, { readonly was: string | null; put: string }>>();
  return {
    get elements() {
      return marked.size;
    },
    put(element, text) {
      const [, name, value = ''] = MARK.exec(text) ?? [];
      if (name === undefined) return;
      const now = natives.attribute(element, name);
      const next = name === 'class' ? joined(now, value) : value;
      if (next === now) return;
      const attributes = marked.get(element) ?? new Map();
      marked.set(element, attributes);
      const known = attributes.get(name);
      attributes.set(name, { was: known ? known.was : now, put: next });
      natives.setAttribute(element, name, next);
    },
    undo() {
      for (const [element, attributes] of marked) {
        for (const [name, { was, put }] of attributes) restore(element, name, was, put);
      }
      marked.clear();
    },
  };
}

const MARK = /^([\w:.-]{1,100})(?:="([^"<>]*)")?$/;

const tokens = (classes: string | null): string[] =>
  (classes ?? '').split(/\s+/).filter((token) => token !== '');

function joined(classes: string | null, more: string): string {
  const there = tokens(classes);
  const missing = tokens(more).filter((token) => !there.includes(token));
  if (missing.length === 0) return classes ?? '';
  return `${classes ?? ''}${there.length > 0 ? ' ' : ''}${missing.join(' ')}`;
}

function restore(element: Element, name: string, was: string | null, put: string): void {
  const now = natives.attribute(element, name);
  if (now === put) {
    if (was === null) natives.removeAttribute(element, name);
    else natives.setAttribute(element, name, was);
    return;
  }
  if (name !== 'class' || now === null) return;
  // The page has set its classes anew, and may have kept ours among them.
  const before = tokens(was);
  const ours = tokens(put).filter((token) => !before.includes(token));
  const kept = tokens(now).filter((token) => !ours.includes(token));
  if (kept.length < tokens(now).length) natives.setAttribute(element, name, kept.join(' '));
}
