import * as v from 'valibot';
import { BANNER_REQUESTS } from './banner-requests';
import { CountSchema, FiniteSchema } from './common';
import { answered, nothing } from './message-entry';
import { BannerControlSchema, BannerReadingSchema, BoxSchema } from './walk/banner';

const Name = v.pipe(v.string(), v.maxLength(300));
const Address = v.pipe(v.string(), v.maxLength(8192));

/** A press that a frame saw or made, in the frame's own viewport. */
export const FramePressSchema = v.object({
  /** Milliseconds since the epoch. */
  t: FiniteSchema,
  box: BoxSchema,
  label: v.pipe(v.string(), v.maxLength(200)),
  selector: v.pipe(v.string(), v.maxLength(1000)),
  /** False: a control of the banner that decides something else was pressed. */
  fits: v.boolean(),
});

export type FramePress = v.InferOutput<typeof FramePressSchema>;

/** Names in a store beside cookies. */
export const StoredNameSchema = v.object({
  area: v.picklist(['localStorage', 'sessionStorage', 'indexedDB', 'cache', 'serviceWorker']),
  name: Name,
});

/** How a frame stands. The address is as it is, and stays within the extension. */
export const FrameStateSchema = v.object({
  url: Address,
  origin: Name,
  title: v.pipe(v.string(), v.maxLength(1000)),
  /** The language that its document states; empty: none. */
  lang: v.pipe(v.string(), v.maxLength(35)),
  viewport: v.object({ width: CountSchema, height: CountSchema }),
  /** Another page of the site; null: none was found. */
  second: v.nullable(Address),
  /** What the server answered; 0: the browser doesn't tell. */
  status: CountSchema,
  /** It asks for a password. */
  asksForPassword: v.boolean(),
  /** Of the cookies that a script can see. */
  cookieNames: v.pipe(v.array(Name), v.maxLength(500)),
});

export type FrameState = v.InferOutput<typeof FrameStateSchema>;

/** What shows in a frame's viewport and may be personal, in the frame's own CSS pixels. */
export const FrameCoversSchema = v.object({
  boxes: v.pipe(v.array(BoxSchema), v.maxLength(50_000)),
  /** Frames within it, with the address that each was sent to; empty: where its content lies can't be told. */
  frames: v.pipe(v.array(v.object({ url: Address, box: BoxSchema })), v.maxLength(2_000)),
});

export type FrameCovers = v.InferOutput<typeof FrameCoversSchema>;

/** What the background asks our script in a page during a walk, with the answers that it takes. */
export const BANNER_MESSAGES = {
  'banner.read': answered(BANNER_REQUESTS['banner.read'], v.nullable(BannerReadingSchema)),
  'banner.reopeners': answered(
    BANNER_REQUESTS['banner.reopeners'],
    v.pipe(v.array(BannerControlSchema), v.maxLength(20)),
  ),
  'banner.state': answered(BANNER_REQUESTS['banner.state'], FrameStateSchema),
  'banner.stored': answered(
    BANNER_REQUESTS['banner.stored'],
    v.pipe(v.array(StoredNameSchema), v.maxLength(2_000)),
  ),
  'banner.clear': answered(BANNER_REQUESTS['banner.clear'], nothing),
  'banner.guide': answered(BANNER_REQUESTS['banner.guide'], v.nullable(FramePressSchema)),
  'banner.press': answered(BANNER_REQUESTS['banner.press'], v.nullable(FramePressSchema)),
  'banner.show': answered(BANNER_REQUESTS['banner.show'], nothing),
  'banner.scroll': answered(BANNER_REQUESTS['banner.scroll'], nothing),
  'banner.frameBox': answered(BANNER_REQUESTS['banner.frameBox'], v.nullable(BoxSchema)),
  /** Null: it can't be told. */
  'banner.covers': answered(BANNER_REQUESTS['banner.covers'], v.nullable(FrameCoversSchema)),
  'banner.leftAlone': BANNER_REQUESTS['banner.leftAlone'],
} as const;
