// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readZip } from '../../report/bundle/read-zip';
import { ConsentFileSchema } from '../../report/consent-file';
import { partsOf, tokenFor } from '../../report/testing/bundle';
import { LEAKY, SECRET } from '../../report/testing/consent-result';
import { type ConsentOutputOptions, writeConsentOutput } from '../consent-output';
import { run } from '../run';
import { signerOf } from '../signing';

// The built program reads it beside itself.
vi.mock('../version', () => ({ VERSION: '0.1.0' }));

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

async function heard<T>(work: () => Promise<T>) {
  let out = '';
  let err = '';
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text;
    return true;
  });
  try {
    return { result: await work(), out, err };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

async function hushmap(...args: string[]) {
  const { result: code, out, err } = await heard(() => run(args));
  return { code, out, err };
}

type Asked = Partial<ConsentOutputOptions> & { readonly key?: string };

const write = ({ key, ...options }: Asked = {}) =>
  heard(() =>
    writeConsentOutput(
      {
        ...LEAKY,
        pictures: partsOf().pictures,
        hars: new Map([
          [
            'reject-0',
            [
              {
                startedAt: 0,
                method: 'GET',
                url: `https://acme.test/?u=${SECRET}`,
                status: 200,
                requestHeaders: [{ name: 'cookie', value: SECRET }],
                responseHeaders: [],
                timings: { dns: null, connect: null, ssl: null, send: 1, wait: 1, receive: 1 },
                mime: 'text/html',
                size: 10,
              },
            ],
          ],
        ]),
      },
      {
        format: 'json',
        out: null,
        bundle: null,
        sign: key === undefined ? null : signerOf(key),
        ...options,
      },
    ),
  );

describe('hushmap keygen', () => {
  it('writes a key that is readable by its owner alone, and tells its fingerprint', async () => {
    const { code, out } = await hushmap('keygen', at('one.pem'));
    expect(code).toBe(0);
    expect(out).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}\n$/);
    expect(statSync(at('one.pem')).mode & 0o777).toBe(0o600);
    expect(readFileSync(at('one.pem'), 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  });

  it('never writes over anything', async () => {
    writeFileSync(at('taken.pem'), 'mine');
    const { code, err } = await hushmap('keygen', at('taken.pem'));
    expect(code).toBe(2);
    expect(err).toContain('is there already');
    expect(readFileSync(at('taken.pem'), 'utf8')).toBe('mine');
    expect((await hushmap('keygen', at('no/such/folder.pem'))).code).toBe(2);
    expect((await hushmap('keygen')).code).toBe(2);
  });
});

describe('what a consent audit leaves behind', () => {
  it('is a report on stdout, or files in a folder', async () => {
    const { out, result } = await write();
    expect(v.parse(ConsentFileSchema, JSON.parse(out))).toEqual(result);
    expect((await write({ format: 'html', out: at('reports') })).out).toBe('');
    expect(JSON.parse(readFileSync(at('reports/consent.json'), 'utf8'))).toEqual(result);
    expect(readFileSync(at('reports/report.html'), 'utf8')).toContain('data:image/png;base64,');
  });

  it('holds no personal value in any of its files', async () => {
    await write({ bundle: at('clean.zip') });
    const { files } = readZip(new Uint8Array(readFileSync(at('clean.zip'))));
    expect([...files.keys()]).toContain('har/reject-0.har');
    for (const [name, content] of files) {
      expect(new TextDecoder().decode(content), name).not.toMatch(/ada(@|%40)|u:p@|8f2c1b9a/);
    }
  });

  it('warns of a key that others may read', async () => {
    await hushmap('keygen', at('open.pem'));
    execFileSync('chmod', ['644', at('open.pem')]);
    const { err } = await write({ bundle: at('open.zip'), key: at('open.pem') });
    expect(err).toContain('chmod 600');
  });
});

describe('hushmap verify', () => {
  it('tells unaltered, dated and attributed apart', async () => {
    const { out: printed } = await hushmap('keygen', at('key.pem'));
    const fingerprint = printed.trim();
    await write({ bundle: at('signed.zip'), key: at('key.pem') });

    const unknown = await hushmap('verify', at('signed.zip'));
    expect(unknown.code).toBe(0);
    expect(unknown.out.split('\n')).toMatchObject([
      'intact, signer unknown',
      'Unaltered: yes, since it was signed by the key below',
      expect.stringMatching(/^Dated: .*Z, by the own clock of whoever made it$/),
      `Attributed: unknown signer ${fingerprint}`,
      expect.stringMatching(/^Of: https:\/\/acme\.test\/u\/‹email›\?token$/),
      'Made by: Acme GmbH',
      expect.stringMatching(/^Manifest SHA-256: [0-9a-f]{64}$/),
      '',
    ]);

    const typed = fingerprint.toUpperCase().replaceAll(' ', ':');
    const known = await hushmap('verify', at('signed.zip'), '--key', typed);
    expect(known.code).toBe(0);
    expect(known.out).toContain(`intact, signed by ${fingerprint}\nUnaltered: yes\n`);

    const other = await hushmap('verify', at('signed.zip'), '--key', 'ab'.repeat(32));
    expect(other.code).toBe(1);
    expect(other.out).toMatch(/^intact, signed by another key/);
  });

  it('takes no unsigned bundle for one of the key that was named', async () => {
    await write({ bundle: at('unsigned.zip') });
    expect(await hushmap('verify', at('unsigned.zip'))).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^intact, not signed\nUnaltered: yes, by its own digests/),
    });
    const named = await hushmap('verify', at('unsigned.zip'), '--key', 'ab'.repeat(32));
    expect(named).toMatchObject({ code: 1, out: expect.stringContaining('Attributed: no\n') });
  });

  it('names the file that was altered', async () => {
    await write({ bundle: at('altered.zip') });
    const bytes = readFileSync(at('altered.zip'));
    const place = bytes.indexOf('pictures/') + 'pictures/reject-0-after.png'.length + 3;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    writeFileSync(at('altered.zip'), bytes);
    const { code, out } = await hushmap('verify', at('altered.zip'));
    expect(code).toBe(1);
    expect(out).toContain('altered: pictures/reject-0-after.png\n');
    expect(out).toContain('Unaltered: no\n');
    const json = await hushmap('verify', at('altered.zip'), '--format', 'json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({
      format: 'hushmap-verification',
      version: 1,
      unaltered: false,
      problems: [{ file: 'pictures/reject-0-after.png', code: 'damaged' }],
    });
  });

  it('ends with 2 for what is no bundle, and for what it does not know', async () => {
    writeFileSync(at('text.zip'), 'no zip at all, and long enough to be one');
    mkdirSync(at('folder'));
    for (const args of [
      [],
      [at('text.zip')],
      [at('not-there.zip')],
      [at('folder')],
      [at('text.zip'), at('text.zip')],
      [at('signed.zip'), '--key', 'ab12'],
      [at('signed.zip'), '--key', `${'ab'.repeat(31)}zz`],
      [at('signed.zip'), '--format', 'html'],
      [at('signed.zip'), '--more'],
    ]) {
      const { code, out } = await hushmap('verify', ...args);
      expect({ args, code, out }).toEqual({ args, code: 2, out: '' });
    }
  });

  it('prints nothing of a bundle that could steer a terminal', async () => {
    const operator = '\u001b[2J\u202eeve\nUnaltered: yes';
    await heard(() =>
      writeConsentOutput(
        { ...LEAKY, operator, pictures: new Map(), hars: new Map() },
        { format: 'json', out: null, bundle: at('eve.zip'), sign: null },
      ),
    );
    const { out } = await hushmap('verify', at('eve.zip'));
    expect(out).toContain('Made by:  [2J eve Unaltered: yes\n');
  });
});

describe('hushmap timestamp', () => {
  it('puts in a time stamp over this manifest, and no other', async () => {
    await hushmap('keygen', at('stamping.pem'));
    await write({ bundle: at('dated.zip'), key: at('stamping.pem') });
    const { out } = await hushmap('verify', at('dated.zip'), '--format', 'json');
    const before = readFileSync(at('dated.zip'));
    writeFileSync(at('wrong.tsr'), tokenFor('ab'.repeat(32)));
    const refused = await hushmap('timestamp', at('dated.zip'), at('wrong.tsr'));
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('another manifest') });
    expect(readFileSync(at('dated.zip'))).toEqual(before);

    writeFileSync(at('right.tsr'), tokenFor(JSON.parse(out).manifestSha256));
    expect((await hushmap('timestamp', at('dated.zip'), at('right.tsr'))).code).toBe(0);
    const dated = await hushmap('verify', at('dated.zip'));
    expect(dated.code).toBe(0);
    expect(dated.out).toContain(
      "Dated: RFC 3161 token at 2026-11-22T14:00:00.000Z (the issuer's signature and chain are not checked)",
    );
  });
});
