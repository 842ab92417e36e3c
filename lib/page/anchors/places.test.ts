import { beforeEach, expect, test, vi } from 'vitest';
import { createPauses } from './slices';

const boxes = vi.hoisted(() => {
  const boxes = new Map<string, readonly [x: number, y: number]>();
  /** There is no layout here: elements lie where the test puts them, 10 px wide and high. */
  Element.prototype.getBoundingClientRect = function (this: Element) {
    const [x, y] = boxes.get(this.id) ?? [0, 0];
    return new DOMRect(x, y, 10, 10);
  };
  return boxes;
});

const { createPlaces } = await import('./places');

beforeEach(() => {
  boxes.clear();
  document.head.innerHTML =
    '<style>* { overflow-x: visible; overflow-y: visible; transform: none; filter: none } i { position: fixed } b { position: static }</style>';
  window.scrollTo(0, 0);
});

const MIDDLE = Float32Array.of(0.5, 0.5, 16, 1);

const itemsOf = (...ids: string[]) =>
  ids.map((id) => {
    const element = document.getElementById(id);
    if (element === null) throw new Error(`There is no ${id}.`);
    return { element, cells: MIDDLE };
  });

const ysOf = (places: ReturnType<typeof createPlaces>) =>
  places.chunks
    .flatMap(({ data }) => [...data].filter((_, i) => i % 4 === 1))
    .sort((a, b) => a - b);

test('what was measured stays until the next items are, whatever moves meanwhile', async () => {
  document.body.innerHTML = '<i id="bar"></i><b id="text"></b>';
  boxes.set('bar', [0, 100]).set('text', [0, 700]);
  const places = createPlaces(window);
  places.setItems(itemsOf('bar'));
  await places.measure(createPauses());
  expect(ysOf(places)).toEqual([105]);

  places.setItems(itemsOf('text', 'bar'));
  boxes.set('bar', [0, 300]);
  expect(places.follow()).toBe(true);
  // The bar's own cell, and not the text's under the bar's number.
  expect(ysOf(places)).toEqual([305]);
  await places.measure(createPauses());
  expect(ysOf(places)).toEqual([305, 705]);
});

test('a place that was measured before the page scrolled is told where it is now', async () => {
  document.body.innerHTML = '<i id="bar"></i><b id="text"></b>';
  boxes.set('bar', [0, 100]).set('text', [0, 700]);
  const places = createPlaces(window);
  places.setItems(itemsOf('bar', 'text'));
  await places.measure(createPauses());
  window.scrollTo(0, 200);
  expect(places.seen(0)?.rect.top).toBe(100);
  expect(places.seen(1)?.rect.top).toBe(500);
});

test('what is too much for one frame is said, and left to be measured', async () => {
  const ids = Array.from({ length: 150 }, (_, i) => `bar-${i}`);
  document.body.innerHTML = ids.map((id) => `<i id="${id}"></i>`).join('');
  for (const id of ids) boxes.set(id, [0, 50]);
  const onBehind = vi.fn();
  const places = createPlaces(window, onBehind);
  places.setItems(itemsOf(...ids));
  await places.measure(createPauses());
  for (const id of ids) boxes.set(id, [0, 90]);
  places.follow();
  expect(onBehind).toHaveBeenCalledOnce();
  await places.measure(createPauses());
  expect(new Set(ysOf(places))).toEqual(new Set([95]));
  expect(places.follow()).toBe(false);
});
