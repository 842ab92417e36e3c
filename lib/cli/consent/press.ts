import type { Page } from 'playwright';
import { PathBlocked, type Pressed } from '../../consent/walk/driver';
import type { Box } from '../../protocol/walk/banner';
import type { FrameWorld } from '../world';
import { ask, Frames, TargetSchema } from './frames';

/** Tries before a control that moves, or is made anew, is called out of reach. */
const TRIES = 6;
const SETTLE_MS = 120;

/** What was pressed, where, and when. */
export interface Press {
  readonly t: number;
  /** In the page's viewport. */
  readonly box: Box;
}

/**
 * Presses a control as a person does: the pointer goes there, and presses where the control still is
 * and nothing lies over it. The events are trusted ones.
 *
 * @throws PathBlocked `control-covered` or `control-moves`; `no-control` where it has gone.
 */
export async function press(page: Page, control: Pressed): Promise<Press> {
  let why: 'control-covered' | 'control-moves' | 'no-control' = 'no-control';
  for (let tried = 0; tried < TRIES; tried++) {
    const first = await find(page, control);
    if (first === null) {
      await page.waitForTimeout(SETTLE_MS);
      continue;
    }
    if (!first.hittable) {
      why = 'control-covered';
      await page.waitForTimeout(SETTLE_MS * 2);
      continue;
    }
    const [x, y] = middle(first.box);
    await page.mouse.move(x, y, { steps: 4 });
    await page.waitForTimeout(SETTLE_MS);
    const second = await find(page, control);
    if (second === null || !isSamePlace(first.box, second.box) || !second.hittable) {
      why = 'control-moves';
      continue;
    }
    await page.mouse.down();
    const t = Date.now();
    await page.mouse.up();
    return { t, box: second.box };
  }
  throw new PathBlocked(why);
}

const middle = ({ x, y, width, height }: Box): [number, number] => [x + width / 2, y + height / 2];

/** A few pixels are an animation's end. */
const isSamePlace = (a: Box, b: Box): boolean => Math.abs(a.x - b.x) < 4 && Math.abs(a.y - b.y) < 4;

/** Where a control is now, in the page's viewport; null: no frame has it. */
async function find(page: Page, { selector, label, role }: Pressed) {
  const asked = JSON.stringify({ selector, label, role });
  const { worlds } = await Frames.of(page);
  for (const world of await bannerFirst(worlds)) {
    const found = await ask(world, `hushmap.target(${asked})`, TargetSchema);
    const by = found === null ? null : await world.offset();
    if (found === null || by === null) continue;
    return { ...found, box: { ...found.box, x: found.box.x + by.x, y: found.box.y + by.y } };
  }
  return null;
}

/** A selector may fit in several frames: the one with the banner is meant. */
async function bannerFirst(worlds: readonly FrameWorld[]): Promise<FrameWorld[]> {
  if (worlds.length < 2) return [...worlds];
  const seen = await new Frames(worlds).banner();
  return seen === null ? [...worlds] : [seen.world, ...worlds.filter((one) => one !== seen.world)];
}
