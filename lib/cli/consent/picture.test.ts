import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../protocol/evidence';
import type { Box } from '../../protocol/walk/banner';
import { placesOf } from '../in-page/boxes';
import type { FrameWorld, Offset } from '../world';
import { personalBoxes } from './personal-boxes';
import { steadyPicture } from './steady-picture';

const BOX: Box = { x: 10, y: 20, width: 100, height: 16 };

interface Shown {
  readonly sightings?: readonly Partial<Sighting>[];
  readonly boxes?: readonly Box[];
  readonly missing?: number;
  readonly offset?: Offset | null;
  readonly truncated?: number;
}

/** A frame that shows one email address, unless said otherwise. */
function world(shown: Shown = {}, asked: string[] = []): FrameWorld {
  const { sightings = [{}], boxes = [BOX], missing = 0, truncated = 0 } = shown;
  const evidence = {
    frameId: 0,
    url: 'https://acme.test/',
    origin: 'https://acme.test',
    elements: 1,
    shadowRoots: { open: 0, closed: 0, unreadable: 0 },
    values: 1,
    sightings: sightings.map((one) => ({ ...SIGHTING, ...one })),
    truncated,
    durationMs: 1,
    childFrames: [],
  };
  return {
    frameId: 0,
    evaluate: async (expression) => {
      if (expression.startsWith('hushmap.scan')) return evidence;
      asked.push(expression);
      return { boxes, missing };
    },
    evaluateInPage: async () => null,
    offset: async () => (shown.offset === undefined ? { x: 0, y: 0 } : shown.offset),
  };
}

const SIGHTING: Sighting = {
  selector: '#mail',
  template: '#mail',
  channel: 'text',
  attribute: '',
  pii: 'email',
  confidence: 1,
  why: [],
  length: 16,
  digest: '',
  preview: '',
  someoneElses: false,
  predictions: [],
};

describe('what is painted over', () => {
  it('is what each frame shows, where the frame is', async () => {
    const inner = world({ offset: { x: 300, y: 400 } });
    expect(await personalBoxes([world(), inner], 2)).toEqual([BOX, { ...BOX, x: 310, y: 420 }]);
  });

  it.each([
    ['no frame could be read', [], 1],
    ['a frame could not be read', [world()], 2],
    ['a frame has no place', [world(), world({ offset: null })], 2],
    ['an element is gone', [world({ missing: 1 })], 1],
    ['not all was told', [world({ truncated: 1 })], 1],
  ])('is not known where %s', async (_, worlds, frames) => {
    expect(await personalBoxes(worlds, frames)).toBeNull();
  });

  it('leaves out frames that are not shown, which have no place', async () => {
    expect(await personalBoxes([world({ boxes: [], offset: null })], 1)).toEqual([]);
  });

  it('leaves out what no picture shows, such as the address of the page', async () => {
    const asked: string[] = [];
    const sightings = [
      { selector: ':root', channel: 'page-url' as const },
      { selector: ':root', channel: 'resource-url' as const },
      { selector: '#field', channel: 'value' as const },
    ];
    await personalBoxes([world({ sightings }, asked)], 1);
    expect(asked).toEqual(['hushmap.boxesOf(["#field"])']);
  });

  it('tells of elements that are gone, and of selectors that are none', () => {
    document.body.innerHTML = '<p id="mail">ada@example.com</p>';
    const ports = { closedShadowRoot: () => null };
    expect(placesOf(document, ['#mail'], ports).missing).toBe(0);
    expect(placesOf(document, ['#mail', '#gone', '#‹email›['], ports).missing).toBe(2);
  });
});

describe('a picture', () => {
  const png = Buffer.from('png');
  /** Reads what is given, one after the other, and counts the pictures taken. */
  const taken = async (readings: (readonly Box[] | null)[]) => {
    let shots = 0;
    const left = [...readings];
    const picture = await steadyPicture(
      async () => left.shift() ?? null,
      async () => {
        shots += 1;
        return png;
      },
    );
    return { picture, shots };
  };
  const moved = [{ ...BOX, y: 60 }];

  it('is kept where nothing personal came or moved while it was taken', async () => {
    const nearly = [{ ...BOX, x: BOX.x + 0.2 }];
    expect(await taken([[BOX], nearly])).toEqual({ picture: { png, boxes: nearly }, shots: 1 });
    expect(await taken([[], []])).toEqual({ picture: { png, boxes: [] }, shots: 1 });
  });

  it('is taken once more where something did', async () => {
    expect(await taken([[], [BOX], [BOX]])).toEqual({
      picture: { png, boxes: [BOX] },
      shots: 2,
    });
  });

  it('is given up where that goes on, or can no longer be told', async () => {
    expect(await taken([[], [BOX], moved, moved])).toEqual({ picture: null, shots: 2 });
    expect(await taken([[BOX], null])).toEqual({ picture: null, shots: 1 });
    expect(await taken([null])).toEqual({ picture: null, shots: 0 });
  });
});
