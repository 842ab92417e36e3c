import { HushmapError } from '../../core/errors';
import type { MessageName, Request, Response } from '../../protocol/messages';

/** What one look at the page showed: a PNG in base64, one pixel to one CSS pixel. */
export interface PicturePiece {
  readonly png: string;
  /** CSS px from the top of the page. */
  readonly top: number;
}

export interface PagePicture {
  readonly pieces: readonly PicturePiece[];
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  /** The page is longer than the picture. */
  readonly cut: boolean;
}

type Ask = <N extends MessageName>(name: N, request: Request<N>) => Promise<Response<N>>;

/**
 * Takes a picture of the whole page with its heat, from the top down, a viewport at a time. What may
 * be personal in it is painted over before it leaves the background; where that cannot be told, or
 * the browser allows no picture, there is none.
 *
 * @throws HushmapError `picture.none`
 */
export async function takePicture(tabId: number, ask: Ask): Promise<PagePicture> {
  const pieces: PicturePiece[] = [];
  try {
    let wanted = 0;
    for (;;) {
      const pose = await ask('heat.pose', { tabId, top: wanted });
      if (pose === null) throw new HushmapError('picture.none');
      const { viewport, top } = pose;
      const end = Math.min(pose.height, MOST_HEIGHT);
      const isDone = top + viewport.height >= end - 1;
      // A page that does not go where it is sent would leave gaps, or never end.
      const isThere = Math.abs(top - wanted) <= 1 || (isDone && top < wanted);
      if (viewport.height < 1 || !isThere) throw new HushmapError('picture.none');
      pieces.push({ png: await shoot(tabId, ask), top });
      if (isDone) {
        const height = Math.min(Math.max(end, viewport.height), MOST_HEIGHT);
        return { pieces, width: viewport.width, height, cut: pose.height > MOST_HEIGHT };
      }
      wanted = top + viewport.height;
    }
  } finally {
    await ask('heat.pose', { tabId, top: null }).catch(() => null);
  }
}

/** A page that moves while it is read gives no picture; it may rest a moment later. */
async function shoot(tabId: number, ask: Ask): Promise<string> {
  for (let i = 0; i < TRIES; i++) {
    const png = await ask('heat.picture', { tabId });
    if (png !== null) return png;
  }
  throw new HushmapError('picture.none');
}

const TRIES = 3;

/** Canvases end at 32,767 px in Firefox and Safari; the caption needs some of them. */
const MOST_HEIGHT = 32_000;
