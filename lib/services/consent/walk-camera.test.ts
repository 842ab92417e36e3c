import { beforeEach, describe, expect, it } from 'vitest';
import { HushmapError } from '../../core/errors';
import type { FrameCovers } from '../../protocol/banner-messages';
import type { MessageName, Request } from '../../protocol/messages';
import type { Box } from '../../protocol/walk/banner';
import type { Covered, WalkPorts } from './ports';
import { createWalkCamera } from './walk-camera';

const TAB = 4;
const box = (x: number, y: number, width = 10, height = 10): Box => ({ x, y, width, height });

interface Frame {
  readonly url: string;
  readonly viewport: Covered['viewport'];
  truncated: number;
  covers: FrameCovers | null;
}

const frame = (url: string, boxes: Box[], size = { width: 1_000, height: 600 }): Frame => ({
  url,
  viewport: size,
  truncated: 0,
  covers: { boxes, frames: [] },
});

function setUp() {
  const world = {
    frames: new Map<number, Frame>([[0, frame('https://shop.test/', [box(1, 2)])]]),
    shots: 0,
    allowed: true,
    /** What happens while a picture is taken. */
    meanwhile: (): void => undefined,
    painted: null as Covered | null,
  };
  const answer = (frameId: number, name: MessageName): unknown => {
    const one = world.frames.get(frameId);
    if (one === undefined) throw new HushmapError('message.noHandler', [name]);
    if (name === 'scanner.scan') return { truncated: one.truncated, sightings: [] };
    return name === 'banner.covers' ? one.covers : { url: one.url, viewport: one.viewport };
  };
  const page: Pick<WalkPorts['page'], 'injectBanner' | 'injectScanner' | 'send'> = {
    injectBanner: async () => [...world.frames.keys()],
    injectScanner: async () => [...world.frames.keys()],
    send: async <N extends MessageName>(_: number, frameId: number, name: N, _r: Request<N>) =>
      // Of the answers, what a camera reads.
      answer(frameId, name) as never,
  };
  const camera: WalkPorts['camera'] = {
    shoot: async () => {
      world.shots += 1;
      world.meanwhile();
      return world.allowed ? 'shot' : null;
    },
    paint: async (_, covered) => {
      world.painted = covered;
      return 'painted';
    },
  };
  // A camera asks a page for nothing else.
  return { world, camera: createWalkCamera({ page: page as WalkPorts['page'], camera }) };
}

let it_: ReturnType<typeof setUp>;
beforeEach(() => {
  it_ = setUp();
});

const withIframe = (url: string, at: Box): void => {
  const top = it_.world.frames.get(0);
  if (top?.covers) top.covers = { ...top.covers, frames: [...top.covers.frames, { url, box: at }] };
};

describe('a picture of the tab', () => {
  it('leaves the background painted over', async () => {
    const { camera, world } = it_;
    expect(await camera.take(TAB)).toBe('painted');
    expect(world.painted).toEqual({
      viewport: { width: 1_000, height: 600 },
      boxes: [box(1, 2)],
    });
  });

  it('is none where the browser allows none, and then nothing is read', async () => {
    const { camera, world } = it_;
    world.allowed = false;
    world.frames.clear();
    expect(await camera.take(TAB)).toBeNull();
    expect(world.shots).toBe(1);
  });

  it('is none where the page has moved meanwhile', async () => {
    const { camera, world } = it_;
    world.meanwhile = () => {
      world.frames.set(0, frame('https://shop.test/', [box(1, world.shots)]));
    };
    expect(await camera.take(TAB)).toBeNull();
    expect(world.painted).toBeNull();
  });

  it('is none where what is personal in the page can not be told', async () => {
    const { camera, world } = it_;
    const top = frame('https://shop.test/', []);
    world.frames.set(0, { ...top, covers: null });
    expect(await camera.take(TAB)).toBeNull();
    world.frames.set(0, { ...top, truncated: 1 });
    expect(await camera.take(TAB)).toBeNull();
    world.frames.delete(0);
    expect(await camera.take(TAB)).toBeNull();
    expect(world.painted).toBeNull();
  });

  it('shows a frame that was read, its boxes where it lies', async () => {
    const { camera, world } = it_;
    const inner = frame('https://chat.test/', [box(3, 4)], { width: 300, height: 200 });
    world.frames.set(7, inner);
    withIframe('https://chat.test/', box(100, 50, 300, 200));
    await camera.take(TAB);
    expect(world.painted?.boxes).toEqual([box(1, 2), box(103, 54)]);
  });

  it('covers a frame whole that was not read, or whose place is not sure', async () => {
    const { camera, world } = it_;
    const size = { width: 300, height: 200 };
    const [ads, twin, far, zoomed] = [
      box(0, 0, 300, 200),
      box(300, 0, 300, 200),
      box(600, 0, 300, 200),
      box(0, 300, 150, 100),
    ];
    withIframe('https://ads.test/', ads);
    withIframe('https://twin.test/', twin);
    withIframe('https://twin.test/', far);
    withIframe('https://zoomed.test/', zoomed);
    world.frames.set(7, frame('https://twin.test/', [], size));
    world.frames.set(8, frame('https://zoomed.test/', [], size));
    world.frames.set(9, { ...frame('https://ads.test/', [], size), truncated: 1 });
    await camera.take(TAB);
    expect(world.painted?.boxes).toEqual([box(1, 2), ads, twin, far, zoomed]);
  });
});
