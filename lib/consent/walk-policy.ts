import type { ConsentPolicyFile, RegionId, Thresholds } from '../protocol/consent-policy';

/** What the rules over a walk go by: an organisation's own word, over {@link DEFAULT_WALK_POLICY}. */
export interface ConsentWalkPolicy {
  readonly region: RegionId;
  readonly consentRequired: boolean;
  readonly essentialHosts: readonly string[];
  readonly essentialNames: readonly string[];
  readonly otherParty: 'needs-review' | 'fail';
  readonly thresholds: Thresholds;
}

/**
 * Proposals, unless a source is named: guidance speaks of "comparable" prominence and "as easy", and
 * leaves the numbers open.
 */
export const DEFAULT_THRESHOLDS: Thresholds = {
  /** Area and font of the refusal, as a share of the acceptance's. */
  areaRatio: 0.67,
  fontRatio: 0.9,
  /** How many times as much the one fill may stand out from the banner as the other. */
  fillRatio: 2,
  /** WCAG 2.2, success criterion 1.4.3 (AA); large text is 24 px, or 18.66 px in bold. */
  textContrast: 4.5,
  largeTextContrast: 3,
  /** Clicks that refusing may take beyond accepting. CCPA regulations § 7004(a)(2). */
  extraClicks: 0,
  /** Clicks that withdrawing may take beyond accepting. GDPR, art. 7(3): as easy. */
  withdrawalClicks: 1,
  /** Milliseconds in which a recorder has to stop after a withdrawal. */
  withdrawalMs: 5_000,
  /** Milliseconds that a step is watched before silence in it counts: recorders send within 3 s. */
  watchMs: 5_000,
  /** Milliseconds after an acceptance in which a first recording tells of a buffer from before. */
  flushMs: 5_000,
  /**
   * Days: 13 months, which by the calendar are 397 at most (a leap year and a month of 31 days). CNIL,
   * guidelines of 17 September 2020, art. 5 (audience measurement).
   */
  cookieDays: 397,
  /** Share of the viewport that a banner may take from the page. */
  covered: 0.5,
  /** Presses of Tab until the refusal has the focus. */
  tabs: 25,
  /** Certainty with which a sampled recorder would have shown itself. */
  power: 0.95,
};

export const DEFAULT_WALK_POLICY: ConsentWalkPolicy = {
  region: 'gdpr',
  consentRequired: false,
  essentialHosts: [],
  essentialNames: [],
  otherParty: 'needs-review',
  thresholds: DEFAULT_THRESHOLDS,
};

/** The defaults, with what a policy file says in their place. */
export function walkPolicyOf(file: ConsentPolicyFile = {}): ConsentWalkPolicy {
  const base = DEFAULT_WALK_POLICY;
  return {
    region: file.region ?? base.region,
    consentRequired: file.consentRequired ?? base.consentRequired,
    essentialHosts: file.essentialHosts ?? base.essentialHosts,
    essentialNames: file.essentialNames ?? base.essentialNames,
    otherParty: file.otherParty ?? base.otherParty,
    thresholds: { ...base.thresholds, ...withoutGaps(file.thresholds ?? {}) },
  };
}

const withoutGaps = (given: NonNullable<ConsentPolicyFile['thresholds']>): Partial<Thresholds> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
