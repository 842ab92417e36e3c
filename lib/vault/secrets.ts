import * as v from 'valibot';
import { HushmapError } from '../core/errors';
import type { SourceConfig } from '../protocol/sources';
import { database, type HushmapDatabase } from './database';
import { deviceKey } from './device-key';
import { guarded } from './errors';

/** A secret belongs to one source at one address. */
export type SecretOwner = Pick<SourceConfig, 'id' | 'host'>;

const RowSchema = v.object({
  sourceId: v.string(),
  host: v.string(),
  iv: v.instance(Uint8Array),
  data: v.instance(Uint8Array),
});

/**
 * API keys, encrypted with the device key. Source and host are authenticated with each (as AES-GCM's
 * additional data), so that a row moved to another source, or a source moved to another host, gives
 * nothing. Used in the background worker alone.
 */
export function createSecretStore(db: HushmapDatabase) {
  async function read(owner: SecretOwner) {
    const row = await guarded(() => db.secrets.get(owner.id));
    if (row === undefined) return null;
    const parsed = v.safeParse(RowSchema, row);
    if (!parsed.success) throw unreadable(owner);
    // Entered for another address: for this one there is none.
    return parsed.output.host === owner.host ? parsed.output : null;
  }

  return {
    /** Encrypts and saves; a secret that was there is replaced. */
    async put(owner: SecretOwner, secret: string): Promise<void> {
      const key = await deviceKey(db);
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(secret);
      const cipher = await crypto.subtle.encrypt(parameters(owner, iv), key, text);
      const row = { sourceId: owner.id, host: owner.host, iv, data: new Uint8Array(cipher) };
      await guarded(() => db.secrets.put(row));
    },

    /** The secret, or null where none was entered. Throws `vault.unreadable`. */
    async get(owner: SecretOwner): Promise<string | null> {
      const row = await read(owner);
      if (row === null) return null;
      const key = await deviceKey(db);
      try {
        const iv = new Uint8Array(row.iv);
        const data = new Uint8Array(row.data);
        const text = await crypto.subtle.decrypt(parameters(owner, iv), key, data);
        return new TextDecoder().decode(text);
      } catch {
        // The cause says nothing that helps, and must not carry anything of the secret.
        throw unreadable(owner);
      }
    },

    /** Whether one was entered for this source at this address; it is not decrypted. */
    async has(owner: SecretOwner): Promise<boolean> {
      const row = await guarded(() => db.secrets.get(owner.id));
      return v.is(v.object({ host: v.literal(owner.host) }), row);
    },

    async remove(sourceId: string): Promise<void> {
      await guarded(() => db.secrets.delete(sourceId));
    },
  };
}

export const secrets = createSecretStore(database);

function parameters({ id, host }: SecretOwner, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  const bound = JSON.stringify(['hushmap', 'secrets', id, host]);
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(bound) };
}

const unreadable = ({ host }: SecretOwner): HushmapError =>
  new HushmapError('vault.unreadable', [new URL(host).host]);
