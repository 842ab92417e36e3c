import type { Cell } from '../../lib/heatmap/cells';

/** The same cells in every run: clusters, lone cells and counts over three decades. */
export function scatter(
  seed: number,
  length: number,
  { height = 3000, width = 1280, fixed = 0 } = {},
) {
  let state = seed * 7919;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const centres = Array.from({ length: 12 }, () => [random() * width, random() * height] as const);
  return Array.from({ length }, (_, i): Cell => {
    const [cx, cy] = centres[Math.floor(random() * centres.length)] ?? [0, 0];
    const lone = random() < 0.3;
    const place = (centre: number, most: number) =>
      Math.min(most, Math.max(0, lone ? random() * most : centre + (random() - 0.5) * 160));
    const isFixed = i < fixed;
    return {
      x: place(cx, width),
      y: isFixed ? random() * 120 : place(cy, height),
      size: 16,
      count: Math.ceil(10 ** (random() * 3)) + 10,
      people: 20,
      fixed: isFixed,
    };
  });
}
