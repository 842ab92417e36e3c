import { afterEach, describe, expect, it, vi } from 'vitest';
import { coversOf } from './covers';
import type { BannerPorts } from './ports';

const ports: BannerPorts = { document, shadowRootOf: (host) => host.shadowRoot, frame: 'top' };

const put = (html: string): void => {
  document.body.innerHTML = html;
};

/** There is no layout here: elements say where they lie. */
const layOut = (): void => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const [x = 0, y = 0, width = 0, height = 0] = (this.getAttribute('data-at') ?? '')
      .split(' ')
      .map(Number);
    return new DOMRect(x, y, width, height);
  });
  vi.spyOn(Range.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect());
};

afterEach(() => {
  vi.restoreAllMocks();
  put('');
});

describe('what a picture is painted over at', () => {
  it('is the elements that are named and in sight', () => {
    put('<p id="a" data-at="10 20 100 30">Ada</p><p id="b" data-at="10 9000 100 30">Bob</p>');
    layOut();
    expect(coversOf(window, ['#a', '#b'], ports)?.boxes).toEqual([
      { x: 10, y: 20, width: 100, height: 30 },
    ]);
  });

  it('can not be told where one of them is not found', () => {
    put('<p id="a" data-at="10 20 100 30">Ada</p>');
    layOut();
    expect(coversOf(window, ['#a', '#gone'], ports)).toBeNull();
  });

  it('can not be told of a page that is zoomed with two fingers', () => {
    layOut();
    const zoomed = Object.create(window, { visualViewport: { value: { scale: 2 } } });
    expect(coversOf(zoomed, [], ports)).toBeNull();
  });

  it('is every frame too, in shadow roots as well, and whole where it is scaled or no iframe', () => {
    put('<div id="host"></div><object data-at="0 0 50 50"></object>');
    const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
    if (!root) throw new Error('There is no host.');
    root.innerHTML = '<iframe data-at="5 5 300 200"></iframe>';
    layOut();
    expect(coversOf(window, [], ports)?.frames).toEqual([
      { url: '', box: { x: 0, y: 0, width: 50, height: 50 } },
      { url: '', box: { x: 5, y: 5, width: 300, height: 200 } },
    ]);
  });
});
