import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { sha256 } from '../report/bundle/bytes';
import type { CheckSignature, Sign } from '../report/bundle/signature';
import { say } from './output';
import { UsageError } from './usage-error';

/** Signs with the Ed25519 key of a PEM file (PKCS#8, RFC 5958). @throws UsageError */
export function signerOf(file: string): Sign {
  const key = readKey(file);
  const publicKey = spkiOf(key);
  return async (bytes) => ({ signature: sign(null, bytes, key), publicKey });
}

/** Whether a signature of Ed25519 fits, by Node's own cryptography. */
export const checkSignature: CheckSignature = async (bytes, signature, publicKey) => {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, signature);
  } catch {
    return false;
  }
};

/**
 * Writes a new key that nobody else on this machine may read.
 *
 * @returns its fingerprint: SHA-256 of its public key, in hex.
 * @throws UsageError where the file is there already, or cannot be written.
 */
export async function writeKey(file: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519');
  try {
    // `wx`: a key that is there already is never lost.
    writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), {
      mode: 0o600,
      flag: 'wx',
    });
  } catch (cause) {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw new UsageError(
      isThere ? `${file} is there already, and stays as it is.` : `${file} cannot be written.`,
    );
  }
  return sha256(spkiOf(privateKey));
}

const spkiOf = (key: KeyObject): Uint8Array =>
  new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }));

function readKey(file: string): KeyObject {
  const key = parseKey(file, readPem(file));
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new UsageError(`${file} (--key) is no Ed25519 key. hushmap keygen FILE writes one.`);
  }
  return key;
}

function readPem(file: string): string {
  try {
    const { mode } = statSync(file);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      say(`Warning: others on this machine may read ${file}. chmod 600 keeps it yours.`);
    }
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`${file} (--key) cannot be read.`);
  }
}

/** What is wrong with a key is said without a word of what is in the file. */
function parseKey(file: string, pem: string): KeyObject {
  try {
    return createPrivateKey({ key: pem, format: 'pem' });
  } catch {
    throw new UsageError(
      `${file} (--key) is no private key in PEM (PKCS#8), or it is locked by a passphrase.`,
    );
  }
}
