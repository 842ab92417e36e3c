import type { WalkClick } from '../../protocol/walk/step';
import { type Choice, reject } from './choose';
import { PathBlocked, type Visitor } from './driver';

const REACT_MS = 3_000;

/**
 * Takes a consent back: by a control that the page keeps for it, then as a refusal is made.
 *
 * @throws PathBlocked `no-withdrawal` where nothing on the page leads back.
 */
export async function withdraw(visitor: Visitor): Promise<Choice> {
  const clicks: WalkClick[] = [];
  for (const control of await visitor.reopeners()) {
    clicks.push(await visitor.press(control, 'reopen'));
    await visitor.stay(300);
    const banner = await visitor.banner(REACT_MS);
    if (banner === null) continue;
    const refused = await reject(visitor, banner);
    return { clicks: [...clicks, ...refused.clicks], settings: banner };
  }
  throw new PathBlocked('no-withdrawal');
}
