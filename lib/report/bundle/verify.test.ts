// @vitest-environment node
import { generateKeyPairSync, type KeyObject, sign as signBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkSignature } from '../../cli/signing';
import { partsOf, tokenFor } from '../testing/bundle';
import { sameBytes, sha256 } from './bytes';
import { canonicalBytes, readJson } from './canonical';
import { makeBundle, withTimestamp } from './make';
import { readZip } from './read-zip';
import type { Sign } from './signature';
import { NotABundle, type Verification, verifyBundle } from './verify';
import { writeZip } from './zip';
import { LOCAL_BYTES } from './zip-headers';

interface Keys {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const signer =
  ({ privateKey, publicKey }: Keys): Sign =>
  async (bytes) => ({
    signature: new Uint8Array(signBytes(null, bytes, privateKey)),
    publicKey: new Uint8Array(publicKey.export({ format: 'der', type: 'spki' })),
  });
const sign = signer(generateKeyPairSync('ed25519'));
const { publicKey } = await sign(new Uint8Array());
const KEY = await sha256(publicKey);
const BUNDLE = await makeBundle(partsOf({ sign }));
const FILES = readZip(BUNDLE).files;

const verify = (bytes: Uint8Array, key: string | null = null): Promise<Verification> =>
  verifyBundle(bytes, key, checkSignature);
const told = ({ problems }: Verification) => problems.map(({ file, code }) => `${file}: ${code}`);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The bundle with some of its files put in place of others; null takes one out. */
function changed(changes: Readonly<Record<string, Uint8Array | null>>): Uint8Array {
  const files = new Map(FILES);
  for (const [name, content] of Object.entries(changes)) {
    if (content) files.set(name, content);
    else files.delete(name);
  }
  return writeZip(files);
}

/** JSON of one file, read as the test needs it. */
function jsonOf<T>(name: string): T {
  return readJson(FILES.get(name) ?? new Uint8Array())?.value as T; // the test wrote it
}

describe('a bundle as it was made', () => {
  it('is intact, and holds what it should', async () => {
    const result = await verify(BUNDLE);
    expect(result).toMatchObject({
      unaltered: true,
      problems: [],
      dated: { by: 'own-clock', time: '2026-11-22T13:00:00.000Z' },
      attributed: { to: 'unknown', fingerprint: KEY },
      manifest: { operator: 'Acme GmbH', tool: { version: '0.1.0' } },
    });
    expect([...FILES.keys()]).toEqual([
      'consent.json',
      'har/reject-0.har',
      'manifest.json',
      'pictures/reject-0-after.png',
      'report.html',
      'signature.json',
      'walk.json',
    ]);
  });

  it('has equal bytes when it is made twice', async () => {
    expect(sameBytes(await makeBundle(partsOf({ sign })), BUNDLE)).toBe(true);
  });

  it('holds no personal value', () => {
    for (const content of FILES.values()) {
      expect(new TextDecoder().decode(content)).not.toMatch(/ada(@|%40)|u:p@|8f2c1b9a/);
    }
  });

  it('is attributed to the key that was named, to none, or to another', async () => {
    expect((await verify(BUNDLE, KEY)).attributed).toEqual({ to: 'named-key', fingerprint: KEY });
    expect((await verify(BUNDLE, 'ab'.repeat(32))).attributed.to).toBe('other-key');
    const unsigned = await makeBundle(partsOf());
    expect(await verify(unsigned)).toMatchObject({
      unaltered: true,
      attributed: { to: 'nobody', fingerprint: null },
    });
  });

  it('refuses names that no file may have, and two of one name', async () => {
    const picture = new Uint8Array();
    for (const name of ['../x.png', '/x.png', 'x\\y.png', 'A.png']) {
      const pictures = new Map([[name, picture]]);
      await expect(makeBundle(partsOf({ pictures }))).rejects.toThrow(RangeError);
    }
    const pictures = new Map([
      ['x.png', picture],
      ['pictures/x.png', picture],
    ]);
    await expect(makeBundle(partsOf({ pictures }))).rejects.toThrow(RangeError);
  });
});

describe('a flipped byte', () => {
  it('never passes, wherever it is', async () => {
    const passed: number[] = [];
    const isSame = (other: Uint8Array) => {
      const { files, problems } = readZip(other);
      return (
        problems.length === 0 &&
        [...FILES].every(([name, content]) =>
          sameBytes(files.get(name) ?? new Uint8Array(), content),
        )
      );
    };
    const end = dataEnd(BUNDLE);
    const heads = [...FILES.keys()].map((name) => {
      const to = dataOf(BUNDLE, name);
      return { from: to - name.length - LOCAL_BYTES, to };
    });
    const inHeaders = (at: number) =>
      at >= end || heads.some(({ from, to }) => at >= from && at < to);
    for (let at = 0; at < BUNDLE.length; at++) {
      // Every byte of the container, and every eleventh of what is in it.
      if (!inHeaders(at) && at % 11 !== 0) continue;
      const flipped = BUNDLE.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const result = await verify(flipped).catch((cause: unknown) => {
        expect(cause).toBeInstanceOf(NotABundle);
        return null;
      });
      // What unpacks to the same bytes says the same: a deflated block can be written in two ways.
      if (result?.unaltered && !isSame(flipped)) passed.push(at);
    }
    expect(passed).toEqual([]);
  }, 120_000);

  it('is found when bytes are cut off, put before, or put behind', async () => {
    const outcome = (bytes: Uint8Array) =>
      verify(bytes).then(
        ({ unaltered }) => unaltered,
        (cause: unknown) => !(cause instanceof NotABundle),
      );
    for (let length = 0; length < BUNDLE.length; length += 37) {
      expect(await outcome(BUNDLE.subarray(0, length)), `${length}`).toBe(false);
      expect(await outcome(BUNDLE.subarray(length + 1)), `-${length}`).toBe(false);
    }
    expect(await outcome(Uint8Array.of(0, ...BUNDLE))).toBe(false);
    expect(await outcome(Uint8Array.of(...BUNDLE, 0))).toBe(false);
    expect(await outcome(Uint8Array.of(...BUNDLE, ...BUNDLE))).toBe(false);
  });

  it('is named by the file that it is in', async () => {
    for (const name of FILES.keys()) {
      const at = dataOf(BUNDLE, name);
      const flipped = BUNDLE.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0x40;
      expect(told(await verify(flipped)), name).toContain(`${name}: damaged`);
    }
  });
});

/** Where a file's bytes begin: after the first local header that names it. */
function dataOf(zip: Uint8Array, name: string): number {
  const text = Array.from(zip, (byte) => String.fromCharCode(byte)).join('');
  return text.indexOf(name, text.indexOf('PK\u0003\u0004')) + name.length;
}

/** Where the list of files begins: its place stands 6 bytes before the end (APPNOTE §4.3.16). */
const dataEnd = (zip: Uint8Array): number =>
  new DataView(zip.buffer, zip.length - 6).getUint32(0, true);

describe('somebody who writes the zip anew', () => {
  it('is found out by the file that was changed, added or taken away', async () => {
    const consent = jsonOf<Record<string, unknown>>('consent.json');
    const other = canonicalBytes({ ...consent, headline: 'Nothing was found wanting.' });
    expect(told(await verify(changed({ 'consent.json': other })))).toEqual([
      'consent.json: digest',
    ]);
    expect(told(await verify(changed({ 'report.html': utf8('x') })))).toEqual([
      'report.html: digest',
    ]);
    expect(told(await verify(changed({ 'walk.json': null })))).toEqual(['walk.json: missing']);
    expect(told(await verify(changed({ 'extra.txt': utf8('x') })))).toEqual([
      'extra.txt: not-listed',
    ]);
    expect(told(await verify(changed({ 'manifest.json': null })))).toEqual([
      'manifest.json: missing',
    ]);
    expect(told(await verify(changed({ 'manifest.json': utf8('[]') })))).toContain(
      'manifest.json: not-read',
    );
  });

  it('is found out when the manifest is written anew as well', async () => {
    const report = utf8('<p>fine</p>');
    const manifest = jsonOf<{ files: { path: string }[] }>('manifest.json');
    const entry = { path: 'report.html', bytes: report.length, sha256: await sha256(report) };
    const files = manifest.files.map((file) => (file.path === 'report.html' ? entry : file));
    const forged = changed({
      'report.html': report,
      'manifest.json': canonicalBytes({ ...manifest, files }),
    });
    const result = await verify(forged, KEY);
    expect(told(result)).toEqual(['signature.json: signature']);
    expect(result.attributed.to).toBe('nobody');
  });

  it('is not the one who was named when another key signs it, or none', async () => {
    const manifest = jsonOf<Record<string, unknown>>('manifest.json');
    const mine = canonicalBytes({ ...manifest, operator: 'Somebody else' });
    const files = new Map([...FILES].filter(([name]) => name !== 'signature.json'));
    files.set('manifest.json', mine);
    expect((await verify(writeZip(files), KEY)).attributed.to).toBe('nobody');
    const parts = partsOf({ sign: signer(generateKeyPairSync('ed25519')) });
    expect((await verify(await makeBundle(parts), KEY)).attributed.to).toBe('other-key');
  });

  it.each([
    ['another form of the same JSON', (text: string) => `${text}\n`],
    ['a name twice', (text: string) => text.replace('{', '{"format":"hushmap-consent-bundle",')],
    ['a field that is none', (text: string) => text.replace('{', '{"a":1,')],
    ['a path out of the bundle', (text: string) => text.replace('walk.json', '../walk')],
    ['a list out of order', (text: string) => text.replace('consent.json', 'z.json')],
  ])('is found out by %s in the manifest', async (_, change) => {
    const text = new TextDecoder().decode(FILES.get('manifest.json'));
    const manifest = utf8(change(text));
    // Signed anew, so that the form alone is what is wrong.
    const { signature } = await sign(manifest);
    const fields = jsonOf<Record<string, unknown>>('signature.json');
    const signed = canonicalBytes({
      ...fields,
      signature: Buffer.from(signature).toString('base64'),
    });
    const result = await verify(changed({ 'manifest.json': manifest, 'signature.json': signed }));
    expect(result.unaltered).toBe(false);
    expect(told(result).join()).toMatch(/manifest\.json: not-(read|canonical)/);
  });

  it.each([
    ['publicKey', 'AAAA'],
    ['fingerprint', 'ab'.repeat(32)],
    ['signature', 'AAAA'],
    ['algorithm', 'RSA'],
    ['version', 2],
    ['more', 1],
  ])('is found out by another %s in the signature', async (field, value) => {
    const fields = jsonOf<Record<string, unknown>>('signature.json');
    const other = canonicalBytes({ ...fields, [field]: value });
    expect(told(await verify(changed({ 'signature.json': other })))).toEqual([
      'signature.json: not-read',
    ]);
  });

  it('finds that a bundle of a later version is not for it', async () => {
    const manifest = jsonOf<Record<string, unknown>>('manifest.json');
    const later = canonicalBytes({ ...manifest, version: 2 });
    await expect(verify(changed({ 'manifest.json': later }))).rejects.toThrow(/later version/);
  });
});

describe('a time stamp', () => {
  it('dates the manifest that it was made for, and no other', async () => {
    const digest = (await verify(BUNDLE)).manifestSha256 ?? '';
    const stamped = withTimestamp(BUNDLE, tokenFor(digest));
    expect(await verify(stamped, KEY)).toMatchObject({
      unaltered: true,
      dated: { by: 'timestamp', time: '2026-11-22T14:00:00.000Z' },
      attributed: { to: 'named-key' },
    });
    const other = await verify(withTimestamp(BUNDLE, tokenFor('ab'.repeat(32))));
    expect(told(other)).toEqual(['timestamp.tsr: other-imprint']);
    expect(other.dated.by).toBe('own-clock');
    expect(told(await verify(changed({ 'timestamp.tsr': utf8('x') })))).toEqual([
      'timestamp.tsr: not-read',
    ]);
  });

  it('is not put into what was altered, and is one', () => {
    expect(() => withTimestamp(BUNDLE.subarray(0, 99), tokenFor('ab'.repeat(32)))).toThrow(
      NotABundle,
    );
    expect(() => withTimestamp(BUNDLE, utf8('x'))).toThrow(NotABundle);
  });
});
