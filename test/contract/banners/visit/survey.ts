import type { Frame } from 'playwright';

/** A control as it lies there, found by its words. */
export interface Control {
  readonly label: string;
  readonly tag: string;
  readonly x: number;
  readonly y: number;
  readonly area: number;
  /** A press in its middle reaches it. */
  readonly isHit: boolean;
  readonly isTabbable: boolean;
  readonly fontPx: number;
  /** It has a fill or a border, as a button has. */
  readonly isButton: boolean;
  readonly textContrast: number;
  readonly fillContrast: number;
  readonly href: string;
}

export interface Survey {
  readonly controls: readonly Control[];
  /** Switches that are on and could be off. */
  readonly on: number;
  readonly pageLang: string;
  readonly isInert: boolean;
  /** Share of the viewport where a press reaches the page itself. */
  readonly reachable: number;
}

/** Keeps the shadow roots of a page, so that a closed one can be looked into. It stays closed. */
export const KEEP_ROOTS = `{
  const attach = Element.prototype.attachShadow;
  const roots = [];
  Object.defineProperty(window, 'keptRoots', { value: roots });
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    roots.push(root);
    return root;
  };
}`;

/** Looks at one document, and finds controls by their words. */
export const survey = (frame: Frame, labels: readonly string[]): Promise<Survey> =>
  frame.evaluate(look, [...labels]);

/** Runs in the page, so it knows nothing outside of itself. */
function look(labels: string[]): Survey {
  type Shadow = ShadowRoot | Document;
  const kept = (window as unknown as { keptRoots?: ShadowRoot[] }).keptRoots ?? [];
  const roots: Shadow[] = [document, ...kept.filter(({ host }) => host.isConnected)];
  const rootOf = (host: Element) => kept.find((root) => root.host === host);

  const hitAt = (x: number, y: number): Element | null => {
    let hit = document.elementFromPoint(x, y);
    for (let root = hit && rootOf(hit); root; root = hit && rootOf(hit)) {
      const inner = root.elementFromPoint(x, y);
      if (inner === null || inner === hit) break;
      hit = inner;
    }
    return hit;
  };
  const rgb = (color: string): [number, number, number, number] => {
    const [r = 0, g = 0, b = 0, a = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const parentOf = (element: Element): Element | null => {
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  };
  const fillOf = (element: Element | null): [number, number, number] => {
    for (let at = element; at; at = parentOf(at)) {
      const [r, g, b, a] = rgb(getComputedStyle(at).backgroundColor);
      if (a > 0.5) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const light = (parts: readonly number[]): number => {
    const [r = 0, g = 0, b = 0] = parts.map((part) => {
      const c = part / 255;
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: readonly number[], other: readonly number[]): number => {
    const [a, b] = [light(one), light(other)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const wordsOf = (element: Element): string =>
    (element.textContent ?? '').replace(/\s+/g, ' ').trim() === '×'
      ? (element.getAttribute('aria-label') ?? '')
      : (element.textContent ?? '').replace(/\s+/g, ' ').trim();

  const controls = roots.flatMap((root) =>
    [...root.querySelectorAll('button, a, [role=button], .like-button')].flatMap((element) => {
      const box = element.getBoundingClientRect();
      const label = wordsOf(element);
      const isShown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      if (!labels.includes(label) || !isShown || box.width === 0) return [];
      if (element.closest('footer') && root === document) return [];
      const x = box.x + box.width / 2;
      const y = box.y + box.height / 2;
      const style = getComputedStyle(element);
      const hit = hitAt(x, y);
      const [, , , alpha] = rgb(style.backgroundColor);
      const isBordered = Number.parseFloat(style.borderTopWidth) > 0;
      return [
        {
          label,
          tag: element.tagName,
          x,
          y,
          area: box.width * box.height,
          isHit:
            hit !== null &&
            (element.contains(hit) || hit.contains(element)) &&
            hit !== document.body &&
            hit !== document.documentElement,
          isTabbable: (element as HTMLElement).tabIndex >= 0,
          fontPx: Number.parseFloat(style.fontSize),
          isButton: (alpha > 0.1 || isBordered) && element.tagName !== 'A',
          textContrast: contrast(rgb(style.color).slice(0, 3), fillOf(element)),
          fillContrast: contrast(fillOf(element), fillOf(parentOf(element))),
          href: element.getAttribute('href') ?? '',
        },
      ];
    }),
  );
  const switches = roots.flatMap((root) => [
    ...root.querySelectorAll<HTMLInputElement>('input[type=checkbox]'),
  ]);
  const content = document.querySelector('main');
  let reached = 0;
  for (let i = 0; i < 100; i++) {
    const hit = document.elementFromPoint(
      ((i % 10) + 0.5) * (innerWidth / 10),
      (Math.floor(i / 10) + 0.5) * (innerHeight / 10),
    );
    if (
      hit?.closest('main, header, footer') ||
      hit === document.body ||
      hit === document.documentElement
    )
      reached++;
  }
  return {
    controls,
    on: switches.filter(({ checked, disabled }) => checked && !disabled).length,
    pageLang: document.documentElement.lang,
    isInert: content?.closest('[inert]') != null,
    reachable: reached / 100,
  };
}
