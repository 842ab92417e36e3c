import { describe, expect, it } from 'vitest';
import { DEFAULT_HEAT_SETTINGS, type HeatState } from '../../protocol/heat';
import type { SourceConfig } from '../../protocol/sources';
import { memoryOfScopes } from '../testing/memory-of-scopes';
import { createPageService, type PagePorts } from './page-service';

const TAB = 7;
const PAGE = 'http://localhost:8000/item/4711?ref=mail';
const ACME: SourceConfig = {
  kind: 'posthog',
  id: 'acme',
  name: 'PostHog EU',
  host: 'https://eu.posthog.com',
  projectId: '1',
  hogql: true,
  origins: ['https://acme.test'],
  mappings: [{ from: 'http://localhost:8000', to: 'https://acme.test' }],
};
const PATTERN = 'https://acme.test/item/*';

function setUp(more: Partial<PagePorts> = {}, rows: unknown[] = []) {
  const asked: { query: { values: Record<string, unknown>; query: string } }[] = [];
  const state: Partial<HeatState> = { settings: DEFAULT_HEAT_SETTINGS, summary: null };
  const ports: PagePorts = {
    clock: { now: () => Date.parse('2026-11-22T12:00:00Z') },
    fetch: async (_input, init) => {
      asked.push(JSON.parse(String(init?.body)));
      return Response.json({ results: rows });
    },
    secret: async () => 'phx_key',
    hasGrant: async () => true,
    policy: async () => ({}),
    sources: async () => [ACME],
    shown: memoryOfScopes(),
    // The rest of a state has no say in which pages there are.
    heat: { read: async () => state as HeatState },
    asked: { read: async () => ({ url: PAGE, viewportWidth: 1280 }) },
    snapshots: async () => [],
    page: { url: async () => PAGE, openAddresses: async () => [] },
    ...more,
  };
  return { pages: createPageService(ports), asked };
}

describe('pages of one template', () => {
  it('are proposed as the source knows them, not as the tab does', async () => {
    expect(await setUp().pages.propose(TAB)).toEqual([PATTERN]);
  });

  it('are those that the source counts, with rounded people, and this page is marked', async () => {
    const { pages, asked } = setUp({}, [
      ['https://acme.test/item/4711', 1234, 3],
      ['https://acme.test/item/98', 13, 3],
    ]);
    const found = await pages.match(TAB, PATTERN);
    expect(found).toMatchObject({ from: 'source', total: 3, k: 11, holdsThis: true, why: null });
    expect(found.pages).toEqual([
      { page: 'https://acme.test/item/4711', addresses: 1, people: 1200, at: 'here' },
      { page: 'https://acme.test/item/98', addresses: 1, people: 15, at: 'elsewhere' },
    ]);
    expect(asked[0]?.query.values).toMatchObject({ k: 11, since: '2026-11-15 00:00:00' });
  });

  it('are listed as before under the k of today', async () => {
    const shown = memoryOfScopes();
    const few = 'https://acme.test/item/98';
    const list = (minimumK: number, here: number, there: number) =>
      setUp({ shown, policy: async () => ({ minimumK }) }, [
        ['https://acme.test/item/4711', here, 2],
        [few, there, 2],
      ]).pages.match(TAB, PATTERN);
    expect((await list(11, 1234, 13)).pages).toHaveLength(2);
    const again = await list(25, 1235, 60);
    expect(again.notes.map(({ id }) => id)).toContain('heat.note.shownBefore');
    expect(again.pages.map(({ page }) => page)).toEqual(['https://acme.test/item/4711']);
  });

  it('show nothing of a person in their addresses, and add up no people of several', async () => {
    const { pages } = setUp({}, [
      ['https://acme.test/item/ada@example.com', 40, 2],
      ['https://acme.test/item/bob@example.com', 30, 2],
    ]);
    expect((await pages.match(TAB, PATTERN)).pages).toEqual([
      { page: 'https://acme.test/item/‹email›', addresses: 2, people: null, at: 'elsewhere' },
    ]);
  });

  it('of fewer than k people are left out, even where a source sends them', async () => {
    const policy = async () => ({ minimumK: 50 });
    const { pages } = setUp({ policy }, [
      ['https://acme.test/item/1', 60, 2],
      ['https://acme.test/item/2', 49, 2],
    ]);
    const found = await pages.match(TAB, PATTERN);
    expect(found.pages.map(({ page }) => page)).toEqual(['https://acme.test/item/1']);
  });

  it('are those of the browser where the source cannot list them, and it is said', async () => {
    const { pages } = setUp({
      sources: async () => [{ ...ACME, hogql: false }],
      page: {
        url: async () => PAGE,
        openAddresses: async () => [
          PAGE,
          'https://acme.test/item/98#x',
          'https://acme.test/pricing',
          'https://elsewhere.test/item/1',
          'chrome://settings',
        ],
      },
    });
    const found = await pages.match(TAB, PATTERN);
    expect(found).toMatchObject({ from: 'browser', total: 2, unit: null });
    expect(found.why).toEqual({ id: 'heat.pages.cannot', params: ['PostHog EU'] });
    expect(found.pages.map(({ page, at }) => [page, at])).toEqual([
      ['https://acme.test/item/4711', 'here'],
      ['https://acme.test/item/98', 'tab'],
    ]);
  });

  it.each([
    ['may not be read', { hasGrant: async () => false }, 'error.source.noPermission'],
    ['has no key', { secret: async () => null }, 'error.vault.noSecret'],
    ['fails', { fetch: async () => new Response('', { status: 403 }) }, 'error.source.forbidden'],
  ])('are those of the browser where the source %s, with the reason', async (_what, more, id) => {
    const found = await setUp(more).pages.match(TAB, PATTERN);
    expect([found.from, found.why?.id]).toEqual(['browser', id]);
  });

  it('say where the page of the tab is none of them', async () => {
    const found = await setUp().pages.match(TAB, 'https://acme.test/blog/*');
    expect(found.holdsThis).toBe(false);
  });
});
