import * as v from 'valibot';

/** Sets of rules by what is law where the page is offered. */
export const REGION_IDS = ['gdpr', 'uk', 'ccpa', 'telecom'] as const;

export type RegionId = (typeof REGION_IDS)[number];

const Ratio = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const AtLeastOne = v.pipe(v.number(), v.minValue(1), v.maxValue(100));
const Whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const Names = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  v.maxLength(200),
);

/** Numbers that the rules over a walk compare with. What they mean: `lib/consent/walk-policy.ts`. */
export const ThresholdsSchema = v.strictObject({
  areaRatio: Ratio,
  fontRatio: Ratio,
  fillRatio: AtLeastOne,
  textContrast: AtLeastOne,
  largeTextContrast: AtLeastOne,
  extraClicks: Whole(20),
  withdrawalClicks: Whole(20),
  withdrawalMs: Whole(600_000),
  watchMs: Whole(600_000),
  flushMs: Whole(600_000),
  cookieDays: Whole(4_000),
  covered: Ratio,
  tabs: Whole(500),
  power: v.pipe(v.number(), v.minValue(0.5), v.maxValue(0.9999)),
});

export type Thresholds = v.InferOutput<typeof ThresholdsSchema>;

/** The part `consent` of a policy file: what it names replaces the default. */
export const ConsentPolicyFileSchema = v.strictObject({
  region: v.optional(v.picklist(REGION_IDS)),
  /** True: a recorder on a page that asks for no consent fails; else a person is asked. */
  consentRequired: v.optional(v.boolean()),
  /** Hosts (and those beneath them) that the page needs in order to work, by the team's own word. */
  essentialHosts: v.optional(Names),
  /** Names of cookies and stored keys that the page needs; `*` at the end stands for any rest. */
  essentialNames: v.optional(Names),
  /** What a recording of a conversation with another person is, whatever was chosen. */
  otherParty: v.optional(v.picklist(['needs-review', 'fail'])),
  thresholds: v.optional(v.partial(ThresholdsSchema)),
});

export type ConsentPolicyFile = v.InferOutput<typeof ConsentPolicyFileSchema>;
