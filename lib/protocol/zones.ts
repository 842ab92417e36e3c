import * as v from 'valibot';
import { CountSchema, FiniteSchema } from './common';

/** Sections that are picked at the same time. */
export const MOST_ZONES = 20;

const label = v.pipe(v.string(), v.maxLength(120));
const role = v.pipe(v.string(), v.maxLength(40));

/** A section of the page that a person has picked, with what was counted in it. */
export const ZoneSchema = v.object({
  /** The overlay's own number for its element. */
  ref: CountSchema,
  /** Its name, redacted; empty where it has none. */
  label,
  role,
  /** False: nothing of it can be seen now, so nothing is counted in it. */
  visible: v.boolean(),
  /** Null: nothing that may be shown lies in it. */
  heat: v.nullable(
    v.object({
      /** Rounded. */
      count: CountSchema,
      /** Share of all shown clicks of the page, 0 to 1, and half the width of its 95 % interval. */
      share: FiniteSchema,
      margin: v.nullable(FiniteSchema),
      /** Between these lie the distinct people who clicked in it; rounded. */
      leastPeople: CountSchema,
      mostPeople: CountSchema,
    }),
  ),
});

export type PickedZone = v.InferOutput<typeof ZoneSchema>;

export const ZonesSchema = v.object({
  /** Somebody is picking one on the page. */
  picking: v.boolean(),
  /** The section that heat is limited to, by its number. */
  limit: v.nullable(CountSchema),
  list: v.pipe(v.array(ZoneSchema), v.maxLength(MOST_ZONES)),
});

export type Zones = v.InferOutput<typeof ZonesSchema>;

export const NO_ZONES: Zones = { picking: false, limit: null, list: [] };

/** Where a picked section lies now. */
export const ZoneToldSchema = v.object({
  ref: CountSchema,
  label,
  role,
  /** Itself, and what stays with the viewport in it. CSS px of the page; of the viewport where `fixed`. */
  boxes: v.pipe(
    v.array(
      v.object({
        fixed: v.boolean(),
        box: v.tuple([FiniteSchema, FiniteSchema, FiniteSchema, FiniteSchema]),
      }),
    ),
    v.maxLength(200),
  ),
});

export type ZoneTold = v.InferOutput<typeof ZoneToldSchema>;

export const ZonesToldSchema = v.pipe(v.array(ZoneToldSchema), v.maxLength(MOST_ZONES));

/** A landmark or section that can be picked from a list. */
export const SectionSchema = v.object({
  ref: CountSchema,
  label,
  role,
  /** How many listed sections it lies in. */
  depth: CountSchema,
});

export type Section = v.InferOutput<typeof SectionSchema>;

export const SectionsSchema = v.pipe(v.array(SectionSchema), v.maxLength(200));

/** What a person does while picking; the page and the panel have the same keys for it. */
export const PICK_STEPS = ['start', 'wider', 'narrower', 'take', 'stop'] as const;

export type PickStep = (typeof PICK_STEPS)[number];

/** Numbers of elements as the page shows them beside the pointer. */
export const ReadingsSchema = v.object({
  /** Observations behind all shown clicks, rounded: what intervals of single cells are reckoned with. */
  observations: CountSchema,
  /** Most clicked first. */
  elements: v.pipe(
    v.array(
      v.object({
        ref: CountSchema,
        label,
        /** Rounded. */
        count: CountSchema,
        share: FiniteSchema,
        margin: v.nullable(FiniteSchema),
        /** At least so many, rounded. */
        people: CountSchema,
      }),
    ),
    v.maxLength(500),
  ),
});

export type Readings = v.InferOutput<typeof ReadingsSchema>;
export type Reading = Readings['elements'][number];

/** Between the id of a map and what says which of its cells a limited one has. */
export const LIMITED = '~';

/** The id of the map that a limited one is part of; any other's is its own. */
export const wholeIdOf = (mapId: string): string => mapId.split(LIMITED)[0] ?? mapId;
