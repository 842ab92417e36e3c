import { describe, expect, it } from 'vitest';
import { recogniseUrl } from './url';

const found = (url: string) =>
  recogniseUrl(url).map(
    ({ pii, parameter, start, end }) => `${pii} ${parameter}=${url.slice(start, end)}`,
  );

describe('recogniseUrl', () => {
  it.each([
    ['https://x.test/?email=anna%40example.com', 'email email=anna%40example.com'],
    ['https://x.test/?ref=anna@example.com&b=2', 'email ref=anna@example.com'],
    [
      'https://x.test/#access_token=a8F3k29Dk3mZ0qP1',
      'session_token access_token=a8F3k29Dk3mZ0qP1',
    ],
    ['/cb?sid=a8F3k29Dk3', 'session_token sid=a8F3k29Dk3'],
    ['https://x.test/?first_name=Anna', 'name.given first_name=Anna'],
    ['https://x.test/?code=123456', 'otp code=123456'],
    ['https://x.test/u/anna@example.com/edit', 'email =anna@example.com'],
    [
      'https://x.test/?next=%2Fp%3Femail%3Danna%2540example.com',
      'email next=%2Fp%3Femail%3Danna%2540example.com',
    ],
    ['mailto:anna@example.com?subject=Hi', 'email =anna@example.com'],
    ['tel:+4930901820', 'phone =+4930901820'],
    ['https://anna:secret1@x.test/', 'password =secret1'],
  ])('%s', (url, expected) => {
    expect(found(url)).toContain(expected);
  });

  it.each([
    'https://x.test/',
    'https://x.test/?q=shoes&page=2',
    'https://x.test/?email=',
    'https://x.test/?token=1',
    'data:text/html,a@example.com',
    'https://x.test/?%E0%A4%A=1',
    '',
  ])('nothing in %s', (url) => {
    expect(found(url)).toEqual([]);
  });

  it('bears long and broken URLs', () => {
    expect(recogniseUrl(`https://x.test/?${'%'.repeat(100_000)}`)).toEqual([]);
    expect(recogniseUrl(`https://x.test/?${'a=b&'.repeat(100_000)}`)).toEqual([]);
  });
});
