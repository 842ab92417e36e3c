import * as v from 'valibot';
import { FramePressSchema, StoredNameSchema } from '../banner-messages';
import { SoughtSchema } from '../banner-requests';
import { CountSchema, FiniteSchema, WebUrlSchema } from '../common';
import { entry, nothing } from '../message-entry';
import { RecorderStateSchema } from '../recorders';
import { TimelineSchema } from '../timeline';
import { BannerControlSchema, BannerReadingSchema } from './banner';
import { GpcFileSchema } from './walk';

const tab = { tabId: CountSchema };
const id = v.pipe(v.string(), v.maxLength(80));
const Name = v.pipe(v.string(), v.maxLength(300));
const names = v.pipe(v.array(Name), v.maxLength(2_000));
const selector = v.pipe(v.string(), v.maxLength(1000));

/** What a site keeps here, by name: what clearing it takes away. */
export const SiteDataSchema = v.object({
  /** Registrable domain. */
  site: Name,
  cookies: v.pipe(v.array(v.object({ host: Name, names })), v.maxLength(200)),
  stored: v.pipe(
    v.array(v.object({ origin: Name, area: StoredNameSchema.entries.area, names })),
    v.maxLength(200),
  ),
});

export type SiteData = v.InferOutput<typeof SiteDataSchema>;

/** Whether the page of a tab can be walked, and what that would cost. */
export const WalkSiteSchema = v.object({
  standing: v.picklist(['ready', 'no-grant', 'no-page', 'policy', 'other-tab']),
  origin: Name,
  /** Null where it can't be walked. */
  url: v.nullable(WebUrlSchema),
  data: v.nullable(SiteDataSchema),
  /** The browser lets us see and clear cookies that scripts can't. */
  seesAllCookies: v.boolean(),
  /** The tab is in a private window, which has a store of its own. */
  isPrivate: v.boolean(),
  viewport: v.object({ width: CountSchema, height: CountSchema }),
});

export type WalkSite = v.InferOutput<typeof WalkSiteSchema>;

/** A page was opened, or wasn't. */
export const ArrivalSchema = v.object({
  reached: v.boolean(),
  /** Another page of the site; null: none was found. */
  second: v.nullable(v.pipe(v.string(), v.maxLength(8192))),
});

export type Arrival = v.InferOutput<typeof ArrivalSchema>;

/** How things stand in a tab: the panel makes a reading of it. */
export const WalkFactsSchema = v.object({
  url: v.pipe(v.string(), v.maxLength(8192)),
  title: v.pipe(v.string(), v.maxLength(1000)),
  timelines: v.pipe(v.array(v.nullable(TimelineSchema)), v.maxLength(500)),
  recorders: v.pipe(v.array(RecorderStateSchema), v.maxLength(60)),
  cookies: v.pipe(
    v.array(
      v.object({
        name: Name,
        domain: Name,
        httpOnly: v.boolean(),
        expires: v.nullable(FiniteSchema),
      }),
    ),
    v.maxLength(2_000),
  ),
  stored: v.pipe(
    v.array(v.object({ ...StoredNameSchema.entries, origin: Name })),
    v.maxLength(5_000),
  ),
});

export type WalkFacts = v.InferOutput<typeof WalkFactsSchema>;

/**
 * Our panel → background: a walk, step by step. The panel leads. Each may be asked twice: who begins a
 * visit again begins it anew, and what was ended stays ended.
 */
export const WALK_MESSAGES = {
  'walk.site': entry('extension', v.object(tab), WalkSiteSchema),
  /** Clears the site and leaves its page open without any script: a visit from a clean state. */
  'walk.begin': entry(
    'extension',
    v.object({ ...tab, url: WebUrlSchema, gpc: v.boolean() }),
    v.object({ cleared: v.picklist(['all', 'scripts-own']) }),
  ),
  /** `cold`: past the cache. `warm`: the site is cleared first, the cache is kept. */
  'walk.open': entry(
    'extension',
    v.object({ ...tab, url: WebUrlSchema, how: v.picklist(['cold', 'warm', 'again']) }),
    ArrivalSchema,
  ),
  'walk.banner': entry('extension', v.object(tab), v.nullable(BannerReadingSchema)),
  'walk.reopeners': entry(
    'extension',
    v.object(tab),
    v.pipe(v.array(BannerControlSchema), v.maxLength(20)),
  ),
  /** Waits for the person's press; null: none so far, ask again. */
  'walk.guide': entry(
    'extension',
    v.object({ ...tab, id, sought: SoughtSchema }),
    v.nullable(FramePressSchema),
  ),
  /** Presses by a script; null: the control is not there. */
  'walk.press': entry(
    'extension',
    v.object({ ...tab, sought: SoughtSchema }),
    v.nullable(FramePressSchema),
  ),
  'walk.show': entry('extension', v.object({ ...tab, selector: v.nullable(selector) }), nothing),
  'walk.scroll': entry('extension', v.object({ ...tab, by: FiniteSchema }), nothing),
  'walk.read': entry('extension', v.object(tab), WalkFactsSchema),
  /**
   * A picture of the tab, a PNG in base64 and in CSS pixels, with what may be personal painted over.
   * Null: the browser does not allow one, or what is personal in it can't be told.
   */
  'walk.picture': entry(
    'extension',
    v.object(tab),
    v.nullable(v.pipe(v.string(), v.maxLength(40_000_000))),
  ),
  'walk.gpcFile': entry('extension', v.object({ ...tab, url: WebUrlSchema }), GpcFileSchema),
  /** The visit is over: no header and no script of it is left. */
  'walk.end': entry('extension', v.object(tab), nothing),
  /** The whole walk is over. With `others`, a walk that another tab leads on this site is ended too. */
  'walk.finish': entry('extension', v.object({ ...tab, others: v.boolean() }), nothing),
} as const;
