import * as v from 'valibot';
import { CountSchema, FiniteSchema, MessageSchema } from './common';
import { PII_CLASSES } from './pii-classes';
import { CaptureSchema, ChannelSchema, RecorderIdSchema, SetupIdSchema } from './recorders';

const ShortText = v.pipe(v.string(), v.maxLength(400));

/** One attribute, class or option that mends an exposure, ready to be copied. */
export const FixSchema = v.object({
  kind: v.picklist(['class', 'attribute', 'option', 'markup']),
  /** What to paste: `class="ph-no-capture"`, `maskTextSelector: '.thread'`. */
  text: v.pipe(v.string(), v.maxLength(1000)),
  /** What it does, and what it costs. */
  effect: MessageSchema,
  /** An option as data, to be merged over those in force; absent: it is a function, or no option. */
  options: v.optional(v.record(v.pipe(v.string(), v.maxLength(80)), v.unknown())),
});

export type Fix = v.InferOutput<typeof FixSchema>;

/**
 * How a value comes to be plain although somebody meant to cover it: the mask stands outside a shadow
 * root or frame that it does not reach, it came after the recorder had read the value, or what is
 * there only keeps events out.
 */
export const TRAPS = ['mask-does-not-reach', 'mask-too-late', 'ignore-is-not-mask'] as const;

export type Trap = (typeof TRAPS)[number];

/** What is special about the field that a value is in: of type hidden, or emptied since it was written. */
export const TRAITS = ['hidden', 'cleared'] as const;

export type Trait = (typeof TRAITS)[number];

/** What one recorder would take of one sighting, and why. */
export const PredictionSchema = v.object({
  recorder: RecorderIdSchema,
  /** Absent: the recorder has one setup. */
  setup: v.optional(SetupIdSchema),
  capture: CaptureSchema,
  because: MessageSchema,
  fix: v.nullable(FixSchema),
  trap: v.optional(v.picklist(TRAPS)),
});

export type Prediction = v.InferOutput<typeof PredictionSchema>;

/**
 * One personal value (or a field that will hold one) seen in one place. No raw value is in it: what
 * remains is its class, its length, a digest under a key of this run, and a masked preview.
 */
export const SightingSchema = v.object({
  /** Redacted selector that finds the element again; shadow hosts are joined by ` >>> `. */
  selector: v.pipe(v.string(), v.maxLength(1000)),
  /** The same without positions and generated parts: equal for every row of one template. */
  template: v.pipe(v.string(), v.maxLength(1000)),
  channel: ChannelSchema,
  /** The attribute's name for attribute channels, else empty. */
  attribute: v.pipe(v.string(), v.maxLength(100)),
  pii: v.picklist(PII_CLASSES),
  confidence: v.pipe(FiniteSchema, v.minValue(0), v.maxValue(1)),
  /** Why it was taken for this class, in words; holds no value. */
  why: v.pipe(v.array(MessageSchema), v.maxLength(8)),
  /** Characters of the value; 0 for a field that is empty now. */
  length: CountSchema,
  /** HMAC-SHA-256 under a key of this run, in hex; empty for secrets and for empty fields. */
  digest: v.pipe(v.string(), v.regex(/^([0-9a-f]{16,64})?$/)),
  /** `a•••@•••.com`; empty for secrets. */
  preview: ShortText,
  /** Words that somebody else wrote to the person on this page. */
  someoneElses: v.boolean(),
  traits: v.optional(v.pipe(v.array(v.picklist(TRAITS)), v.maxLength(2))),
  predictions: v.pipe(v.array(PredictionSchema), v.maxLength(40)),
});

export type Sighting = v.InferOutput<typeof SightingSchema>;

/**
 * Controls of a frame that hold nothing personal (links, buttons, fields), and how many of them a
 * recorder hides all the same: what that costs a replay and a heatmap.
 */
export const FidelitySchema = v.object({
  recorder: RecorderIdSchema,
  setup: v.optional(SetupIdSchema),
  controls: CountSchema,
  hidden: CountSchema,
  /** Some of the hidden ones, one for each template. */
  examples: v.pipe(
    v.array(
      v.object({
        selector: v.pipe(v.string(), v.maxLength(1000)),
        template: v.pipe(v.string(), v.maxLength(1000)),
        channel: ChannelSchema,
        places: CountSchema,
      }),
    ),
    v.maxLength(100),
  ),
});

export type Fidelity = v.InferOutput<typeof FidelitySchema>;

/** What one frame gave to a scan. */
export const FrameEvidenceSchema = v.object({
  frameId: CountSchema,
  /** Redacted: no query values, no fragments, no personal path parts. */
  url: v.pipe(v.string(), v.maxLength(2000)),
  origin: v.pipe(v.string(), v.maxLength(300)),
  elements: CountSchema,
  shadowRoots: v.object({ open: CountSchema, closed: CountSchema, unreadable: CountSchema }),
  /** Values looked at, personal or not. */
  values: CountSchema,
  sightings: v.pipe(v.array(SightingSchema), v.maxLength(20_000)),
  /** Sightings beyond the limit of one message: never counted as clear. */
  truncated: CountSchema,
  durationMs: FiniteSchema,
  fidelity: v.optional(v.pipe(v.array(FidelitySchema), v.maxLength(40))),
  /** Child frames in the document, so that those which did not answer can be named. */
  childFrames: v.pipe(
    v.array(
      v.object({
        selector: v.pipe(v.string(), v.maxLength(1000)),
        origin: v.pipe(v.string(), v.maxLength(300)),
        sameOrigin: v.boolean(),
        visible: v.boolean(),
      }),
    ),
    v.maxLength(500),
  ),
});

export type FrameEvidence = v.InferOutput<typeof FrameEvidenceSchema>;

/** Why a frame has no evidence. */
export const FRAME_STATES = ['read', 'recorder-cannot-read', 'allowed', 'not-audited'] as const;

export type FrameState = (typeof FRAME_STATES)[number];
