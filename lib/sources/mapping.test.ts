import { describe, expect, test } from 'vitest';
import type { SourceConfig } from '../protocol/sources';
import { isSamePage, normalisePage, pageForSource, sourcesFor } from './mapping';

const acme: SourceConfig = {
  kind: 'posthog',
  id: 'acme',
  name: 'Acme',
  host: 'https://eu.posthog.com',
  projectId: '42',
  hogql: false,
  origins: ['https://acme.test'],
  mappings: [
    { from: 'http://localhost:3000', to: 'https://acme.test' },
    { from: 'https://staging.acme.test', to: 'https://shop.acme.test' },
    { from: 'https://staging.acme.test', to: 'https://never.acme.test' },
  ],
};

describe('the page as a source knows it', () => {
  test.each([
    ['https://acme.test/a/b?id=7#top', 'https://acme.test/a/b?id=7'],
    ['http://localhost:3000/pricing/?q=%2F', 'https://acme.test/pricing/?q=%2F'],
    ['https://staging.acme.test/', 'https://shop.acme.test/'],
    ['http://localhost:3000//x', 'https://acme.test//x'],
    ['https://ada:pass@acme.test/', 'https://acme.test/'],
  ])('%s is %s', (tab, page) => {
    expect(pageForSource(tab, acme)).toBe(page);
  });

  test('a port or a scheme more is another origin', () => {
    expect(pageForSource('http://localhost:3001/', acme)).toBe('http://localhost:3001/');
  });
});

describe('which sources fit a page', () => {
  test.each([
    'https://acme.test/any?thing#else',
    'http://localhost:3000/',
    'https://staging.acme.test/x',
  ])('%s fits', (tab) => {
    expect(sourcesFor(tab, [acme])).toEqual([acme]);
  });

  test.each([
    'https://other.test/',
    'http://acme.test/',
    'https://acme.test:8443/',
    'https://acme.test.evil.test/',
    'https://sub.acme.test/',
    'chrome://extensions/',
    'about:blank',
    'file:///tmp/x.html',
    'not an address',
  ])('%s does not', (tab) => {
    expect(sourcesFor(tab, [acme])).toEqual([]);
  });

  test('a source that names no origin is told of no page', () => {
    const blank = { ...acme, origins: [], mappings: [] };
    expect(sourcesFor('https://acme.test/', [blank])).toEqual([]);
  });

  test('several stay in their order', () => {
    const second = { ...acme, id: 'second' };
    expect(sourcesFor('https://acme.test/', [second, acme])).toEqual([second, acme]);
  });
});

describe('one page under several addresses', () => {
  test('loses its fragment alone', () => {
    expect(normalisePage('https://acme.test/a/?x=1#y')).toBe('https://acme.test/a/?x=1');
  });

  test.each([
    ['https://acme.test/a/', 'https://acme.test/a'],
    ['https://acme.test', 'https://acme.test/#top'],
    ['https://ACME.test:443/a?x=1', 'https://acme.test/a/?x=1'],
  ])('%s and %s are one', (a, b) => {
    expect(isSamePage(a, b)).toBe(true);
  });

  test.each([
    ['https://acme.test/a', 'https://acme.test/A'],
    ['https://acme.test/a?x=1', 'https://acme.test/a'],
    ['https://acme.test/', 'http://acme.test/'],
  ])('%s and %s are two', (a, b) => {
    expect(isSamePage(a, b)).toBe(false);
  });
});
