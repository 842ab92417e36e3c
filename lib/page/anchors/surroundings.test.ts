import { beforeEach, expect, test, vi } from 'vitest';

/** There is no layout here: elements say where they lie, and how high what they hold is. */
vi.hoisted(() => {
  Element.prototype.getBoundingClientRect = function (this: Element) {
    const [x = 0, y = 0, width = 0, height = 0] = (this.getAttribute('data-at') ?? '')
      .split(' ')
      .map(Number);
    return new DOMRect(x, y, width, height);
  };
  Object.defineProperty(Element.prototype, 'scrollHeight', {
    configurable: true,
    get(this: Element) {
      return Number(this.getAttribute('data-holds') ?? 0);
    },
  });
});

const { createSurveyor } = await import('./surroundings');

beforeEach(() => {
  // The initial values, which happy-dom leaves out.
  document.head.innerHTML =
    '<style>* { overflow-x: visible; overflow-y: visible; position: static; transform: none; filter: none }</style>';
});

/** Something below the fold, in a root as high as the window. */
const put = (style: string): Element => {
  document.body.innerHTML = `<div id="root" style="${style}" data-at="0 0 800 600" data-holds="3000"><p data-at="700 2000 300 20">Far down</p></div>`;
  const element = document.querySelector('p');
  if (element === null) throw new Error('no element');
  return element;
};

const far = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

test.each([
  ['nothing', '', null],
  ['one axis', 'overflow-x: clip', { ...far, left: 0, right: 800 }],
  ['the other', 'overflow-y: clip', { ...far, top: 0, bottom: 600 }],
  ['what has no box', 'display: contents; overflow-x: hidden; overflow-y: hidden', null],
])('a root that cuts %s leaves the page its mover', (_, style, clip) => {
  const seen = createSurveyor(window)(put(style));
  expect(seen).toMatchObject({ clip, mover: { kind: 'page' } });
});

test('a root that scrolls cuts both axes and moves what it holds', () => {
  const seen = createSurveyor(window)(put('overflow-x: auto; overflow-y: auto'));
  expect(seen).toMatchObject({
    clip: { left: 0, top: 0, right: 800, bottom: 600 },
    mover: { kind: 'scroller', element: document.querySelector('#root') },
  });
});
