import { beforeEach, describe, expect, it } from 'vitest';
import { HushmapError } from '../../core/errors';
import type { RuleStore } from '../../platform/block-rules';
import type { BlockRule, Hold } from '../../protocol/hold';
import type { RecorderId } from '../../protocol/recorders';
import type { Policy } from '../../protocol/sources';
import { createHoldService } from './hold-service';
import type { HoldPorts } from './ports';
import { createQuietService } from './quiet-service';

const TAB = 7;

/** Rules as a browser keeps them: ids must be new, and a refusal changes nothing. */
function rulesInMemory(): RuleStore & { all: BlockRule[]; full: boolean } {
  return {
    all: [],
    full: false,
    async list() {
      return structuredClone(this.all);
    },
    async replace(remove, add) {
      if (this.full && add.length > 0) throw new HushmapError('hold.refused');
      const next = Math.max(0, ...this.all.map(({ id }) => id)) + 1;
      const added = add.map((rule, index) => ({ ...rule, id: next + index }));
      this.all = [...this.all.filter(({ id }) => !remove.includes(id)), ...added];
    },
  };
}

function setUp() {
  const rules = rulesInMemory();
  const holds = new Map<string, Hold>();
  const page = {
    url: 'https://shop.test/checkout',
    globals: {} as Record<string, unknown>,
    refused: [] as string[],
    audited: ['clarity'] as RecorderId[],
    granted: true,
    policy: {} as Policy,
  };
  const facts = () => ({
    globals: page.globals,
    scripts: [],
    resources: [],
    storageKeys: [],
    cookieNames: [],
  });
  const pagePorts = {
    url: async () => page.url,
    readFacts: async () => [{ frameId: 0, result: JSON.stringify(facts()) }],
  };
  const notGranted = async (patterns: readonly string[]) =>
    patterns.filter((pattern) => page.refused.some((host) => pattern.includes(host)));
  const ports: HoldPorts = {
    clock: { now: () => 1_000 },
    page: pagePorts,
    policy: async () => page.policy,
    hasGrant: async () => page.granted,
    notGranted,
    audited: async () => page.audited,
    rules,
    holds: {
      read: async (site) => structuredClone(holds.get(site) ?? null),
      write: async (site, hold) => void holds.set(site, structuredClone(hold)),
      remove: async (site) => void holds.delete(site),
    },
  };
  const quiet = createQuietService({
    page: pagePorts,
    policy: async () => page.policy,
    isAuditable: (url) => url.startsWith('http'),
    notGranted,
    rules,
    sources: async () => ['stats.shop.test', 'shop.test'],
  });
  return { hold: createHoldService(ports), quiet, page, rules, holds };
}

let world: ReturnType<typeof setUp>;
beforeEach(() => {
  world = setUp();
});

describe('a hold', () => {
  it('is on once the browser allows every address and has every rule', async () => {
    const { hold, rules } = world;
    expect((await hold.read(TAB)).status).toBe('off');
    const state = await hold.turnOn(TAB, false);
    expect(state).toMatchObject({ status: 'on', since: 1_000, held: ['clarity'], unheld: [] });
    expect(rules.all[0]?.condition.requestDomains).toEqual(['clarity.ms']);
  });

  it('is not switched on where the browser allows less than all of it', async () => {
    const { hold, page, rules } = world;
    page.refused = ['wss://*.clarity.ms'];
    await expect(hold.turnOn(TAB, false)).rejects.toMatchObject({ code: 'hold.notAllowed' });
    expect(rules.all).toEqual([]);
    expect((await hold.read(TAB)).status).toBe('off');
  });

  it('is broken, and not on, once a permission or a rule is taken away', async () => {
    const { hold, page, rules } = world;
    await hold.turnOn(TAB, false);
    page.refused = ['clarity.ms'];
    expect(await hold.read(TAB)).toMatchObject({
      status: 'broken',
      missing: [{ id: 'hold.missing.permissions', params: [2] }],
    });
    page.refused = [];
    rules.all = [];
    expect(await hold.read(TAB)).toMatchObject({
      status: 'broken',
      missing: [{ id: 'hold.missing.rules' }],
    });
  });

  it('says which recorders have come to the page since, or send elsewhere by now', async () => {
    const { hold, page } = world;
    page.audited = ['clarity', 'posthog'];
    page.globals = { posthog: { instance: true, addresses: ['https://eu.i.posthog.com'] } };
    await hold.turnOn(TAB, false);
    expect((await hold.read(TAB)).unheld).toEqual([]);
    page.globals = { posthog: { instance: true, addresses: ['/new-proxy'] } };
    page.audited = ['clarity', 'posthog', 'sentry'];
    expect((await hold.read(TAB)).unheld).toEqual(['posthog', 'sentry']);
  });

  it('keeps what was there where the browser refuses new rules', async () => {
    const { hold, rules, page } = world;
    await hold.turnOn(TAB, false);
    rules.full = true;
    page.audited = ['hotjar'];
    await expect(hold.turnOn(TAB, false)).rejects.toMatchObject({ code: 'hold.refused' });
    expect(await hold.read(TAB)).toMatchObject({ status: 'on', held: ['clarity'] });
  });

  it('leaves no rule behind that an earlier hold of the site has left', async () => {
    const { hold, rules, holds } = world;
    await hold.turnOn(TAB, true);
    holds.clear();
    expect((await hold.read(TAB)).status).toBe('off');
    await hold.turnOn(TAB, false);
    expect(
      rules.all.every(
        ({ condition }) => condition.requestDomains?.[0] === 'clarity.ms' || condition.regexFilter,
      ),
    ).toBe(true);
    await hold.turnOff(TAB);
    expect(rules.all).toEqual([]);
  });

  it('takes away its own rules alone, and holds sites apart', async () => {
    const { hold, page, rules } = world;
    await hold.turnOn(TAB, true);
    page.url = 'https://other.test/';
    await hold.turnOn(TAB, false);
    await hold.turnOff(TAB);
    expect((await hold.read(TAB)).status).toBe('off');
    page.url = 'https://shop.test/';
    expect((await hold.read(TAB)).status).toBe('on');
    await hold.turnOff(TAB);
    expect(rules.all).toEqual([]);
  });

  it('leaves each of two tabs that hold at once with a whole hold', async () => {
    const { hold } = world;
    await Promise.all([hold.turnOn(TAB, false), hold.turnOn(TAB + 1, true)]);
    expect((await hold.read(TAB)).status).toBe('on');
  });

  it('is not offered where the page may not be read', async () => {
    const { hold, page } = world;
    page.granted = false;
    expect(await hold.read(TAB)).toMatchObject({ status: 'unavailable', plan: null });
    await expect(hold.turnOn(TAB, false)).rejects.toMatchObject({ code: 'page.noGrant' });
  });

  it('is not offered where a policy closes the audit', async () => {
    const { hold, page } = world;
    page.policy = { featuresOff: ['audit'] };
    expect((await hold.read(TAB)).status).toBe('unavailable');
    await expect(hold.turnOn(TAB, false)).rejects.toMatchObject({ code: 'page.noGrant' });
  });
});

describe('a quiet view', () => {
  it('blocks recorders, counters and the sources of heat for its tab, never the page’s own host', async () => {
    const { quiet, rules } = world;
    expect((await quiet.set(TAB, true)).status).toBe('on');
    const domains = rules.all.flatMap(({ condition }) => condition.requestDomains ?? []);
    expect(domains).toContain('clarity.ms');
    expect(domains).toContain('google-analytics.com');
    expect(domains).toContain('stats.shop.test');
    expect(domains).not.toContain('shop.test');
    for (const { condition } of rules.all) expect(condition.tabIds).toContain(TAB);
  });

  it('ends when it is switched off, or its tab goes away', async () => {
    const { quiet, rules } = world;
    await quiet.set(TAB, true);
    await quiet.set(TAB + 1, true);
    await quiet.set(TAB, false);
    expect((await quiet.read(TAB)).status).toBe('off');
    expect((await quiet.read(TAB + 1)).status).toBe('on');
    await quiet.forget(TAB + 1);
    expect(rules.all).toEqual([]);
  });

  it.each([{ featuresOff: ['heat' as const] }, { allowedOrigins: ['https://other.test'] }])(
    'is not offered where a policy closes heat or the site: %j',
    async (policy) => {
      const { quiet, page, rules } = world;
      page.policy = policy;
      expect(await quiet.read(TAB)).toEqual({ status: 'unavailable', patterns: [], receivers: [] });
      await expect(quiet.set(TAB, true)).rejects.toMatchObject({ code: 'policy.forbids' });
      expect(rules.all).toEqual([]);
    },
  );

  it('can be offered where a policy closes the audit alone', async () => {
    const { quiet, page } = world;
    page.policy = { featuresOff: ['audit'], allowedOrigins: ['https://shop.test'] };
    expect((await quiet.set(TAB, true)).status).toBe('on');
  });

  it('ends when it is switched off, also under a policy that has closed it meanwhile', async () => {
    const { quiet, page, rules } = world;
    await quiet.set(TAB, true);
    page.policy = { featuresOff: ['heat'] };
    await quiet.set(TAB, false);
    expect(rules.all).toEqual([]);
  });

  it('is not called on where the browser allows less by now', async () => {
    const { quiet, page } = world;
    page.refused = ['clarity.ms'];
    await expect(quiet.set(TAB, true)).rejects.toMatchObject({ code: 'quiet.notAllowed' });
    page.refused = [];
    await quiet.set(TAB, true);
    page.refused = ['clarity.ms'];
    expect((await quiet.read(TAB)).status).toBe('broken');
  });
});
