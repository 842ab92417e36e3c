import { toHex } from './bytes';
import { type Der, readAll, readDer, TAGS } from './der';

/** What a time stamp says. That its issuer's signature and chain hold is NOT checked here. */
export interface Timestamp {
  /** ISO 8601, in UTC. */
  readonly time: string;
  /** SHA-256 of what it dates, in hex; null: it uses another digest. */
  readonly imprint: string | null;
}

/**
 * Reads the TSTInfo of an RFC 3161 time stamp: a token, or the response that it came in (§2.4.2).
 * Null: it is neither.
 */
export function readTimestamp(bytes: Uint8Array): Timestamp | null {
  const outer = readDer(bytes, 0);
  if (outer?.tag !== TAGS.sequence || outer.next !== bytes.length) return null;
  const parts = readAll(outer.content) ?? [];
  // A response is a status and the token; a token begins with the OID of its content.
  const token = parts[0]?.tag === TAGS.oid ? parts : (contentOf(parts[1], TAGS.sequence) ?? []);
  const info = infoOf(token);
  return info && stampOf(info);
}

/** ContentInfo → SignedData → EncapsulatedContentInfo → TSTInfo (RFC 5652 §3, §5.1, §5.2). */
function infoOf([type, content]: readonly Der[]): readonly Der[] | null {
  if (!type || !isOid(type, SIGNED_DATA)) return null;
  const [signedData] = contentOf(content, TAGS.explicit0) ?? [];
  const encapsulated = (contentOf(signedData, TAGS.sequence) ?? [])[2];
  const [innerType, inner] = contentOf(encapsulated, TAGS.sequence) ?? [];
  if (!innerType || !isOid(innerType, TST_INFO)) return null;
  const [octets] = contentOf(inner, TAGS.explicit0) ?? [];
  if (octets?.tag !== TAGS.octets) return null;
  const [info] = readAll(octets.content) ?? [];
  return contentOf(info, TAGS.sequence);
}

/** version, policy, messageImprint, serialNumber, genTime, … (RFC 3161 §2.4.2). */
function stampOf([, , imprint, , genTime]: readonly Der[]): Timestamp | null {
  const time = genTime?.tag === TAGS.time ? timeOf(genTime.content) : null;
  const [algorithm, digest] = contentOf(imprint, TAGS.sequence) ?? [];
  const [oid] = contentOf(algorithm, TAGS.sequence) ?? [];
  if (time === null || !oid || digest?.tag !== TAGS.octets) return null;
  const isSha256 = isOid(oid, SHA_256) && digest.content.length === 32;
  return { time, imprint: isSha256 ? toHex(digest.content) : null };
}

const contentOf = (value: Der | undefined, tag: number): Der[] | null =>
  value?.tag === tag ? readAll(value.content) : null;

const isOid = ({ tag, content }: Der, hex: string): boolean =>
  tag === TAGS.oid && toHex(content) === hex;

/** 1.2.840.113549.1.7.2 (RFC 5652), 1.2.840.113549.1.9.16.1.4 (RFC 3161), 2.16.840.1.101.3.4.2.1 (RFC 5754). */
const SIGNED_DATA = '2a864886f70d010702';
const TST_INFO = '2a864886f70d0109100104';
const SHA_256 = '608648016503040201';

/** GeneralizedTime as DER has it: `20261122120000Z`, with or without a fraction. */
function timeOf(content: Uint8Array): string | null {
  const text = String.fromCharCode(...content.subarray(0, 40));
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d{1,9})?Z$/.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const ms = Date.parse(iso);
  // A 30th of February parses in some engines, and is no day.
  return Number.isFinite(ms) && new Date(ms).toISOString() === iso ? iso : null;
}
