import * as v from 'valibot';
import { fromBase64, sameBytes, sha256, toBase64 } from './bytes';
import { canonicalBytes, readJson } from './canonical';

/** Signs bytes with a key that it holds. The public key comes as SPKI in DER (RFC 8410). */
export type Sign = (
  bytes: Uint8Array,
) => Promise<{ readonly signature: Uint8Array; readonly publicKey: Uint8Array }>;

/** Whether an Ed25519 signature (RFC 8032) fits bytes and a public key (SPKI in DER). Never throws. */
export type CheckSignature = (
  bytes: Uint8Array,
  signature: Uint8Array,
  publicKey: Uint8Array,
) => Promise<boolean>;

/** `signature.json`, version 1: an Ed25519 signature over the bytes of `manifest.json`. */
export const SignatureSchema = v.strictObject({
  format: v.literal('hushmap-signature'),
  version: v.literal(1),
  algorithm: v.literal('Ed25519'),
  /** SPKI in DER, in base64. */
  publicKey: v.pipe(v.string(), v.maxLength(100)),
  /** SHA-256 of the public key as it stands here, in hex. */
  fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  signature: v.pipe(v.string(), v.maxLength(100)),
});

export interface Signature {
  readonly publicKey: Uint8Array;
  readonly fingerprint: string;
  readonly signature: Uint8Array;
}

/** @returns the bytes of `signature.json`. @throws TypeError where the port gives no Ed25519 key. */
export async function signManifest(manifest: Uint8Array, sign: Sign): Promise<Uint8Array> {
  const { signature, publicKey } = await sign(manifest);
  if (!isEd25519(publicKey) || signature.length !== 64) {
    throw new TypeError('a bundle is signed by an Ed25519 key');
  }
  return canonicalBytes({
    format: 'hushmap-signature',
    version: 1,
    algorithm: 'Ed25519',
    publicKey: toBase64(publicKey),
    fingerprint: await sha256(publicKey),
    signature: toBase64(signature),
  });
}

/** Null: it is no signature of this version, or not in its one form. */
export async function readSignature(bytes: Uint8Array): Promise<Signature | null> {
  const json = readJson(bytes);
  const parsed = v.safeParse(SignatureSchema, json?.value);
  if (!json?.isCanonical || !parsed.success) return null;
  const publicKey = fromBase64(parsed.output.publicKey);
  const signature = fromBase64(parsed.output.signature);
  if (!publicKey || !signature || !isEd25519(publicKey) || signature.length !== 64) return null;
  const { fingerprint } = parsed.output;
  return fingerprint === (await sha256(publicKey)) ? { publicKey, fingerprint, signature } : null;
}

/** `ab12 cd34 …`: sixteen groups of four, as people compare them. */
export const inGroups = (fingerprint: string): string =>
  fingerprint.match(/.{1,4}/g)?.join(' ') ?? '';

/** A fingerprint as people type it: in groups, with colons, in capitals. Null: it is none. */
export function readFingerprint(text: string): string | null {
  const plain = text.replace(/[\s:]/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(plain) ? plain : null;
}

/** The algorithm identifier of Ed25519 and the head of its key, as RFC 8410 §4 writes them in DER. */
const SPKI_HEAD = Uint8Array.of(
  0x30,
  0x2a,
  0x30,
  0x05,
  0x06,
  0x03,
  0x2b,
  0x65,
  0x70,
  0x03,
  0x21,
  0,
);

const isEd25519 = (key: Uint8Array): boolean =>
  key.length === 44 && sameBytes(key.subarray(0, SPKI_HEAD.length), SPKI_HEAD);
