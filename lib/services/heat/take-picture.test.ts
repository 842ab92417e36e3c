import { describe, expect, it } from 'vitest';
import type { MessageName, Request, Response } from '../../protocol/messages';
import { takePicture } from './take-picture';

const VIEWPORT = { width: 800, height: 600 };

/** A page of this height in a browser that gives the `n`th picture as `shoot` says. */
function pageOf(height: number, shoot: (n: number) => string | null = (n) => `png ${n}`) {
  const poses: (number | null)[] = [];
  let shots = 0;
  // The names and answers are those of the protocol; only two of them are asked for.
  const ask = (async (name: MessageName, request: Request<'heat.pose'>) => {
    if (name === 'heat.picture') return shoot(++shots);
    poses.push(request.top);
    if (request.top === null) return null;
    return { top: Math.min(request.top, Math.max(0, height - 600)), viewport: VIEWPORT, height };
  }) as <N extends MessageName>(name: N, request: Request<N>) => Promise<Response<N>>;
  return { ask, poses };
}

describe('a picture of the whole page', () => {
  it('is taken a viewport at a time, the last piece where the page ends, and the page put back', async () => {
    const { ask, poses } = pageOf(1500);
    const picture = await takePicture(7, ask);
    expect(picture.pieces.map(({ top }) => top)).toEqual([0, 600, 900]);
    expect(picture).toMatchObject({ width: 800, height: 1500, cut: false });
    expect(poses).toEqual([0, 600, 1200, null]);
  });

  it('of a short page is one piece', async () => {
    const { ask } = pageOf(400);
    expect(await takePicture(7, ask)).toMatchObject({ height: 600, cut: false });
  });

  it('ends where canvases end, and says so', async () => {
    const { ask } = pageOf(90_000);
    const picture = await takePicture(7, ask);
    expect(picture).toMatchObject({ height: 32_000, cut: true });
  });

  it('is none of a page that does not go where it is sent, or has no size', async () => {
    const { ask } = pageOf(3000);
    const stuck = (async (name: MessageName, request: Request<'heat.pose'>) => {
      const answer = await ask('heat.pose', request);
      return name === 'heat.picture' ? 'png' : answer && { ...answer, top: 0 };
      // As above.
    }) as typeof ask;
    await expect(takePicture(7, stuck)).rejects.toMatchObject({ code: 'picture.none' });
    const flat = (async (name: MessageName, request: Request<'heat.pose'>) => {
      const answer = await ask('heat.pose', request);
      const viewport = { width: 0, height: 0 };
      return name === 'heat.picture' ? 'png' : answer && { ...answer, viewport };
      // As above.
    }) as typeof ask;
    await expect(takePicture(7, flat)).rejects.toMatchObject({ code: 'picture.none' });
  });

  it('tries again on a page that was moving, and puts it back where there is none at all', async () => {
    const { ask } = pageOf(600, (n) => (n === 1 ? null : 'png'));
    expect((await takePicture(7, ask)).pieces).toHaveLength(1);
    const never = pageOf(600, () => null);
    await expect(takePicture(7, never.ask)).rejects.toMatchObject({ code: 'picture.none' });
    expect(never.poses.at(-1)).toBeNull();
  });
});
