import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { planCanaries } from './canaries';
import type { CanaryField, WireRequest } from './contract';
import { findCanaries } from './match';

const fields: CanaryField[] = [
  { key: '#mail', pii: 'email' },
  { key: '#tel', pii: 'phone' },
  { key: '#card', pii: 'card.number' },
  { key: '#iban', pii: 'iban' },
  { key: '#name', pii: 'name.full' },
  { key: '#note', pii: 'message' },
];
const plan = planCanaries('a seed', fields);
const value = (key: string): string =>
  plan.canaries.find(({ field }) => field === key)?.value ?? '';
const mail = value('#mail');
const sent = (body: WireRequest['body'], more: Partial<WireRequest> = {}): WireRequest => ({
  id: 'r1',
  url: 'https://collect.test/v1',
  ...(body === undefined ? {} : { body }),
  ...more,
});
const hitsIn = (...requests: WireRequest[]) => findCanaries(plan, requests).hits;
const digest = (name: string, text: string, as: 'hex' | 'base64' | 'base64url' = 'hex') =>
  createHash(name).update(text).digest(as);

describe('a canary', () => {
  it('is found as it is, with the field, the receiver, the request and the way to it', () => {
    const packed = gzipSync(JSON.stringify([{ text: mail }]));
    expect(hitsIn(sent(packed))).toEqual([
      {
        field: '#mail',
        pii: 'email',
        form: 'plain',
        place: 'body',
        path: ['gzip'],
        receiver: 'collect.test',
        request: 'r1',
      },
    ]);
  });

  it.each(fields.map(({ key }) => key))('of %s is found', (key) => {
    expect(hitsIn(sent(JSON.stringify({ v: value(key) })))).toMatchObject([
      { field: key, form: 'plain' },
    ]);
  });

  it('is found in URLs and headers', () => {
    const url = `https://ads.test/p?e=${encodeURIComponent(mail)}`;
    const headers = { Referer: `https://shop.test/?q=${mail}` };
    expect(hitsIn(sent(undefined, { url, headers }))).toMatchObject([
      { place: 'url', path: ['percent'], receiver: 'ads.test' },
      { place: 'header', path: [], receiver: 'ads.test' },
    ]);
  });

  it('is found in another case', () => {
    expect(hitsIn(sent(mail.toUpperCase()))).toMatchObject([{ form: 'folded' }]);
  });

  it.each([
    ['#tel', (n: string) => `+1 (${n.slice(2, 5)}) ${n.slice(5, 8)}-${n.slice(8)}`, 'digits'],
    ['#tel', (n: string) => n.slice(2), 'plain'],
    ['#card', (n: string) => n.replace(/(.{4})(?=.)/g, '$1 '), 'digits'],
    ['#card', (n: string) => n.replace(/(.{4})(?=.)/g, '$1-'), 'digits'],
    ['#iban', (n: string) => n.replace(/(.{4})(?=.)/g, '$1 '), 'plain'],
  ])('of %s is found however it is grouped', (key, group, form) => {
    expect(hitsIn(sent(`"v":"${group(value(key))}"`))).toMatchObject([{ field: key, form }]);
  });

  it('is no number that goes on', () => {
    expect(hitsIn(sent(`id=${value('#card')}7`), sent(`77${value('#tel').slice(2)}`))).toEqual([]);
    expect(hitsIn(sent(value('#card').slice(0, 10)))).toEqual([]);
  });

  it('is found in part, from eight letters on', () => {
    expect(hitsIn(sent(`q=${mail.slice(0, 8)}`))).toMatchObject([{ form: 'partial' }]);
    expect(hitsIn(sent(`q=${mail.slice(0, 7)}`))).toEqual([]);
    const family = value('#name').split(' ')[1] ?? '';
    expect(hitsIn(sent(`{"last":"${family}"}`))).toMatchObject([{ field: '#name', form: 'plain' }]);
  });

  it.each(['md5', 'sha1', 'sha256'])('is found hashed by %s', (name) => {
    for (const as of ['hex', 'base64', 'base64url'] as const) {
      expect(hitsIn(sent(`{"h":"${digest(name, mail, as)}"}`))).toMatchObject([
        { form: 'hash', hash: name },
      ]);
    }
    expect(hitsIn(sent(digest(name, mail).toUpperCase()))).toMatchObject([{ hash: name }]);
    const raw = Buffer.concat([Buffer.from([0, 1, 2, 3]), createHash(name).update(mail).digest()]);
    expect(hitsIn(sent(raw))).toMatchObject([{ hash: name, path: ['binary'] }]);
    const twice = digest('sha256', digest(name, mail));
    expect(hitsIn(sent(twice))).toMatchObject([{ hash: `${name} sha256` }]);
    expect(hitsIn(sent(digest(name, `${mail}salt`)))).toEqual([]);
  });

  it('is found hashed as senders of phone numbers do it', () => {
    const number = value('#tel');
    for (const text of [number, number.slice(1), number.slice(2)]) {
      expect(hitsIn(sent(digest('sha256', text)))).toMatchObject([
        { field: '#tel', hash: 'sha256' },
      ]);
    }
  });

  it('is found where it was typed letter by letter, over many requests', () => {
    const keys = [...mail].map((key, at) =>
      sent(JSON.stringify({ t: at, key, type: 'kd' }), { id: `k${at}` }),
    );
    expect(hitsIn(...keys)).toMatchObject([{ field: '#mail', form: 'typed', request: 'k0' }]);
    const withShift = keys.flatMap((key) => [key, sent('{"key":"Shift","type":"ku"}')]);
    expect(hitsIn(...withShift)).toMatchObject([{ form: 'typed' }]);
    const codes = [...mail].map((key) => ({ keyCode: key.charCodeAt(0) }));
    expect(hitsIn(sent(JSON.stringify(codes)))).toMatchObject([{ form: 'typed' }]);
    const pieces = (mail.match(/.{1,5}/g) ?? []).map((piece) => sent(`{"seg":"${piece}"}`));
    expect(hitsIn(...pieces)).toMatchObject([{ form: 'typed' }]);
    const params = [...mail].map((key) => sent(undefined, { url: `https://k.test/?k=${key}` }));
    expect(hitsIn(...params)).toMatchObject([{ form: 'typed', receiver: 'k.test' }]);
  });

  it('is told once a place, the value before its hash', () => {
    expect(
      hitsIn(sent(`${digest('md5', mail)} ${mail.slice(0, 9)} ${mail} ${mail}`)),
    ).toMatchObject([{ form: 'plain' }]);
  });

  it('is never part of the result', () => {
    const report = JSON.stringify(findCanaries(plan, [sent(mail), sent(digest('md5', mail))]));
    expect(report).not.toContain(mail.slice(0, 8));
    expect(report).not.toContain(digest('md5', mail));
  });
});

describe('a run', () => {
  it('is void where a sham is found', () => {
    const report = findCanaries(plan, [sent(plan.shams[0]?.value ?? '')]);
    expect(report).toMatchObject({ void: 'sham', hits: [], shams: { sought: 6, found: 1 } });
  });

  it('is void where a canary was there before it was planted', () => {
    const early = sent(mail, { isAbsence: true });
    expect(findCanaries(plan, [early, sent(mail, { id: 'r2' })]).void).toBe('absence');
  });

  it('finds nothing in a megabyte of anything else', () => {
    let state = 1;
    const next = (): number => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state >>> 8;
    };
    const noise = Array.from({ length: 60_000 }, () => `${next()}${next().toString(36)} ${next()}`);
    const report = findCanaries(plan, [sent(noise.join(','))]);
    expect(report).toMatchObject({ hits: [], void: null, shams: { found: 0 } });
    expect(report.bytes).toBeGreaterThan(1_000_000);
  });

  it('says what it could not read', () => {
    const zstd = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, ...new Uint8Array(2044));
    const report = findCanaries(plan, [sent(zstd), sent(null, { id: 'r2', unseen: 500 })]);
    expect(report.opaque).toEqual([
      { receiver: 'collect.test', request: 'r1', kind: 'zstd', bytes: 2048 },
      { receiver: 'collect.test', request: 'r2', kind: 'unseen', bytes: 500 },
    ]);
  });
});
