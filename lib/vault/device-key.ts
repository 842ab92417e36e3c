import * as v from 'valibot';
import type { HushmapDatabase } from './database';
import { guarded } from './errors';

/**
 * The key that secrets are encrypted with: AES-GCM, 256 bits, made once in this browser and not
 * extractable, so no script can read its bytes. It lies in the same profile as what it protects: a
 * copied profile takes both. It stops a look into the database's files, no more.
 */
export async function deviceKey(db: HushmapDatabase): Promise<CryptoKey> {
  const known = await guarded(async () => usable(await db.keys.get(ID)));
  if (known !== null) return known;
  // Made before the transaction: IndexedDB commits while WebCrypto is awaited.
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  return guarded(() =>
    db.transaction('rw', db.keys, async () => {
      // Another context may have made one meanwhile: the first one counts.
      const first = usable(await db.keys.get(ID));
      if (first !== null) return first;
      await db.keys.put({ id: ID, key: made });
      return made;
    }),
  );
}

const ID = 'device';

function usable(row: unknown): CryptoKey | null {
  const parsed = v.safeParse(v.object({ key: v.instance(CryptoKey) }), row);
  if (!parsed.success) return null;
  const { key } = parsed.output;
  return key.algorithm.name === 'AES-GCM' && !key.extractable ? key : null;
}
