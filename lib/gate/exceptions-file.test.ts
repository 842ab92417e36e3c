import { describe, expect, it } from 'vitest';
import type { Exception } from '../protocol/exceptions';
import { readExceptions, writeExceptions } from './exceptions-file';

const EXCEPTION: Exception = {
  rule: 'exposed-text',
  page: 'https://acme.test/help*',
  field: { template: '#contact > p', channel: 'text', class: 'email' },
  recorder: 'posthog',
  reason: 'Our own support address.',
  owner: 'Ada',
  expires: '2027-03-31',
  approvedBy: 'Ben',
};

const file = (exceptions: unknown, more: object = {}): string =>
  JSON.stringify({ format: 'hushmap-exceptions', version: 1, exceptions, ...more });

describe('the file of exceptions', () => {
  it('comes back as it was written', () => {
    const read = readExceptions(writeExceptions([EXCEPTION]));
    expect(read).toEqual({ ok: true, value: [EXCEPTION] });
  });

  it.each([
    ['{', 'JSON'],
    ['[]', 'format'],
    [file([EXCEPTION], { version: 2 }), 'version'],
    [file([EXCEPTION, { ...EXCEPTION, expires: 'soon' }]), 'exceptions.1.expires'],
    [file([{ ...EXCEPTION, owner: ' ' }]), 'exceptions.0.owner'],
    [file([{ ...EXCEPTION, recoder: 'posthog' }]), 'exceptions.0.recoder'],
    [file([{ ...EXCEPTION, field: { template: '' } }]), 'exceptions.0.field.template'],
  ])('is refused whole where it is wrong, and says where: %#', (text, place) => {
    const read = readExceptions(text);
    expect(read.ok || [read.error.code, read.error.params]).toEqual([
      'file.notExceptions',
      [place],
    ]);
  });
});
