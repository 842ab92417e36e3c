import { describe, expect, it } from 'vitest';
import { type HarRequest, toHar } from './har';

const REQUEST: HarRequest = {
  startedAt: Date.UTC(2026, 10, 22, 12),
  method: 'GET',
  url: 'https://u:p@acme.test/u/ada@example.com?email=ada@example.com&v=2#ada@example.com',
  status: 200,
  requestHeaders: [
    { name: 'Sec-GPC', value: '1' },
    { name: 'Cookie', value: 'session=ada@example.com' },
    { name: 'Referer', value: 'https://acme.test/?q=ada@example.com' },
    { name: 'x-ada@example.com', value: 'x' },
    { name: '__proto__', value: 'x' },
    { name: 'constructor', value: 'x' },
  ],
  responseHeaders: [
    { name: 'content-type', value: 'text/html; charset=utf-8' },
    { name: 'Content-Length', value: '12345678' },
    { name: 'cache-control', value: 'no-store, max-age=600' },
    { name: 'date', value: 'Sun, 22 Nov 2026 12:00:00 GMT' },
    { name: 'set-cookie', value: 'sid=ada@example.com; HttpOnly' },
    { name: 'location', value: 'https://acme.test/next?to=ada@example.com' },
    { name: 'expires', value: 'ada@example.com' },
  ],
  timings: { dns: 1, connect: 10, ssl: 6, send: 1, wait: 20, receive: 2 },
  mime: 'text/html; x=ada@example.com',
  size: 1200,
};

describe('a HAR', () => {
  const har = toHar([REQUEST], '0.1.0');
  const [entry] = har.log.entries;

  it('holds no personal value and no body', () => {
    expect(JSON.stringify(har)).not.toMatch(/ada(@|%40)|u:p@|"text"|postData/);
  });

  it('has the fields that HAR 1.2 asks for', () => {
    expect(har.log).toMatchObject({ version: '1.2', creator: { name: 'hushmap' } });
    expect(entry).toMatchObject({
      startedDateTime: '2026-11-22T12:00:00.000Z',
      time: 34,
      request: { method: 'GET', url: 'https://acme.test/u/‹email›?email&v', bodySize: -1 },
      response: {
        status: 200,
        content: { size: 1200, mimeType: 'text/html' },
        redirectURL: 'https://acme.test/next?to',
      },
      cache: {},
      timings: { blocked: -1, dns: 1, connect: 10, ssl: 6, send: 1, wait: 20, receive: 2 },
    });
    expect(entry?.request.queryString).toEqual([
      { name: 'email', value: '[redacted]' },
      { name: 'v', value: '[redacted]' },
    ]);
  });

  it('keeps the names of headers, and values of harmless ones in their proper form', () => {
    const values = [...(entry?.request.headers ?? []), ...(entry?.response.headers ?? [])];
    expect(values.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Sec-GPC: 1',
      'Cookie: [redacted]',
      'Referer: [redacted]',
      '‹email›: [redacted]',
      '__proto__: [redacted]',
      'constructor: [redacted]',
      'content-type: text/html; charset=utf-8',
      'Content-Length: 12345678',
      'cache-control: no-store, max-age=600',
      'date: Sun, 22 Nov 2026 12:00:00 GMT',
      'set-cookie: [redacted]',
      'location: [redacted]',
      'expires: [redacted]',
    ]);
  });

  it('bears what no server should send', () => {
    const timings = {
      dns: null,
      connect: null,
      ssl: null,
      send: null,
      wait: null,
      receive: null,
    };
    const odd = { ...REQUEST, method: 'ada@example.com', mime: 'ada', size: null, timings };
    expect(toHar([odd], '0').log.entries[0]).toMatchObject({
      time: 0,
      request: { method: 'OTHER' },
      response: { content: { size: -1, mimeType: '' } },
    });
    const slow = {
      ...REQUEST,
      responseHeaders: [{ name: 'cache-control', value: `${'a-'.repeat(1e5)}!` }],
    };
    const started = performance.now();
    toHar([slow], '0');
    // A pattern whose time grows with the square of the length takes minutes.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
