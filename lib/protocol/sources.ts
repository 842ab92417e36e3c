import * as v from 'valibot';
import { DaySchema, WebUrlSchema } from './common';
import { GIVEN_BY, HeatFiltersSchema, MAP_KINDS } from './heat-kinds';

const Name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));
/** An address, of which the origin is kept. */
export const OriginSchema = v.pipe(
  WebUrlSchema,
  v.transform((url) => new URL(url).origin),
);

const Origin = OriginSchema;

/** `staging.acme.test` shows the data of `acme.com`: the first origin's pages are asked for as the second's. */
export const OriginMappingSchema = v.object({ from: Origin, to: Origin });

export type OriginMapping = v.InferOutput<typeof OriginMappingSchema>;

const common = {
  id: v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,80}$/)),
  name: Name,
  /** API address without a path, such as `https://eu.posthog.com`. */
  host: Origin,
  /** Origins whose pages this source has data of, after mapping. */
  origins: v.pipe(v.array(Origin), v.maxLength(50)),
  mappings: v.pipe(v.array(OriginMappingSchema), v.maxLength(50)),
};

/** A path within the host, with a slash at both ends: where a back end does not live at the root. */
const Path = v.pipe(v.string(), v.trim(), v.regex(/^\/(?:(?!\.{1,2}\/)[\w.~%-]+\/)*$/));

/**
 * A path within the host. Two slashes at its beginning, or a slash and a backslash, would name another
 * host (WHATWG URL, scheme-relative), which would then be sent the key.
 */
export const EndpointPathSchema = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^\/(?![/\\])[\w.~%/-]{0,500}$/),
);

/** A name that a query may hold unquoted. */
const Identifier = v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/));

/** Columns of a table of raw events, by what they mean; an empty name: the table has none. */
export const ClickHouseColumnsSchema = v.object({
  time: v.optional(Identifier, 'timestamp'),
  url: v.optional(Identifier, 'url'),
  /** Without: every row is a click. */
  type: v.optional(v.union([Identifier, v.literal('')]), 'type'),
  x: v.optional(Identifier, 'x'),
  y: v.optional(Identifier, 'y'),
  fixed: v.optional(v.union([Identifier, v.literal('')]), 'fixed'),
  viewportWidth: v.optional(Identifier, 'viewport_width'),
  person: v.optional(Identifier, 'person_id'),
});

const FurtherColumn = v.optional(v.union([Identifier, v.literal('')]), '');

/** What the column of types holds for one kind of event; empty: the table has no such events. */
const typeValues = (usual: string) =>
  v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(100))), v.maxLength(10)),
    [usual],
  );

/** What a table of raw events can tell beside. Columns are named as above; empty: it has none. */
export const ClickHouseEventsSchema = v.object({
  viewportHeight: FurtherColumn,
  /** `desktop`, `tablet` or `mobile`. Without: told by the viewport's width. */
  device: FurtherColumn,
  /** True for double taps, clicks on background, bots. */
  noise: FurtherColumn,
  /** True for a team's own people. */
  internal: FurtherColumn,
  /** What a segment is compared with. */
  segment: FurtherColumn,
  /** Deepest px of the page that was in view. Without: `y`. */
  depth: FurtherColumn,
  /** How long the part from `y` down was in view. */
  seconds: FurtherColumn,
  /** What the column `person` tells apart. */
  unit: v.optional(v.picklist(['people', 'sessions']), 'people'),
  values: v.optional(
    v.object({
      click: typeValues('click'),
      rage: typeValues('rage'),
      dead: typeValues('dead'),
      move: typeValues('move'),
      scroll: typeValues('scroll'),
      attention: typeValues('attention'),
    }),
    {},
  ),
});

export type ClickHouseEvents = v.InferOutput<typeof ClickHouseEventsSchema>;

/** What the documented table can tell beside (`docs/sources/clickhouse/1-events.sql`), by its columns. */
export const DOCUMENTED_EVENTS: ClickHouseEvents = v.parse(ClickHouseEventsSchema, {
  viewportHeight: 'viewport_height',
  noise: 'noise',
  internal: 'internal',
  depth: 'depth',
  seconds: 'seconds',
});

/** A back end that somebody set up. The secret is never in it, so that it can be shared. */
export const SourceConfigSchema = v.variant('kind', [
  v.object({
    kind: v.literal('posthog'),
    ...common,
    projectId: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9-]{1,64}$/)),
    /** The key has the scope `query:read`, so cells are aggregated in PostHog's own engine. */
    hogql: v.optional(v.boolean(), false),
  }),
  v.object({
    kind: v.literal('matomo'),
    ...common,
    /** Where Matomo lives on the host: `/` or `/matomo/`. */
    path: v.optional(Path, '/'),
    siteId: v.pipe(v.string(), v.trim(), v.regex(/^[1-9]\d{0,9}$/)),
  }),
  v.object({
    kind: v.literal('openreplay'),
    ...common,
    projectId: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9-]{1,64}$/)),
  }),
  v.object({
    kind: v.literal('clickhouse'),
    ...common,
    /** A user that may read alone. */
    user: v.pipe(v.string(), v.trim(), v.regex(/^[\w.@-]{1,64}$/)),
    database: v.optional(Identifier, 'default'),
    table: v.optional(Identifier, 'hushmap_cells'),
    /** Null: the documented table of aggregates; else a table of raw events and what its columns mean. */
    columns: v.optional(v.nullable(ClickHouseColumnsSchema), null),
    events: v.optional(ClickHouseEventsSchema),
  }),
  v.object({
    kind: v.literal('endpoint'),
    ...common,
    /** Path of the endpoint on the host, such as `/heat`. */
    path: EndpointPathSchema,
    /** Without: the endpoint asks for no key. */
    needsKey: v.optional(v.boolean(), true),
  }),
]);

export type SourceConfig = v.InferOutput<typeof SourceConfigSchema>;

/** The file that a team shares: sources without secrets. */
export const SourcesFileSchema = v.object({
  format: v.literal('hushmap-sources'),
  version: v.literal(1),
  sources: v.pipe(v.array(SourceConfigSchema), v.maxLength(100)),
});

/** What a source is asked. */
export const HeatQuerySchema = v.object({
  /** The page as the source knows it, mapping already applied. */
  page: WebUrlSchema,
  map: v.picklist(MAP_KINDS),
  by: v.picklist(GIVEN_BY),
  filters: HeatFiltersSchema,
  /** People that must stand behind a cell: a source that can count leaves the others out itself. */
  k: v.pipe(v.number(), v.integer(), v.minValue(1)),
  from: DaySchema,
  to: DaySchema,
  band: v.object({ min: v.number(), max: v.number() }),
  /** The viewport's width, to turn relative positions into CSS px. */
  viewportWidth: v.pipe(v.number(), v.minValue(1)),
  /** The page's height at that width, CSS px: for a source that tells depth as a share of it. */
  pageHeight: v.optional(v.pipe(v.number(), v.minValue(1))),
});

export type HeatQuery = v.InferOutput<typeof HeatQuerySchema>;

/** What a source that can list pages is asked: the same, of all pages that `filters.pattern` holds. */
export type PagesQuery = HeatQuery & {
  readonly filters: { readonly pattern: string };
};

/**
 * What an organisation's administrator set (`storage.managed`). It can only tighten, so a key that is not
 * known, such as a misspelt one, is a limit that would be left out: nothing is read with one.
 */
export const PolicySchema = v.strictObject({
  /** Smallest k; a lower one than the built-in has no effect. */
  minimumK: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
  sources: v.optional(v.array(SourceConfigSchema)),
  /** Where present, heat and audits work on these origins alone. */
  allowedOrigins: v.optional(v.array(Origin)),
  featuresOff: v.optional(
    v.array(v.picklist(['heat', 'audit', 'proof', 'walk', 'file', 'sample', 'own-sources'])),
  ),
});

export type Policy = v.InferOutput<typeof PolicySchema>;
