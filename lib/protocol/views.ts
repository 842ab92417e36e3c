import * as v from 'valibot';
import { CountSchema, FiniteSchema, MessageSchema } from './common';
import { HeatSettingsSchema } from './heat';
import { HeatFiltersSchema, SOURCE_KINDS } from './heat-kinds';
import { entry, nothing } from './message-entry';
import { OriginSchema, SourcesFileSchema } from './sources';

/** A source by what it is, not by the id that one browser gave it: so it is found in another. */
export const ViewSourceSchema = v.variant('kind', [
  v.strictObject({
    kind: v.picklist(SOURCE_KINDS),
    host: v.pipe(v.string(), v.maxLength(300), OriginSchema),
    /** Project, site, table or path: what tells two sources of one host apart. */
    project: v.pipe(v.string(), v.maxLength(200)),
  }),
  // They live in one browser alone, or need none.
  v.strictObject({ kind: v.picklist(['snapshot', 'file', 'sample']) }),
]);

export type ViewSource = v.InferOutput<typeof ViewSourceSchema>;

/**
 * How heat is looked at: settings alone. No heat, no key, no person; a segment is in somebody's own
 * words and may name somebody, so it is no part of it.
 */
export const ViewSchema = v.strictObject({
  source: v.nullable(ViewSourceSchema),
  // Numbers at the pointer are a person's own habit; what a map is compared with may be in their words.
  ...v.omit(HeatSettingsSchema, ['sourceId', 'filters', 'hover', 'compare']).entries,
  filters: v.strictObject(v.omit(HeatFiltersSchema, ['segment']).entries),
});

export type View = v.InferOutput<typeof ViewSchema>;

export const ViewNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));

/** A view under a name that a person gave it. */
export const SavedViewSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^view_[0-9a-f]{1,64}$/)),
  name: ViewNameSchema,
  savedAt: FiniteSchema,
  /** Addresses of the pages that it is listed for, `*` for any characters; null: all pages. */
  pages: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
  view: ViewSchema,
});

export type SavedView = v.InferOutput<typeof SavedViewSchema>;

/** More than anybody finds again. */
export const MOST_VIEWS = 200;

export const SavedViewsSchema = v.pipe(v.array(SavedViewSchema), v.maxLength(MOST_VIEWS));

/** What the panel offers for the page of a tab. */
export const ViewOfferSchema = v.object({
  /** Those of this page first, then those of all pages; saved last first. */
  views: SavedViewsSchema,
  /** Pages like this one, as a view saved for them would be listed. */
  template: v.pipe(v.string(), v.maxLength(1000)),
  /** The page's address with the settings in it; null: the tab shows no heat. */
  link: v.nullable(v.pipe(v.string(), v.maxLength(12_000))),
  /** What is set, and neither a link nor a saved view holds. */
  left: v.pipe(v.array(MessageSchema), v.maxLength(5)),
});

export type ViewOffer = v.InferOutput<typeof ViewOfferSchema>;

/** What came of a view that was opened in a tab, until it is put away. */
export const ViewNoticeSchema = v.object({
  from: v.picklist(['link', 'saved']),
  /** Of a saved view; empty: it has none. */
  name: v.pipe(v.string(), v.maxLength(120)),
  /** Why nothing of it was taken; null: it was. */
  refused: v.nullable(MessageSchema),
  /** What could not be restored, each with the next step. */
  missing: v.pipe(v.array(MessageSchema), v.maxLength(5)),
  /** What was set before, to go back to. */
  before: v.nullable(HeatSettingsSchema),
});

export type ViewNotice = v.InferOutput<typeof ViewNoticeSchema>;

/** The file that a team shares: sources without secrets, and views of them. */
export const SharedFileSchema = v.object({
  ...SourcesFileSchema.entries,
  views: v.optional(SavedViewsSchema, []),
});

const tab = { tabId: CountSchema };
const id = v.pipe(v.string(), v.maxLength(80));
const NoticeOrNone = v.nullable(ViewNoticeSchema);

export const VIEW_MESSAGES = {
  'views.offer': entry('extension', v.object(tab), ViewOfferSchema),
  /** Under an id of the asker's making. */
  'views.save': entry(
    'extension',
    v.object({ ...tab, id, name: ViewNameSchema, where: v.picklist(['template', 'all']) }),
    ViewOfferSchema,
  ),
  'views.rename': entry(
    'extension',
    v.object({ ...tab, id, name: ViewNameSchema }),
    ViewOfferSchema,
  ),
  'views.remove': entry('extension', v.object({ ...tab, id }), ViewOfferSchema),
  /** Undoes a removal: the panel gives back what it was shown. */
  'views.putBack': entry('extension', v.object({ ...tab, view: SavedViewSchema }), ViewOfferSchema),
  'views.open': entry('extension', v.object({ ...tab, id }), NoticeOrNone),
  'views.notice': entry('extension', v.object(tab), NoticeOrNone),
  /** Back to what was set before the view was opened. */
  'views.undo': entry('extension', v.object(tab), nothing),
  'views.dismiss': entry('extension', v.object(tab), nothing),
  /** All of them, for the file that a team shares. */
  'views.all': entry('extension', nothing, SavedViewsSchema),
  /** Those of such a file; says how many were new. */
  'views.add': entry('extension', v.object({ views: SavedViewsSchema }), CountSchema),
} as const;
