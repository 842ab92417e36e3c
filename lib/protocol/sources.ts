import * as v from 'valibot';
import { DaySchema, WebUrlSchema } from './common';

const Name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));
const Origin = v.pipe(
  WebUrlSchema,
  v.transform((url) => new URL(url).origin),
);

/** `staging.acme.test` shows the data of `acme.com`: the first origin's pages are asked for as the second's. */
export const OriginMappingSchema = v.object({ from: Origin, to: Origin });

export type OriginMapping = v.InferOutput<typeof OriginMappingSchema>;

/** A back end that somebody set up. The secret is never in it, so that it can be shared. */
export const SourceConfigSchema = v.variant('kind', [
  v.object({
    kind: v.literal('posthog'),
    id: v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,80}$/)),
    name: Name,
    /** API address, such as `https://eu.posthog.com`. */
    host: Origin,
    projectId: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9-]{1,64}$/)),
    /** Origins whose pages this source has data of, after mapping. */
    origins: v.pipe(v.array(Origin), v.maxLength(50)),
    mappings: v.pipe(v.array(OriginMappingSchema), v.maxLength(50)),
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
  map: v.literal('click'),
  from: DaySchema,
  to: DaySchema,
  band: v.object({ min: v.number(), max: v.number() }),
  /** The viewport's width, to turn relative positions into CSS px. */
  viewportWidth: v.pipe(v.number(), v.minValue(1)),
});

export type HeatQuery = v.InferOutput<typeof HeatQuerySchema>;

/** What an organisation's administrator set (`storage.managed`). It can only tighten. */
export const PolicySchema = v.object({
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
