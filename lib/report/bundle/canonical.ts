import { canonicalJson } from '../../masking/canonical-json';

/**
 * The bytes of a value in canonical JSON (RFC 8785): sorted names, no space, UTF-8.
 *
 * @throws TypeError for what RFC 8785 has no form for: numbers that are not finite, half characters.
 */
export function canonicalBytes(value: unknown): Uint8Array {
  check(value);
  return new TextEncoder().encode(canonicalJson(value));
}

/** The value of canonical JSON; `isCanonical` is false where the bytes say the same in another form. */
export interface ReadJson {
  readonly value: unknown;
  readonly isCanonical: boolean;
}

/** Null: it is no JSON in UTF-8. */
export function readJson(bytes: Uint8Array): ReadJson | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return { value, isCanonical: isCanonical(value, text) };
  } catch {
    return null;
  }
}

function isCanonical(value: unknown, text: string): boolean {
  try {
    check(value);
    return canonicalJson(value) === text;
  } catch {
    return false;
  }
}

function check(value: unknown): void {
  if (typeof value === 'string' && HALF_CHARACTER.test(value)) {
    throw new TypeError('half a character has no canonical form');
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError('a number without end has no canonical form');
  }
  if (Array.isArray(value)) value.forEach(check);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      check(key);
      check(inner);
    }
  }
}

const HALF_CHARACTER = /\p{Surrogate}/u;
