/** What one of Google's consent types says; `unset`: nothing. */
export type WireState = 'granted' | 'denied' | 'unset';

/** Purposes in the order in which `gcd` writes them. */
export const GCD_PURPOSES = [
  'ad_storage',
  'analytics_storage',
  'ad_user_data',
  'ad_personalization',
] as const;

export type GcdPurpose = (typeof GCD_PURPOSES)[number];

export interface Gcs {
  readonly ad_storage: WireState;
  readonly analytics_storage: WireState;
}

/**
 * Reads the field `gcs` of a request to Google (`G1<ad><analytics>`): `G100` denies both, `G111`
 * grants both, `-` stands for nothing set. Null: not of this form.
 *
 * Source: Google, "Consent mode reference", consent parameters on the wire.
 */
export function decodeGcs(gcs: string): Gcs | null {
  const [, ad, analytics] = /^G1([01-])([01-])$/.exec(gcs) ?? [];
  if (ad === undefined || analytics === undefined) return null;
  return { ad_storage: DIGITS[ad] ?? 'unset', analytics_storage: DIGITS[analytics] ?? 'unset' };
}

const DIGITS: Readonly<Record<string, WireState>> = { 0: 'denied', 1: 'granted' };

export interface GcdEntry {
  readonly default: WireState;
  readonly update: WireState;
  /** What holds: the update, else the default. */
  readonly effective: WireState;
}

export type Gcd = Readonly<Record<GcdPurpose, GcdEntry>>;

/**
 * Reads the field `gcd` of a request to Google (`11l1l1l1l1`): one letter for each purpose, parted by
 * digits. Null: not of this form, or a letter is not known.
 *
 * Source: decoded by the community; Google does not document the letters.
 */
export function decodeGcd(gcd: string): Gcd | null {
  const letters = gcd.match(/[a-z]/g) ?? [];
  const entries = GCD_PURPOSES.map((_, index) => LETTERS[letters[index] ?? '']);
  const [ad, analytics, userData, personalization] = entries;
  if (!ad || !analytics || !userData || !personalization) return null;
  return {
    ad_storage: ad,
    analytics_storage: analytics,
    ad_user_data: userData,
    ad_personalization: personalization,
  };
}

const entry = (byDefault: WireState, update: WireState): GcdEntry => ({
  default: byDefault,
  update,
  effective: update === 'unset' ? byDefault : update,
});

const LETTERS: Readonly<Record<string, GcdEntry>> = {
  l: entry('unset', 'unset'),
  m: entry('unset', 'denied'),
  n: entry('unset', 'granted'),
  p: entry('denied', 'unset'),
  q: entry('denied', 'denied'),
  r: entry('denied', 'granted'),
  t: entry('granted', 'unset'),
  u: entry('granted', 'denied'),
  v: entry('granted', 'granted'),
};

/** What both fields of one request say, purpose by purpose; empty: neither says anything. */
export function wireStates(request: { gcs?: string | undefined; gcd?: string | undefined }) {
  const gcs = request.gcs === undefined ? null : decodeGcs(request.gcs);
  const gcd = request.gcd === undefined ? null : decodeGcd(request.gcd);
  const states = [
    ...(gcs === null ? [] : [gcs.ad_storage, gcs.analytics_storage]),
    ...(gcd === null ? [] : GCD_PURPOSES.map((purpose) => gcd[purpose].effective)),
  ];
  return states.filter((state): state is 'granted' | 'denied' => state !== 'unset');
}
