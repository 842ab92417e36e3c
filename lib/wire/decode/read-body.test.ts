import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { latin1Of } from './bytes';
import type { BodyHints, Limits } from './contract';
import lz from './fixtures/lz-string.json';
import { LIMITS, readBody } from './read-body';

const SECRET = 'q7canary5value@canary.example';

/** Paths by which a text came to light, and what was not read. */
function read(body: string | Uint8Array, hints: BodyHints = {}, limits: Limits = LIMITS) {
  const paths: string[] = [];
  const opaque = readBody(
    body,
    ({ text, path }) => {
      if (text.includes(SECRET)) paths.push(path.join(' '));
    },
    hints,
    limits,
  );
  return { path: paths[0], paths, opaque };
}

const gzip = (text: string): Uint8Array => gzipSync(text);
const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');
const hex = (text: string): string => Buffer.from(text).toString('hex');
const units = (text: string): string =>
  [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
/** `sent ${SECRET}` by lz-string 1.5.0. */
const LZ = 'M4UwdgLgBAjg7AYwIZiQJwJ4FYBuSA2AriAALKqYB0IAHkgLYAO+IQA=';
const inJson = JSON.stringify({ type: 3, data: { text: SECRET, id: 5 } });

describe('a body', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['plain text', `a ${SECRET} b`, ''],
    ['bytes of plain text', Buffer.from(`ä ${SECRET}`), ''],
    ['JSON', inJson, ''],
    [
      'JSON in JSON in JSON',
      JSON.stringify(JSON.stringify(JSON.stringify(units(SECRET)))),
      'json json json json',
    ],
    ['unicode escapes', `{"v":"${units(SECRET)}"}`, 'json'],
    ['an encoded URL', `https://r.test/?e=${SECRET.replace('@', '%40')}`, 'percent'],
    [
      'one encoded three times',
      encodeURIComponent(encodeURIComponent(SECRET.replace('@', '%40'))),
      'percent percent percent',
    ],
    ['a form', `a=1&mail=${encodeURIComponent(SECRET)}&b=x+y`, 'form percent'],
    ['entities', `<p>${SECRET.replace('@', '&#64;').replace('.', '&period;')}</p>`, 'html'],
    ['hexadecimal entities', SECRET.replace('@', '&#x40;'), 'html'],
    ['base64', `{"d":"${base64(SECRET)}"}`, 'base64'],
    ['base64 for URLs', `d=${Buffer.from(`???>>>${SECRET}`).toString('base64url')}&x=1`, 'base64'],
    [
      'a part of a path',
      `https://r.test/collect/v2/${Buffer.from(SECRET).toString('base64url')}`,
      'base64',
    ],
    [
      'a claim of a token',
      `eyJhbGciOiJub25lIn0.${Buffer.from(inJson).toString('base64url')}.x`,
      'base64',
    ],
    ['hex', `x=${hex(SECRET)}`, 'hex'],
    ['hex in capitals', hex(SECRET).toUpperCase(), 'hex'],
    ['gzip', gzip(inJson), 'gzip'],
    ['zlib', deflateSync(inJson), 'deflate'],
    ['raw deflate', deflateRawSync(inJson.repeat(3)), 'deflate'],
    [
      'gzip in base64',
      `data=${encodeURIComponent(base64(gzip(inJson)))}`,
      'form percent base64 gzip',
    ],
    ['gzip as one letter a byte', latin1Of(gzip(inJson)), 'binary gzip'],
    [
      'gzip, a letter a byte, in JSON',
      JSON.stringify({ cv: 1, data: latin1Of(gzip(inJson)) }),
      'json gzip',
    ],
    [
      'the same in gzip',
      gzip(JSON.stringify([{ data: latin1Of(gzip(inJson)) }])),
      'gzip json gzip',
    ],
    ['lz-string, base64', `{"p":"${LZ}"}`, 'lz-string'],
    ['UTF-16', Buffer.from(inJson, 'utf16le'), 'utf-16'],
    [
      'strings between bytes',
      Buffer.concat([
        Buffer.from([10, 200, 1, 8, 255, 29]),
        Buffer.from(SECRET),
        Buffer.from([0, 1, 2, 144]),
      ]),
      'binary',
    ],
  ])('%s', (_name, body, path) => {
    expect(read(body).paths).toContain(path);
  });

  it.each(['base64', 'uri', 'utf16'] as const)('unpacks what lz-string has written: %s', (kind) => {
    const texts: string[] = [];
    readBody(JSON.stringify({ packed: lz[kind] }), ({ text }) => texts.push(text));
    expect(texts).toContain(lz.plain);
  });

  it('takes a multipart form apart, packed parts as well', () => {
    const body = Buffer.concat([
      Buffer.from('--xYz\r\nContent-Disposition: form-data; name="a"\r\n\r\nplain\r\n--xYz\r\n'),
      Buffer.from(
        'Content-Disposition: form-data; name="segment"\r\nContent-Type: application/octet-stream\r\n\r\n',
      ),
      deflateSync(inJson),
      Buffer.from('\r\n--xYz--\r\n'),
    ]);
    expect(read(body).paths).toEqual(['multipart deflate']);
    const plain = `--xYz\r\nContent-Disposition: form-data; name="m"\r\n\r\n${SECRET}\r\n--xYz--`;
    expect(read(plain).paths).toEqual(['multipart']);
  });

  it('finds a stream behind the head of an envelope', () => {
    const head = '{"event_id":"1"}\n{"type":"replay_recording","length":99}\n{"segment_id":0}\n';
    expect(read(Buffer.concat([Buffer.from(head), deflateSync(inJson)])).paths).toEqual([
      'deflate',
    ]);
  });

  it('reads an envelope to its last byte: its head, a stream, the checksum, what comes after', () => {
    const head = '{"type":"replay_recording","length":99}\n{"segment_id":0}\n';
    const after = `\n{"type":"event"}\n{"user":"${SECRET}"}`;
    for (const pack of [deflateSync, gzipSync]) {
      const body = Buffer.concat([
        Buffer.from(head),
        pack('{"a":1}'.repeat(50)),
        Buffer.from(after),
      ]);
      expect(read(body)).toMatchObject({ paths: ['binary'], opaque: {} });
    }
  });

  it('reads all of what follows a stream', () => {
    const first = gzip('{"type":4,"data":{}}');
    const parts = (...more: (string | Uint8Array)[]) =>
      read(Buffer.concat([first, ...more.map((part) => Buffer.from(part))]));
    expect(parts(gzip(inJson))).toMatchObject({ paths: ['gzip'], opaque: {} });
    expect(parts(...Array<Uint8Array>(20).fill(first), gzip(inJson)).paths).toEqual(['gzip']);
    expect(parts(inJson)).toMatchObject({ paths: ['binary'], opaque: {} });
    const sealed = Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 7 + (i >> 3) * 13) & 255);
    expect(parts(sealed).opaque.unknown).toBeGreaterThan(4000);
  });

  it('reads a stream that its sender never ended', () => {
    const whole = deflateSync(inJson.repeat(20));
    const { paths, opaque } = read(whole.subarray(0, whole.length - 8));
    expect([paths, opaque]).toEqual([['deflate'], {}]);
  });

  it('goes three encodings deep, and no deeper', () => {
    const three = base64(base64(base64(SECRET)));
    expect(read(three).path).toBe('base64 base64 base64');
    expect(read(base64(three)).path).toBeUndefined();
  });
});

describe('what cannot be read', () => {
  it('is named and counted, never passed over', () => {
    const zstd = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, ...new Uint8Array(996));
    expect(read(zstd).opaque).toEqual({ zstd: 1000 });
    const brotli = brotliCompressSync(inJson.repeat(50));
    expect(read(brotli, { contentEncoding: 'br' }).opaque).toEqual({ brotli: brotli.length });
    const sealed = Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 7 + (i >> 3) * 13) & 255);
    expect(read(sealed).opaque.unknown).toBeGreaterThan(4000);
    const damaged = Uint8Array.from(gzip('x'.repeat(20) + inJson.repeat(9)));
    damaged.fill(255, 40);
    let deep: Uint8Array = Buffer.from(inJson);
    for (let layer = 0; layer < 5; layer += 1) deep = gzipSync(deep);
    expect(read(deep).opaque.limit).toBeGreaterThan(30);
    expect(Object.values(read(damaged).opaque).reduce((a, b) => a + b, 0)).toBeGreaterThan(30);
  });

  it('is nothing in a text', () => {
    expect(read(`${inJson} — Grüße, 日本語, 🙂`).opaque).toEqual({});
    expect(read(gzip(inJson)).opaque).toEqual({});
  });
});

describe('a hostile body', () => {
  const size = (body: string | Uint8Array) => {
    let seen = 0;
    const opaque = readBody(body, ({ text }) => {
      seen += text.length;
    });
    return { seen, opaque };
  };

  it('that would unpack to gigabytes is left at the limit, and said to be', () => {
    const bomb = gzipSync(
      gzipSync(gzipSync(Buffer.alloc(300_000_000), { level: 9 }), { level: 9 }),
    );
    const { seen, opaque } = size(bomb);
    expect(seen).toBeLessThanOrEqual(LIMITS.size);
    expect(opaque.limit).toBeGreaterThan(0);
  });

  it('of ten million letters of base64 is read once', () => {
    const letters = base64(Buffer.alloc(7_500_000, `${'-'.repeat(50)}`));
    const { seen } = size(letters);
    expect(seen).toBeGreaterThan(17_000_000);
    expect(seen).toBeLessThan(LIMITS.size);
  });

  it.each([
    ['brackets', '['.repeat(1_000_000)],
    ['quotes', '"'.repeat(1_000_000)],
    ['backslashes', '\\'.repeat(1_000_000)],
    ['escaped quotes', '\\"'.repeat(500_000)],
    ['percent signs', '%'.repeat(1_000_000)],
    ['encoded percent signs', '%25'.repeat(400_000)],
    ['ampersands', '&amp;'.repeat(200_000)],
    ['one escape after a long text', `${'a'.repeat(1_000_000)}%41\\u0041&amp;`],
    ['boundaries', '--a\r\n'.repeat(200_000)],
    [
      'heads of gzip',
      latin1Of(Uint8Array.from({ length: 600_000 }, (_, i) => [0x1f, 0x8b, 8][i % 3] ?? 0)),
    ],
    ['heads of zlib', '\u0000x\u009c'.repeat(200_000)],
    ['letters of lz-string', '\u4e00\u8001'.repeat(300_000)],
    ['everything', '%5C%22\\u0026amp;"'.repeat(60_000)],
  ])('of %s comes to an end', (_name, body) => {
    expect(size(body).seen).toBeLessThanOrEqual(LIMITS.size);
  });
});
