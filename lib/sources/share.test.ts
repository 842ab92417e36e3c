import { describe, expect, test } from 'vitest';
import { createTranslator } from '../core/translator';
import type { SourceConfig } from '../protocol/sources';
import { exportSources, importSources } from './share';

const acme: SourceConfig = {
  kind: 'posthog',
  id: 'src_1',
  name: 'Acme <b>',
  host: 'https://eu.posthog.com',
  projectId: '42',
  hogql: false,
  origins: ['https://acme.test'],
  mappings: [{ from: 'http://localhost:3000', to: 'https://acme.test' }],
};

const fileOf = (source: object, more: object = {}) =>
  JSON.stringify({ format: 'hushmap-sources', version: 1, sources: [source], ...more });

function errorOf(text: string) {
  const result = importSources(text);
  if (result.ok) throw new Error('The file was read.');
  const { id, params } = result.error.sentence;
  return { code: result.error.code, params, said: createTranslator()(id, params ?? []) };
}

describe('sharing sources', () => {
  test('what is exported can be imported', () => {
    expect(importSources(exportSources([acme]))).toEqual({
      ok: true,
      value: { sources: [acme], views: [] },
    });
    expect(importSources(exportSources([]))).toEqual({
      ok: true,
      value: { sources: [], views: [] },
    });
  });

  test('an export holds only what the schema names', () => {
    const careless: SourceConfig & { secret: string } = { ...acme, secret: 'phx_canary12345' };
    expect(exportSources([careless])).not.toContain('canary');
  });

  test.each([
    ['secret', fileOf({ ...acme, secret: 'x' })],
    ['apiKey', fileOf({ ...acme, apiKey: 'x' })],
    ['api_key', fileOf(acme, { api_key: 'x' })],
    ['key', fileOf(acme, { deep: [{ key: 'x' }] })],
    ['personal token', fileOf({ ...acme, 'personal token': 'x' })],
    ['Password', fileOf({ ...acme, Password: 'x' })],
    ['authorization', fileOf(acme, { headers: { authorization: 'x' } })],
    ['note', fileOf({ ...acme, note: 'ours: phx_Canary0123456789' })],
    ['note', fileOf({ ...acme, note: 'Bearer Canary0123456789' })],
    ['host', fileOf({ ...acme, host: 'https://ada:Canary@eu.posthog.com' })],
  ])(
    'a file with something secret in "%s" is refused, and the secret not repeated',
    (name, text) => {
      const error = errorOf(text);
      expect(error).toMatchObject({ code: 'file.holdsSecret', params: [name] });
      expect(error.said).toContain(`"${name}"`);
      expect(error.said).not.toContain('Canary');
    },
  );

  test('an empty field for a secret is none', () => {
    expect(importSources(fileOf({ ...acme, secret: '', token: null })).ok).toBe(true);
  });

  test.each([
    ['JSON', 'nonsense'],
    ['format', '{}'],
    ['format', fileOf(acme, { format: 'hushmap-heat' })],
    ['version', fileOf(acme, { version: 2 })],
    ['sources.0.host', fileOf({ ...acme, host: 'javascript:alert(1)' })],
    ['sources.0.projectId', fileOf({ ...acme, projectId: '../../admin' })],
    ['sources.0.kind', fileOf({ ...acme, kind: '__proto__' })],
    ['sources', ' '.repeat(1_000_001)],
  ])('a file that is none is refused at "%s"', (place, text) => {
    expect(errorOf(text)).toMatchObject({ code: 'file.notSources', params: [place] });
  });

  test('fields that are unknown are ignored, whatever they are called', () => {
    const text = fileOf(acme).replace('"kind"', '"__proto__":{"host":"x"},"constructor":1,"kind"');
    expect(importSources(text)).toEqual({ ok: true, value: { sources: [acme], views: [] } });
  });
});
