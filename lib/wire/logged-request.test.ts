import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type LoggedBody, readLogged } from './logged-request';

const logged = (part: Partial<LoggedBody>): LoggedBody => ({
  url: 'https://r.test/collect',
  method: 'POST',
  headers: [],
  text: undefined,
  bodySize: -1,
  ...part,
});
const read = (part: Partial<LoggedBody>) => readLogged(logged(part), '1', 1_000);

describe('readLogged', () => {
  it('reads a body that is there as it was', () => {
    const text = '{"mail":"zoë@acme.test"}';
    const { request, isBodyUnseen } = read({ text, bodySize: 25 });
    expect(request).toMatchObject({ body: text });
    expect(request.unseen).toBeUndefined();
    expect(isBodyUnseen).toBe(false);
  });

  it('never calls a posted body clean that the log does not have', () => {
    expect(read({ bodySize: 480 })).toMatchObject({ request: { unseen: 480 }, isBodyUnseen: true });
    expect(read({})).toMatchObject({ request: { unseen: 0 }, isBodyUnseen: true });
    expect(read({ text: '' })).toMatchObject({ isBodyUnseen: true });
    const headers = [{ name: 'content-length', value: '77' }];
    expect(read({ headers })).toMatchObject({ request: { unseen: 77 }, isBodyUnseen: true });
  });

  it('asks no body of a request that has none', () => {
    expect(read({ method: 'GET', bodySize: 0 }).isBodyUnseen).toBe(false);
    expect(read({ method: 'HEAD' }).isBodyUnseen).toBe(false);
  });

  it('counts bytes that were lost on their way into text', () => {
    const packed = gzipSync('mail=ada@acme.test');
    const { isBodyUnseen, request } = read({
      text: packed.toString('utf8'),
      bodySize: packed.length,
    });
    expect(isBodyUnseen).toBe(true);
    expect(request.unseen).toBe(packed.length);
    // Cut by the log: the beginning is read, and the rest is not called clean.
    expect(read({ text: 'mail=ada@acme.test', bodySize: 90 })).toMatchObject({
      request: { body: 'mail=ada@acme.test', unseen: 90 },
      isBodyUnseen: true,
    });
  });

  it('reads bytes that come as one character each', () => {
    const packed = gzipSync('mail=ada@acme.test');
    const headers = [{ name: 'Content-Length', value: String(packed.length) }];
    const text = packed.toString('latin1');
    const bodySize = Buffer.byteLength(text, 'utf8');
    expect(read({ headers, text, bodySize })).toMatchObject({ isBodyUnseen: false });
    expect(read({ headers, text: text.slice(1), bodySize })).toMatchObject({ isBodyUnseen: true });
  });

  it('leaves a body that is too long unread, and says so', () => {
    const text = 'x'.repeat(1_001);
    const { request, isBodyUnseen } = read({ text, bodySize: 1_001 });
    expect(request.body).toBeUndefined();
    expect([request.unseen, isBodyUnseen]).toEqual([1_001, true]);
  });
});
