// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { STRIDE } from '../packed';
import { createDifferenceRenderer } from './difference';

const VIEW = { scrollX: 0, width: 1280, height: 800, dpr: 1, scaleX: 1 };
const LOOK = { palette: 'vik', most: 0.2 } as const;

afterEach(() => vi.restoreAllMocks());

/** Boxes that are filled where a page with these squares is scrolled so far. */
function filled(squares: readonly (readonly number[])[], scrollY: number, fixed = false) {
  const boxes: number[][] = [];
  const context = {
    fillStyle: '',
    scale: () => undefined,
    fillRect: (...box: number[]) => void boxes.push(box),
  };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(
    // The renderer calls these alone.
    context as unknown as CanvasRenderingContext2D,
  );
  const renderer = createDifferenceRenderer(document.createElement('div'));
  const chunk = { data: Float32Array.from(squares.flat()), fixed };
  expect(chunk.data.length % STRIDE).toBe(0);
  renderer.render([chunk], [], LOOK, { ...VIEW, scrollY });
  renderer.destroy();
  return boxes;
}

describe('squares of a difference', () => {
  const TALL = [640, 5_000, 10_000, 0.1] as const;

  it('are drawn as long as a part of them is in view, however large they are', () => {
    for (const scrollY of [0, 4_500, 9_900]) {
      expect(filled([TALL], scrollY)).toEqual([[-4_360, 0 - scrollY, 10_000, 10_000]]);
    }
  });

  it('are drawn from a page’s top to its end, the small ones beside the tall', () => {
    const small = [100, 9_000, 16, -0.1] as const;
    expect(filled([TALL, small], 8_900)).toHaveLength(2);
    expect(filled([TALL, small], 100)).toHaveLength(1);
  });

  it('are not looked for where none reaches', () => {
    const rows = Array.from({ length: 1_000 }, (_, i) => [100, i * 16, 16, 0.1]);
    expect(filled(rows, 8_000).length).toBeLessThan(60);
  });
});
