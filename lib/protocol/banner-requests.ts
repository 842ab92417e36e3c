import * as v from 'valibot';
import { FiniteSchema } from './common';
import { entry, heard, nothing } from './message-entry';
import { BannerControlSchema } from './walk/banner';

const Selector = v.pipe(v.string(), v.maxLength(1000));

/** A control of a banner, as it is sought again. */
export const SoughtSchema = v.pick(BannerControlSchema, ['selector', 'label', 'role']);

/**
 * What our script in a page's frame hears during a walk. It parses what it is asked, and whoever asks
 * parses the answer, so the schemas of answers stay out of its script.
 */
export const BANNER_REQUESTS = {
  'banner.read': heard('background', nothing),
  'banner.reopeners': heard('background', nothing),
  'banner.state': heard('background', nothing),
  'banner.stored': heard('background', nothing),
  /** Clears what a page's own script can: now, and once more when the document goes. */
  'banner.clear': heard('background', nothing),
  /**
   * Frames a control and waits for the person's press on it, or on another one that decides the same.
   * A long question: it is answered with null after a while, and may be asked again under its id.
   */
  'banner.guide': heard(
    'background',
    v.object({ id: v.pipe(v.string(), v.maxLength(80)), sought: SoughtSchema }),
  ),
  /** Presses a control by a script. */
  'banner.press': heard('background', v.object({ sought: SoughtSchema })),
  /** Frames an element; null takes every frame away, and ends what was waited for. */
  'banner.show': heard('background', v.object({ selector: v.nullable(Selector) })),
  'banner.scroll': heard('background', v.object({ by: FiniteSchema })),
  /** Where the iframe lies that has this address, if there is one alone. */
  'banner.frameBox': heard('background', v.object({ url: v.pipe(v.string(), v.maxLength(8192)) })),
  /** Where a picture has to be painted over: these elements, and frames. */
  'banner.covers': heard(
    'background',
    v.object({ selectors: v.pipe(v.array(Selector), v.maxLength(20_000)) }),
  ),
  /** Nobody asks any more: whoever led the walk is gone. */
  'banner.leftAlone': entry('page', nothing, nothing),
} as const;
