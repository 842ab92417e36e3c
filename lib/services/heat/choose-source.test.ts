import { describe, expect, it } from 'vitest';
import { DEFAULT_HEAT_SETTINGS } from '../../protocol/heat';
import type { SourceConfig } from '../../protocol/sources';
import { chooseSource, listSources } from './choose-source';

const posthog = (id: string, origin: string): SourceConfig => ({
  kind: 'posthog',
  id,
  name: id,
  host: 'https://eu.posthog.com',
  projectId: '1',
  hogql: false,
  origins: [origin],
  mappings: [{ from: 'http://localhost:3000', to: origin }],
});

const offer = (more: Partial<Parameters<typeof chooseSource>[0]> = {}) => ({
  url: 'https://acme.test/pricing',
  settings: DEFAULT_HEAT_SETTINGS,
  configured: [],
  fileMapId: null,
  policy: {},
  ...more,
});

describe('which source a page’s heat comes from', () => {
  it('is sample data where nobody has set up a source', () => {
    expect(chooseSource(offer())).toEqual({ kind: 'sample' });
  });

  it('is the source that has data of this origin, asked for the production page', () => {
    const configured = [
      posthog('other', 'https://other.test'),
      posthog('acme', 'https://acme.test'),
    ];
    expect(chooseSource(offer({ configured }))).toMatchObject({
      kind: 'source',
      config: { id: 'acme' },
      page: 'https://acme.test/pricing',
    });
    const acme = [posthog('acme', 'https://acme.test')];
    expect(
      chooseSource(offer({ configured: acme, url: 'http://localhost:3000/pricing#plans' })),
    ).toMatchObject({ page: 'https://acme.test/pricing' });
  });

  it('is never another site’s: a page that no source has data of gets none, and no sample either', () => {
    const configured = [posthog('other', 'https://other.test')];
    expect(chooseSource(offer({ configured }))).toMatchObject({ kind: 'none' });
  });

  it('is the file that was opened, until another is chosen', () => {
    const configured = [posthog('acme', 'https://acme.test')];
    const opened = offer({ configured, fileMapId: 'file_1' });
    expect(chooseSource(opened)).toEqual({ kind: 'file', mapId: 'file_1' });
    const settings = { ...DEFAULT_HEAT_SETTINGS, sourceId: 'acme' };
    expect(chooseSource({ ...opened, settings })).toMatchObject({ kind: 'source' });
  });

  it('is none where the administrator has switched heat off, or left this origin out', () => {
    expect(chooseSource(offer({ policy: { featuresOff: ['heat'] } }))).toMatchObject({
      reason: { id: 'error.policy.forbids' },
    });
    expect(chooseSource(offer({ policy: { allowedOrigins: ['https://b.test'] } }))).toMatchObject({
      reason: { id: 'error.policy.forbids' },
    });
  });
});

describe('what an administrator has switched off', () => {
  it('is not shown, though it was chosen or opened before', () => {
    const settings = { ...DEFAULT_HEAT_SETTINGS, sourceId: 'sample' };
    const sample = offer({ settings, policy: { featuresOff: ['sample'] } });
    expect(chooseSource(sample)).toMatchObject({ kind: 'none' });
    const file = offer({ fileMapId: 'file_1', policy: { featuresOff: ['file', 'sample'] } });
    expect(chooseSource(file)).toMatchObject({ kind: 'none' });
  });
});

describe('which sources are offered', () => {
  it('are those that fit the page, the open file, and sample data unless it is off', () => {
    const configured = [
      posthog('other', 'https://other.test'),
      posthog('acme', 'https://acme.test'),
    ];
    const ids = (more: Parameters<typeof offer>[0]) =>
      listSources(offer({ configured, ...more })).map(({ id }) => id);
    expect(ids({})).toEqual(['acme', 'sample']);
    expect(ids({ fileMapId: 'file_1' })).toEqual(['acme', 'file', 'sample']);
    expect(ids({ fileMapId: 'file_1', policy: { featuresOff: ['sample', 'file'] } })).toEqual([
      'acme',
    ]);
  });
});
