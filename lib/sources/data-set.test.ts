import { describe, expect, test } from 'vitest';
import type { SourceConfig } from '../protocol/sources';
import { dataSetOf, formerDataSetOf } from './data-set';

const common = { id: 'acme', name: 'Acme', host: 'https://acme.test', origins: [], mappings: [] };

const matomo = (path: string): SourceConfig => ({ ...common, kind: 'matomo', path, siteId: '1' });
const endpoint = (path: string, host = common.host): SourceConfig => ({
  ...{ ...common, host, kind: 'endpoint', path, needsKey: false },
});

describe('data are the same', () => {
  test.each(['/%2e/', '/x/%2e%2e/', '/x/%2E%2e/', '/%2E/%2e/'])('of Matomo at %s', (path) => {
    expect(dataSetOf(matomo(path))).toEqual(dataSetOf(matomo('/')));
  });

  test.each([
    ...['/%2e/matomo/', '/matomo/x/%2e%2e/', '/%6datomo/', '/Matomo/', '/matomo/%2e/'],
    // What is behind the file that runs is handed to it.
    ...['/matomo/index.php/', '/matomo/index.php/x/'],
  ])('of Matomo below the root at %s', (path) => {
    expect(dataSetOf(matomo(path))).toEqual(dataSetOf(matomo('/matomo/')));
  });

  test.each([
    ...['/a%5cb', '/a%255Cb', '/a/x%2f..%2fb', '/a//b', '/a/.../b', '/a/x/..%3b/b', '/a%3bv/b;'],
    ...[
      '/a/b%3fall',
      '/a/b%23top',
      '/a/b/%3f',
      '/a/b.%3f',
      '/a/x%3f%2f..%2fb',
      '/a./b.',
      '/a/b%20',
    ],
    ...['/a/b%00', '/a/%e2%80%8bb', '/%ef%bc%a1/b', '/a/%2562', '/a/%25%36%32'],
  ])('of an endpoint at %s', (path) => {
    expect(dataSetOf(endpoint(path))).toEqual(dataSetOf(endpoint('/a/b')));
  });

  test('in capitals and accents that are no ASCII', () => {
    const [one, ...others] = ['/%C3%A9', '/%C3%89', '/e%CC%81', '/E%cc%81'];
    for (const other of others) {
      expect(dataSetOf(endpoint(other))).toEqual(dataSetOf(endpoint(String(one))));
    }
  });

  test('with or without encryption', () => {
    expect(dataSetOf(endpoint('/a', 'http://acme.test'))).toEqual(dataSetOf(endpoint('/a')));
  });

  test('at a host with a dot behind it, also before a port', () => {
    expect(dataSetOf(endpoint('/a', 'https://acme.test.'))).toEqual(dataSetOf(endpoint('/a')));
    const [one, other] = ['https://acme.test.:8443', 'https://acme.test:8443'];
    expect(dataSetOf(endpoint('/a', one))).toEqual(dataSetOf(endpoint('/a', other)));
  });
});

describe('data are others', () => {
  test.each([
    ...[
      matomo('/matomo/'),
      matomo('/other/'),
      endpoint('/'),
      endpoint('/two'),
      endpoint('/one/two'),
    ],
    ...[endpoint('/one%0atwo'), endpoint('/one', 'https://acme.test:8443')],
  ])('of another path or port: %o', (config) => {
    const others = [matomo('/'), endpoint('/one')];
    for (const other of others) expect(dataSetOf(config)).not.toEqual(dataSetOf(other));
  });

  test('where an escape is no escape at all', () => {
    expect(dataSetOf(endpoint('/100%'))).toEqual(['endpoint', common.host, '/100%']);
    expect(dataSetOf(endpoint('/100%zz'))).toEqual(['endpoint', common.host, '/100%zz']);
  });
});

test('an earlier version took host and path as they were given, but for slashes', () => {
  const host = 'http://acme.test';
  expect(formerDataSetOf(endpoint('//A//%2e/', host))).toEqual(['endpoint', host, '/A/%2e']);
  expect(formerDataSetOf(matomo('/Matomo/'))).toEqual(['matomo', common.host, '/Matomo/', '1']);
  const posthog = { ...common, host, kind: 'posthog', projectId: '01', hogql: true } as const;
  expect(formerDataSetOf(posthog)).toEqual(['posthog', host, '1']);
});
