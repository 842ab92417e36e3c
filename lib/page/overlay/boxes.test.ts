import { beforeEach, expect, test, vi } from 'vitest';

/** There is no layout here: elements say where they lie. */
vi.hoisted(() => {
  Element.prototype.getBoundingClientRect = function (this: Element) {
    const [x = 0, y = 0, width = 0, height = 0] = (this.getAttribute('data-at') ?? '')
      .split(' ')
      .map(Number);
    return new DOMRect(x, y, width, height);
  };
});

const { createMeasure } = await import('./boxes');

beforeEach(() => {
  // The initial values, which happy-dom leaves out.
  document.head.innerHTML =
    '<style>* { overflow-x: visible; overflow-y: visible; position: static; transform: none; filter: none }</style>';
});

/** Something below the fold, in a root as high as the window. */
const put = (style: string): Element => {
  document.body.innerHTML = `<div id="root" style="${style}" data-at="0 0 800 600"><p data-at="700 2000 300 20">Far down</p></div>`;
  const element = document.querySelector('p');
  if (element === null) throw new Error('no element');
  return element;
};

test.each([
  ['nothing', '', 1000],
  ['one axis', 'overflow-x: clip', 800],
  ['what has no box', 'display: contents; overflow-x: hidden; overflow-y: hidden', 1000],
])('below the fold an element is seen where its root cuts %s', (_, style, right) => {
  const seen = createMeasure(window)(put(style));
  expect(seen?.rect).toEqual({ left: 700, top: 2000, right, bottom: 2020 });
});

test.each([
  ['hides both axes', 'overflow-x: hidden; overflow-y: hidden'],
  ['scrolls', 'overflow-x: auto; overflow-y: auto'],
  ['cuts downwards', 'overflow-y: clip'],
])('it is not seen where its root %s', (_, style) => {
  expect(createMeasure(window)(put(style))).toBeNull();
});
