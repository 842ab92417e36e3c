import { beforeEach, describe, expect, it } from 'vitest';
import { HushmapError } from '../../core/errors';
import type { RuleStore } from '../../platform/block-rules';
import type { AuditState } from '../../protocol/audit';
import type { BlockRule } from '../../protocol/hold';
import type { MessageName, Request } from '../../protocol/messages';
import type { ProofTarget, WitnessReport } from '../../protocol/proof';
import type { Policy } from '../../protocol/sources';
import { perTab } from '../testing/per-tab';
import type { ProvePorts } from './ports';
import { createProveService } from './prove-service';

const TAB = 7;
const URL_ = 'https://staging.shop.test/checkout';
const ORIGIN = 'https://staging.shop.test';
const SEED = 'ab'.repeat(16);

const target = (frame: number, id: string): ProofTarget => ({
  key: `${frame} field #${id}`,
  frame,
  selector: `#${id}`,
  kind: 'field',
  pii: 'email',
  type: 'email',
  maxLength: 0,
  filled: false,
  leftOut: null,
});

const EMPTY: WitnessReport = {
  hits: [],
  more: 0,
  opaque: [],
  requests: [],
  recordings: [],
  bytes: 0,
  void: null,
  shams: 0,
};

function rulesInMemory(): RuleStore & { all: BlockRule[] } {
  return {
    all: [],
    async list() {
      return structuredClone(this.all);
    },
    async replace(remove, add) {
      const next = Math.max(0, ...this.all.map(({ id }) => id)) + 1;
      const added = add.map((rule, index) => ({ ...rule, id: next + index }));
      this.all = [...this.all.filter(({ id }) => !remove.includes(id)), ...added];
    },
  };
}

function setUp() {
  const rules = rulesInMemory();
  const environments = new Map<string, boolean>();
  const page = {
    url: URL_,
    granted: true,
    policy: {} as Policy,
    /** Origins of its frames, by number. */
    frames: new Map([
      [0, ORIGIN],
      [3, 'https://ads.test'],
    ]),
    taps: new Set<string>(),
    paused: false,
    audits: [] as boolean[],
    auditStatus: 'done' as AuditState['status'],
    failsAt: null as MessageName | null,
    /** What happens while a frame plants. */
    meanwhile: async (): Promise<void> => undefined,
    report: EMPTY,
    sent: [] as { readonly frame: number; readonly name: MessageName; readonly request: unknown }[],
  };
  const answers: Partial<Record<MessageName, (frame: number) => unknown>> = {
    'prover.list': (frame) => ({
      origin: page.frames.get(frame) ?? '',
      targets: [target(frame, 'mail')],
      more: 0,
      watched: true,
    }),
    'prover.open': () => undefined,
    'prover.plant': (frame) => ({
      planted: [{ key: target(frame, 'mail').key, at: 6_000 }],
      refused: [],
      predictions: [],
    }),
    'prover.report': () => page.report,
    'prover.restore': () => [],
  };
  const send = async <N extends MessageName>(
    _tab: number,
    frame: number,
    name: N,
    request: Request<N>,
  ) => {
    page.sent.push({ frame, name, request });
    if (page.failsAt === name) throw new HushmapError('page.gone');
    if (name === 'prover.plant') await page.meanwhile();
    // The table above has the answers of the protocol, by name.
    return answers[name]?.(frame) as never;
  };
  const state = (): AuditState =>
    ({
      status: page.auditStatus,
      result: { recorders: [] },
      // The service looks at these two alone.
    }) as unknown as AuditState;
  const ports: ProvePorts = {
    clock: { now: () => 9_000 },
    policy: async () => page.policy,
    hasGrant: async () => page.granted,
    runs: perTab(),
    proofs: perTab(),
    environments: {
      read: async (origin) => environments.get(origin) ?? null,
      write: async (origin, is) => void environments.set(origin, is),
      remove: async (origin) => void environments.delete(origin),
    },
    rules,
    audit: {
      run: async (_tab, reload) => {
        page.audits.push(reload);
        return state();
      },
      pause: (_tab, isPaused) => {
        page.paused = isPaused;
      },
    },
    page: {
      url: async () => page.url,
      readFacts: async () => [],
      registerTaps: async (url) => void page.taps.add(url),
      unregisterTaps: async (url) => void page.taps.delete(url),
      injectProver: async () => [...page.frames.keys()],
      injectRules: async () => undefined,
      send,
    },
  };
  return { prove: createProveService(ports), page, rules };
}

let world: ReturnType<typeof setUp>;
beforeEach(() => {
  world = setUp();
});

const plantAll = async () => {
  const { prove } = world;
  await prove.mark(TAB, true);
  const { targets } = await prove.prepare(TAB);
  return prove.plant(TAB, { seed: SEED, keys: targets.map(({ key }) => key), plantedAt: 5_000 });
};

const expectEnded = () => {
  const { page, rules } = world;
  expect(rules.all).toEqual([]);
  expect([...page.taps]).toEqual([]);
  expect(page.paused).toBe(false);
};

describe('a proof', () => {
  it('is of test environments only, which a person names by their origin', async () => {
    const { prove, page } = world;
    await expect(prove.prepare(TAB)).rejects.toMatchObject({ code: 'proof.notMarked' });
    expect(page.audits).toEqual([]);
    expect(await prove.mark(TAB, true)).toMatchObject({ origin: ORIGIN, isTestEnvironment: true });
    page.url = 'https://shop.test/checkout';
    expect((await prove.read(TAB)).isTestEnvironment).toBe(false);
    page.url = URL_;
    expect((await prove.mark(TAB, false)).isTestEnvironment).toBe(false);
  });

  it('is not to be had without a grant, or against the policy', async () => {
    const { prove, page } = world;
    page.policy = { featuresOff: ['proof'] };
    expect((await prove.read(TAB)).status).toBe('unavailable');
    await expect(prove.mark(TAB, true)).rejects.toMatchObject({ code: 'page.noGrant' });
    page.policy = {};
    page.granted = false;
    expect((await prove.read(TAB)).status).toBe('unavailable');
  });

  it('reloads and audits with taps, and lists frames of the marked origin alone', async () => {
    const { prove, page } = world;
    await prove.mark(TAB, true);
    const { targets } = await prove.prepare(TAB);
    expect(page.audits).toEqual([true]);
    expect([...page.taps]).toEqual([URL_]);
    expect(targets.map(({ key }) => key)).toEqual(['0 field #mail']);
    expect((await prove.read(TAB)).status).toBe('busy');
  });

  it('guards writes while canaries stand, tells every frame of the plan, and puts all back', async () => {
    const { prove, page, rules } = world;
    expect(await plantAll()).toEqual({ planted: 1, refused: 0 });
    expect(rules.all[0]?.condition).toMatchObject({ tabIds: [TAB], domainType: 'firstParty' });
    expect(page.paused).toBe(true);
    // No frame of another site hears of it.
    expect(
      new Set(page.sent.filter(({ name }) => name !== 'prover.list').map((s) => s.frame)),
    ).toEqual(new Set([0]));
    const { proof, status } = await prove.finish(TAB, null);
    expect(status).toBe('ready');
    expect(proof).toMatchObject({
      origin: ORIGIN,
      plantedAt: 5_000,
      ended: 9_000,
      devtools: false,
      fields: [{ key: '0 field #mail', state: 'planted' }],
      frames: { watched: 1, unwatched: 1 },
    });
    expect(page.audits).toEqual([true, false]);
    expect(page.sent.filter(({ name }) => name === 'prover.restore').length).toBeGreaterThan(0);
    expectEnded();
  });

  it('ends when it is cancelled, when the page is left, and when the tab closes', async () => {
    const { prove } = world;
    await plantAll();
    expect((await prove.cancel(TAB)).status).toBe('ready');
    expectEnded();
    await plantAll();
    await prove.onNavigated(TAB);
    expectEnded();
    await expect(prove.look(TAB)).rejects.toMatchObject({ code: 'proof.gone' });
    await plantAll();
    await prove.forget(TAB);
    expectEnded();
  });

  it('is not brought back by a step that outlasts it', async () => {
    const { prove, page } = world;
    await prove.mark(TAB, true);
    const { targets } = await prove.prepare(TAB);
    page.meanwhile = async () => void (await prove.cancel(TAB));
    const asked = { seed: SEED, keys: targets.map(({ key }) => key), plantedAt: 5_000 };
    await expect(prove.plant(TAB, asked)).rejects.toMatchObject({ code: 'proof.gone' });
    expect((await prove.read(TAB)).status).toBe('ready');
    expectEnded();
  });

  it('tells of a frame that is gone at the end, with what it had told before', async () => {
    const { prove, page } = world;
    await plantAll();
    page.report = { ...EMPTY, bytes: 77 };
    await prove.look(TAB);
    page.failsAt = 'prover.report';
    const { proof } = await prove.finish(TAB, EMPTY);
    expect(proof?.report.bytes).toBe(77);
    expect(proof?.fields).toMatchObject([{ lost: true }]);
    expect(proof?.frames).toEqual({ watched: 0, unwatched: 2 });
  });

  it('can be ended after a step that failed midway', async () => {
    const { prove, page } = world;
    page.failsAt = 'prover.plant';
    await expect(plantAll()).rejects.toMatchObject({ code: 'page.gone' });
    page.failsAt = null;
    await prove.cancel(TAB);
    expectEnded();
  });

  it('takes everything back where the page could not be audited or listed', async () => {
    const { prove, page } = world;
    await prove.mark(TAB, true);
    page.auditStatus = 'failed';
    await expect(prove.prepare(TAB)).rejects.toMatchObject({ code: 'proof.notAudited' });
    expectEnded();
    page.auditStatus = 'done';
    page.failsAt = 'prover.list';
    await expect(prove.prepare(TAB)).rejects.toMatchObject({ code: 'page.gone' });
    expectEnded();
    expect((await prove.read(TAB)).status).toBe('ready');
  });

  it('plants nothing where nothing was chosen that a canary fits into', async () => {
    const { prove, rules } = world;
    await prove.mark(TAB, true);
    await prove.prepare(TAB);
    const asked = { seed: SEED, keys: ['0 field #gone'], plantedAt: 5_000 };
    await expect(prove.plant(TAB, asked)).rejects.toMatchObject({ code: 'proof.nothing' });
    expect(rules.all).toEqual([]);
  });
});
