import * as v from 'valibot';
import { CountSchema, MessageSchema } from './common';
import { UNITS } from './heat-kinds';
import { entry } from './message-entry';

const PatternSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000));

/** The pages that a pattern holds, as far as it can be told. */
export const PagesOfPatternSchema = v.object({
  pattern: PatternSchema,
  /** `browser`: of this browser's open tabs and saved maps alone; there are surely more. */
  from: v.picklist(['source', 'browser']),
  /** Empty: there is no source. */
  sourceName: v.pipe(v.string(), v.maxLength(120)),
  pages: v.pipe(
    v.array(
      v.object({
        /** Redacted; addresses that look the same then are one line. */
        page: v.pipe(v.string(), v.maxLength(2000)),
        /** How many addresses that are. */
        addresses: CountSchema,
        /** Rounded; null: not known, or of several addresses. */
        people: v.nullable(CountSchema),
        at: v.picklist(['here', 'elsewhere', 'tab', 'saved']),
      }),
    ),
    v.maxLength(200),
  ),
  /** Of all pages that may be told, those beyond the list too. */
  total: CountSchema,
  unit: v.nullable(v.picklist(UNITS)),
  k: CountSchema,
  /** Whether the page of the tab is one of them. */
  holdsThis: v.boolean(),
  /** Why the source does not tell; null: it does. */
  why: v.nullable(MessageSchema),
  /** What is to be known of the list. */
  notes: v.pipe(v.array(MessageSchema), v.maxLength(10)),
});

export type PagesOfPattern = v.InferOutput<typeof PagesOfPatternSchema>;

const tab = { tabId: CountSchema };

export const PAGE_MESSAGES = {
  /** Patterns that the page of a tab may be one of; nothing personal of its address is in them. */
  'pages.propose': entry(
    'extension',
    v.object(tab),
    v.pipe(v.array(PatternSchema), v.maxLength(8)),
  ),
  'pages.match': entry(
    'extension',
    v.object({ ...tab, pattern: PatternSchema }),
    PagesOfPatternSchema,
  ),
} as const;
