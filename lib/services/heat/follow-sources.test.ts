import { describe, expect, it } from 'vitest';
import type { HeatSettings } from '../../protocol/heat';
import type { SourceConfig } from '../../protocol/sources';
import { heatPorts } from '../testing/heat-ports';
import { createHeatService } from './heat-service';
import type { HeatPorts } from './ports';

const TAB = 7;
const URL_ = 'https://acme.test/pricing';

const source = (id: string, origin = 'https://acme.test'): SourceConfig => ({
  kind: 'endpoint',
  id,
  name: `Endpoint ${id}`,
  host: `https://${id}.test`,
  path: '/heat',
  needsKey: false,
  origins: [origin],
  mappings: [],
});

const ANSWER = {
  format: 'hushmap-heat',
  version: 2,
  cells: [{ x: 500, y: 320, count: 90, people: 40 }],
};

/** A tab that shows heat, with sources that a test adds to and takes from. */
async function setUp(sources: SourceConfig[], more: Partial<HeatPorts> = {}) {
  const asked: string[] = [];
  const ports = heatPorts(URL_, {
    fetch: async (input) => {
      asked.push(new URL(String(input)).hostname);
      return Response.json(ANSWER);
    },
    tabs: async () => [TAB, 8],
    sources: async () => sources,
    ...more,
  });
  const heat = createHeatService(ports);
  await heat.toggle(TAB, URL_);
  await heat.hello(TAB, { url: URL_, viewportWidth: 1000 });
  const look = async () => {
    const { status, summary, reason, sources: offered } = await heat.read(TAB);
    const shown = status === 'shown' ? summary?.provenance.sourceId : (reason?.id ?? status);
    return { shown, offered: offered.map(({ id }) => id), asked };
  };
  const set = (part: Partial<HeatSettings>) => heat.set(TAB, part);
  return { heat, sources, look, set };
}

describe('sources that change while heat is on', () => {
  it('puts the first source that fits in the place of sample data', async () => {
    const { heat, sources, look } = await setUp([]);
    expect(await look()).toMatchObject({ shown: 'sample', offered: ['sample'] });
    sources.push(source('own'));
    await heat.onSources(['own']);
    expect(await look()).toEqual({ shown: 'own', offered: ['own', 'sample'], asked: ['own.test'] });
    expect((await heat.read(8)).on).toBe(false);
  });

  it('takes sample data for chosen only where there was something else to choose', async () => {
    const elsewhere = source('other', 'https://other.test');
    const { heat, sources, look, set } = await setUp([elsewhere]);
    expect((await look()).shown).toBe('heat.reason.noSourceForPage');
    await set({ sourceId: 'sample' });
    sources.push(source('own'));
    await heat.onSources(['own']);
    expect((await look()).shown).toBe('own');
    await set({ sourceId: 'sample' });
    sources.push(source('third'));
    await heat.onSources(['third']);
    expect(await look()).toMatchObject({
      shown: 'sample',
      offered: ['own', 'third', 'sample'],
      asked: ['own.test'],
    });
  });

  it('lists a source beside the one that is shown, and does not ask it', async () => {
    const { heat, sources, look } = await setUp([source('own')]);
    sources.unshift(source('new'));
    await heat.onSources(['new']);
    expect(await look()).toMatchObject({ shown: 'own', offered: ['new', 'own', 'sample'] });
    expect((await look()).asked).toEqual(['own.test']);
  });

  it('does not list or ask a source of another site', async () => {
    const { heat, sources, look } = await setUp([]);
    sources.push(source('other', 'https://other.test'));
    await heat.onSources(['other']);
    expect(await look()).toEqual({ shown: 'sample', offered: ['sample'], asked: [] });
  });

  it('shows nothing more of a source that was removed', async () => {
    const { heat, sources, look } = await setUp([source('own')]);
    expect((await look()).shown).toBe('own');
    sources.length = 0;
    await heat.onSources(['own']);
    expect(await look()).toMatchObject({ shown: 'sample', offered: ['sample'] });
  });

  it('asks a source again where it was changed, and not where its name or key alone was', async () => {
    const { heat, sources, look } = await setUp([source('own')]);
    await heat.onSources(['own']);
    expect((await look()).asked).toEqual(['own.test']);
    sources[0] = { ...source('own'), name: 'Another name' };
    await heat.onSources(['own']);
    expect((await look()).asked).toEqual(['own.test']);
    sources[0] = { ...source('own'), host: 'https://moved.test' };
    await heat.onSources(['own']);
    expect((await look()).asked).toEqual(['own.test', 'moved.test']);
  });

  it('asks a source that failed once it may be read, and another one that was saved not', async () => {
    let granted = false;
    const { heat, sources, look } = await setUp([source('own')], { hasGrant: async () => granted });
    expect((await look()).shown).toBe('error.source.noPermission');
    granted = true;
    sources.push(source('late'));
    await heat.onSources(['late']);
    expect(await look()).toMatchObject({ shown: 'error.source.noPermission', asked: [] });
    await heat.onSources(['own']);
    expect((await look()).shown).toBe('own');
  });

  it('leaves a source that failed when it is removed', async () => {
    const { heat, sources, look } = await setUp([source('own')], { hasGrant: async () => false });
    sources.length = 0;
    await heat.onSources(['own']);
    expect((await look()).shown).toBe('sample');
  });

  it('asks nothing where a policy closes heat, or heat is off', async () => {
    const policy: { featuresOff?: ['heat'] } = {};
    const { heat, sources, look } = await setUp([], { policy: async () => policy });
    await heat.turnOff(TAB);
    sources.push(source('own'));
    await heat.onSources(['own']);
    expect((await look()).asked).toEqual([]);
    await heat.toggle(TAB, URL_);
    policy.featuresOff = ['heat'];
    await heat.onSources(['own']);
    expect((await look()).asked).toEqual([]);
  });
});
