import * as v from 'valibot';
import { randomHex } from '../../core/ids';
import { CountSchema } from '../../protocol/common';
import { type FrameEvidence, FrameEvidenceSchema } from '../../protocol/evidence';
import type { Channel } from '../../protocol/recorders';
import { type Box, BoxSchema } from '../../protocol/walk/banner';
import type { FrameWorld } from '../world';

/**
 * Where a page shows something personal, as the masking audit tells, in the page's viewport.
 *
 * @param frames How many frames the page has: one without a world of ours was not read.
 * @returns null where that can't be told of all that the page shows.
 */
export async function personalBoxes(
  worlds: readonly FrameWorld[],
  frames: number,
): Promise<Box[] | null> {
  if (worlds.length === 0 || worlds.length < frames) return null;
  const boxes: Box[] = [];
  for (const world of worlds) {
    const found = await boxesIn(world);
    if (found === null) return null;
    boxes.push(...found);
  }
  return boxes;
}

const PlacedSchema = v.object({ boxes: v.array(BoxSchema), missing: CountSchema });

async function boxesIn(world: FrameWorld): Promise<Box[] | null> {
  const request = JSON.stringify({ runKey: randomHex(32), recorders: [], watch: false });
  const { sightings, truncated } = v.parse(
    FrameEvidenceSchema,
    await world.evaluate(`hushmap.scan(${request}, false)`),
  );
  // More than was told could be anywhere.
  if (truncated > 0) return null;
  const selectors = JSON.stringify(selectorsOf(sightings));
  const { boxes, missing } = v.parse(
    PlacedSchema,
    await world.evaluate(`hushmap.boxesOf(${selectors})`),
  );
  if (missing > 0) return null;
  // A frame that is not shown has no place in the page, and nothing in it has a box.
  if (boxes.length === 0) return [];
  const by = await world.offset();
  return by && boxes.map((box) => ({ ...box, x: box.x + by.x, y: box.y + by.y }));
}

const selectorsOf = (sightings: FrameEvidence['sightings']): string[] => [
  ...new Set(
    sightings
      .filter(({ channel }) => !NOT_ON_A_PICTURE.has(channel))
      .map(({ selector }) => selector),
  ),
];

/** What no picture of a page shows. An address has the whole document for its element. */
const NOT_ON_A_PICTURE: ReadonlySet<Channel> = new Set([
  'page-url',
  'resource-url',
  'document-title',
  'meta',
  'comment',
  'console',
]);
