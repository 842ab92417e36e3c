import { Window } from 'happy-dom';
import { afterEach, expect, test, vi } from 'vitest';

/** There is no layout here: elements say where they lie in their own window. */
vi.hoisted(() => {
  Element.prototype.getBoundingClientRect = function (this: Element) {
    const at = this.isConnected ? this.getAttribute('data-at') : null;
    const [x = 0, y = 0, width = 0, height = 0] = (at ?? '').split(' ').map(Number);
    return new DOMRect(x, y, width, height);
  };
  for (const side of ['Width', 'Height'] as const) {
    Object.defineProperty(HTMLElement.prototype, `offset${side}`, {
      configurable: true,
      get(this: HTMLElement) {
        return this.getBoundingClientRect()[side === 'Width' ? 'width' : 'height'];
      },
    });
  }
});

const { createMarks } = await import('./marks');

/** Browsers compute this where nothing is said; here it has to be. */
const OPEN = 'overflow-x:visible;overflow-y:visible';
document.body.style.cssText = OPEN;

afterEach(() => {
  document.body.innerHTML = '';
});

function outlineOf(element: Element | null) {
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  createMarks(root).outline(element);
  const { display, left, top, width, height } = (root.firstElementChild as HTMLElement).style;
  return display === 'none' ? null : [left, top, width, height];
}

test('the outline lies around its element', () => {
  document.body.innerHTML = '<button data-at="10 20 100 30"></button>';
  expect(outlineOf(document.querySelector('button'))).toEqual(['7px', '17px', '106px', '36px']);
});

test('the outline of an element in a frame lies where the frame shows it', () => {
  document.body.innerHTML = '<iframe data-at="200 300 400 400"></iframe>';
  const inner = new Window();
  Object.defineProperty(inner, 'frameElement', { value: document.querySelector('iframe') });
  inner.document.body.style.cssText = OPEN;
  inner.document.body.innerHTML = '<button data-at="10 20 100 30"></button>';
  const button = inner.document.querySelector('button') as unknown as Element; // As the page's.
  expect(outlineOf(button)).toEqual(['207px', '317px', '106px', '36px']);
});

test('what its frame cuts off is not outlined', () => {
  document.body.innerHTML = '<iframe data-at="200 300 400 400"></iframe>';
  const inner = new Window();
  Object.defineProperty(inner, 'frameElement', { value: document.querySelector('iframe') });
  inner.document.body.style.cssText = OPEN;
  inner.document.body.innerHTML = '<p data-at="0 100 400 5000"></p><i data-at="0 900 9 9"></i>';
  const [long, below] = ['p', 'i'].map((tag) => inner.document.querySelector(tag));
  const outline = (element: unknown) => outlineOf(element as Element); // As the page's.
  expect(outline(long)).toEqual(['197px', '397px', '406px', '306px']);
  expect(outline(below)).toBeNull();
});

test('what is not drawn, is gone or is nothing has no outline', () => {
  document.body.innerHTML = '<button></button><b data-at="10 20 100 30"></b>';
  expect(outlineOf(document.querySelector('button'))).toBeNull();
  const gone = document.querySelector('b');
  gone?.remove();
  expect(outlineOf(gone)).toBeNull();
  expect(outlineOf(null)).toBeNull();
});
