import * as v from 'valibot';
import { CountSchema, FiniteSchema } from './common';
import { ElementBoxSchema } from './heat';
import { AnchorSchema } from './heat-kinds';

/** Pins of one page: more than a picture can show. */
export const MOST_PINS = 50;

export const MAX_NOTE = 500;

const { ref, label, role } = ElementBoxSchema.entries;

export const NoteSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_NOTE));

/** A note on an element, as it is kept. */
export const PinSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(80)),
  /** The page's address, redacted, without query and fragment. */
  page: v.pipe(v.string(), v.maxLength(2000)),
  /** Digest of the same address in full: redacted ones may be equal for two pages. Absent: made before there was one. */
  path: v.optional(
    v.object({
      salt: v.pipe(v.string(), v.maxLength(64)),
      digest: v.pipe(v.string(), v.maxLength(64)),
    }),
  ),
  /** By which the element is found again. */
  selectors: AnchorSchema.entries.selectors,
  /** What the element was called when it was pinned, redacted. */
  label,
  role,
  /** What a person wrote. */
  note: NoteSchema,
  madeAt: FiniteSchema,
});

export type Pin = v.InferOutput<typeof PinSchema>;

/** A pin on the page as it is now. */
export const PlacedPinSchema = v.object({
  pin: PinSchema,
  /** What stands beside it on the page. */
  number: CountSchema,
  /** The overlay's number for its element; null: it is not to be seen now. */
  ref: v.nullable(ref),
});

export type PlacedPin = v.InferOutput<typeof PlacedPinSchema>;

/** Pins of the page that a tab shows, the first made first. */
export const PinsSchema = v.pipe(v.array(PlacedPinSchema), v.maxLength(MOST_PINS));
