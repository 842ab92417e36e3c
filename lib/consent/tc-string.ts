/** What of a TC string a rule may need. Nothing in it tells one person from another. */
export interface TcString {
  /** 2 for every TC string that is in use. */
  readonly version: number;
  /** The day on which the record was made, milliseconds since the epoch; 0: no time. */
  readonly created: number;
  readonly lastUpdated: number;
  readonly cmpId: number;
  readonly policyVersion: number;
  /** Ids of purposes that are consented to: `1 3 4`. */
  readonly consents: string;
  /** Ids of purposes that rest on a legitimate interest that was not objected to. */
  readonly legitimateInterests: string;
  /** Whether the segment "disclosed vendors" is there: mandatory since TCF 2.3. */
  readonly disclosedVendors: boolean;
}

/**
 * Reads the head of a TC string, and which segments follow it; null for what is none
 * (https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework,
 * "Consent string and vendor list formats v2").
 *
 * It also runs in the page's own world, where a page may have rewritten every prototype. So it
 * indexes strings and adds numbers, and calls no method of anything.
 */
export function decodeTcString(text: string): TcString | null {
  const core = segmentFrom(text, 0);
  if (text.length > MAX_LENGTH || core < MIN_CORE) return null;
  const version = bits(text, 0, 6);
  if (version !== 2) return null;
  return {
    version,
    created: dayOf(bits(text, 6, 36)),
    lastUpdated: dayOf(bits(text, 42, 36)),
    cmpId: bits(text, 78, 12),
    policyVersion: bits(text, 132, 6),
    consents: idsOf(text, 152),
    legitimateInterests: idsOf(text, 176),
    disclosedVendors: hasSegment(text, core, DISCLOSED_VENDORS),
  };
}

const MAX_LENGTH = 50_000;
/** Characters that hold the fields up to the purposes: 200 bits. */
const MIN_CORE = 34;
/** The type of a segment is in its first three bits. */
const DISCLOSED_VENDORS = 1;
const PURPOSES = 24;
const DAY_MS = 86_400_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Where the segment that begins at `from` ends. */
function segmentFrom(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '.') at++;
  return at;
}

function hasSegment(text: string, end: number, type: number): boolean {
  for (let at = end; at < text.length; at = segmentFrom(text, at + 1)) {
    const first = sextet(text[at + 1]);
    // An empty segment has no type.
    if (first >= 0 && first >> 3 === type) return true;
  }
  return false;
}

/** An unsigned number of up to 36 bits, which is more than a bitwise operator takes. */
function bits(text: string, from: number, length: number): number {
  let value = 0;
  for (let bit = from; bit < from + length; bit++) {
    const six = sextet(text[floor(bit / 6)]);
    value = value * 2 + (six < 0 ? 0 : (six >> (5 - (bit % 6))) & 1);
  }
  return value;
}

/** Taken before a page could replace it. */
const floor = Math.floor;

function sextet(sign: string | undefined): number {
  if (sign === undefined) return -1;
  for (let i = 0; i < ALPHABET.length; i++) if (ALPHABET[i] === sign) return i;
  return -1;
}

function idsOf(text: string, from: number): string {
  let ids = '';
  for (let i = 0; i < PURPOSES; i++) {
    if (bits(text, from + i, 1) === 1) ids += `${ids === '' ? '' : ' '}${i + 1}`;
  }
  return ids;
}

/** Deciseconds to the day: the time of day has been no part of a TC string since TCF 2.2. */
const dayOf = (deciseconds: number): number => deciseconds * 100 - ((deciseconds * 100) % DAY_MS);
