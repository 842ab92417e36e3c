import type { Translate } from '../../core/message';
import type { Caption } from '../../platform/picture';
import type { HeatState } from '../../protocol/heat';
import type { MessageName, Request, Response } from '../../protocol/messages';
import { bothOf } from '../../report/painted-scale';
import { pinLines } from '../../report/pin-lines';
import { fileName, pictureNameOfB } from './file-name';
import { captionOf } from './picture-caption';
import { type PagePicture, takePicture } from './take-picture';

type Ask = <N extends MessageName>(name: N, request: Request<N>) => Promise<Response<N>>;

/** A picture of what a tab shows, what it says of itself, and the name of its file. */
export interface PictureOfTab {
  readonly state: HeatState;
  readonly picture: PagePicture;
  readonly caption: Caption;
  readonly name: string;
}

/** @throws HushmapError `picture.none` */
export async function pictureOf(
  tabId: number,
  ask: Ask,
  t: Translate,
  takenAt: number,
): Promise<PictureOfTab> {
  const picture = await takePicture(tabId, ask);
  // Where heat is by element, the page has told its peak at the latest while it was looked at.
  const state = await ask('heat.state', { tabId });
  const comparison = await ask('heat.comparison', { tabId });
  const { lines, ...head } = captionOf({ state, comparison }, takenAt, picture.cut, t);
  const pinned = pinLines(await ask('pins.list', { tabId }), t);
  const both = bothOf(state, comparison);
  const isB = both?.compare.view === 'side' && both.compare.side === 'b';
  return {
    state,
    picture,
    caption: { ...head, lines: [...lines, ...pinned] },
    name: both !== null && isB ? pictureNameOfB(state, both) : fileName(state, 'png'),
  };
}
