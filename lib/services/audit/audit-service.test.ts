import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { HushmapError } from '../../core/errors';
import type { FrameEvidence, Sighting } from '../../protocol/evidence';
import type { AuditResult, Clearance } from '../../protocol/findings';
import { ScanRequestSchema } from '../../protocol/scan-request';
import type { Timeline } from '../../protocol/timeline';
import { perTab } from '../testing/per-tab';
import { createAuditService } from './audit-service';
import type { AuditPorts, Resolution } from './ports';

const TAB = 3;
const PAGE = 'https://acme.test/account';
const NOW = Date.parse('2026-11-22T12:00:00Z');

const sighting = (more: Partial<Sighting> = {}): Sighting => ({
  selector: '#email',
  template: '#email',
  channel: 'value',
  attribute: '',
  pii: 'email',
  confidence: 0.95,
  why: [],
  length: 12,
  digest: 'ab'.repeat(16),
  preview: 'a•••@•••.•••',
  someoneElses: false,
  predictions: [
    {
      recorder: 'posthog',
      capture: 'plain',
      because: { id: 'recorder.why.plainText' as never },
      fix: null,
    },
  ],
  ...more,
});

const evidence = (sightings: Sighting[]): FrameEvidence => ({
  frameId: 0,
  url: PAGE,
  origin: 'https://acme.test',
  elements: 10,
  shadowRoots: { open: 0, closed: 0, unreadable: 0 },
  values: 5,
  sightings,
  truncated: 0,
  durationMs: 1,
  childFrames: [],
});

const WATCHED: Timeline = { startedAt: NOW, fromStart: true, events: [], dropped: 0 };

/** @param faults how many of the first readings fail, as those of a full storage do. */
function pagesInMemory(faults = 0): AuditPorts['pages'] {
  let failing = faults;
  const kept = new Map<string, AuditResult[]>();
  return {
    read: async (origin) => {
      if (failing-- > 0) throw new Error('QUOTA_BYTES quota exceeded');
      return structuredClone(kept.get(origin) ?? null);
    },
    write: async (origin, pages) => void kept.set(origin, structuredClone(pages)),
  };
}

function setUp(
  frame: FrameEvidence,
  more: Partial<AuditPorts['page']> = {},
  pages = pagesInMemory(),
) {
  const verdicts: (string | null)[] = [];
  const cleared: Clearance[] = [];
  const answers: Resolution[] = [];
  const ports: AuditPorts = {
    clock: { now: () => NOW },
    states: perTab(),
    network: perTab(),
    allowedFrames: perTab(),
    pages,
    proofs: perTab(),
    probed: perTab(),
    policy: async () => ({}),
    clearances: {
      forOrigin: async () => cleared,
      put: async (clearance) => void cleared.push(clearance),
    },
    resolutions: {
      forOrigin: async () => answers,
      put: async (answer) => void answers.push(answer),
      remove: async () => void answers.splice(0),
    },
    exceptions: async () => [],
    hasGrant: async () => true,
    hasAllSites: async () => false,
    showVerdict: async (_tab, verdict) => void verdicts.push(verdict),
    page: {
      read: async () => ({ url: PAGE, title: 'Account of anna@acme.test' }),
      reload: async () => undefined,
      registerProbe: async () => undefined,
      unregisterProbe: async () => undefined,
      readFacts: async () => [],
      injectScanner: async () => [0],
      injectRules: async () => undefined,
      injectEye: async () => undefined,
      send: async (_tab, _frame, name) =>
        // The two questions that an audit asks a frame, answered as that frame would.
        (name === 'scanner.scan' ? frame : WATCHED) as never,
      ...more,
    },
  };
  return { audit: createAuditService(ports), ports, verdicts, cleared, answers };
}

describe('the audit of a tab', () => {
  it('blocks where something personal would be recorded, and shows it on the button', async () => {
    const { audit, verdicts } = setUp(evidence([sighting()]));
    const { result, status } = await audit.run(TAB, false);
    expect(status).toBe('done');
    expect(result?.verdict).toBe('blocked');
    expect(verdicts).toEqual(['blocked']);
  });

  it('shows no raw value of a title', async () => {
    const { audit } = setUp(evidence([]));
    const { result } = await audit.run(TAB, false);
    expect(JSON.stringify(result)).not.toContain('anna@acme.test');
  });

  it('audits all the same where pages cannot be kept, and keeps them once they can', async () => {
    const { audit } = setUp(evidence([sighting()]), {}, pagesInMemory(1));
    expect((await audit.run(TAB, false)).status).toBe('done');
    expect((await audit.run(TAB, false)).status).toBe('done');
    expect(await audit.pages(TAB)).toHaveLength(1);
  });

  it('keeps every page of an origin that was audited, each as it was last', async () => {
    const shown = { url: PAGE };
    const { audit } = setUp(evidence([sighting()]), {
      read: async () => ({ url: shown.url, title: '' }),
      send: async (_tab, _frame, name) =>
        (name === 'scanner.scan'
          ? { ...evidence([sighting()]), url: shown.url }
          : WATCHED) as never,
    });
    await audit.run(TAB, false);
    shown.url = 'https://acme.test/orders';
    await audit.run(TAB, false);
    await audit.run(TAB, false);
    const pages = await audit.pages(TAB);
    expect(pages.map(({ url }) => url)).toEqual(['https://acme.test/orders', PAGE]);
    expect(pages.every(({ findings }) => findings.length > 0)).toBe(true);
    shown.url = 'https://other.test/';
    expect(await audit.pages(TAB)).toEqual([]);
  });

  it('does not clear a page whose recorder nobody has seen', async () => {
    const { audit, cleared } = setUp(evidence([]));
    const { result } = await audit.run(TAB, false);
    expect(result?.verdict).toBe('needs-proof');
    expect(cleared).toEqual([]);
  });

  it('does nothing on a page that it was not granted', async () => {
    const { ports } = setUp(evidence([]));
    const asked: string[] = [];
    const audit = createAuditService({
      ...ports,
      hasGrant: async () => false,
      page: {
        ...ports.page,
        injectScanner: async () => {
          asked.push('inject');
          return [];
        },
      },
    });
    expect((await audit.run(TAB, true)).status).toBe('no-grant');
    expect(asked).toEqual([]);
  });

  it('is not allowed on pages of the browser, nor where the administrator says no', async () => {
    const settings = setUp(evidence([]), {
      read: async () => ({ url: 'chrome://settings', title: '' }),
    });
    expect((await settings.audit.read(TAB)).status).toBe('not-allowed');
    const { ports } = setUp(evidence([]));
    const forbidden = createAuditService({
      ...ports,
      policy: async () => ({ allowedOrigins: ['https://other.test'] }),
    });
    expect((await forbidden.read(TAB)).status).toBe('not-allowed');
  });

  it('fails, and clears nothing, where the page went away', async () => {
    const { audit, verdicts } = setUp(evidence([]), {
      send: async () => {
        throw new Error('gone');
      },
    });
    const { status, error } = await audit.run(TAB, false);
    expect(status).toBe('failed');
    expect(error?.id).toBe('error.page.gone');
    expect(verdicts).toEqual([null]);
  });

  it('judges no page by the evidence of another that it led to during the scan', async () => {
    const urls = [PAGE, PAGE, 'https://acme.test/next'];
    const { audit } = setUp(evidence([]), {
      read: async () => ({ url: (urls.length > 1 ? urls.shift() : urls[0]) ?? '', title: '' }),
    });
    expect((await audit.run(TAB, false)).result).toBeNull();
  });

  it('stops where a reload leads to an origin that was not granted', async () => {
    const urls = [PAGE, 'https://login.other.test/'];
    const { ports } = setUp(evidence([]), {
      read: async () => ({ url: (urls.length > 1 ? urls.shift() : urls[0]) ?? '', title: '' }),
    });
    const audit = createAuditService({
      ...ports,
      hasGrant: async (url) => url.startsWith('https://acme.test'),
    });
    expect((await audit.run(TAB, false)).status).toBe('no-grant');
  });

  it('never ends a look without a grant in a clear verdict', async () => {
    const { audit } = setUp(evidence([]));
    const facts = { globals: {}, scripts: [], resources: [], storageKeys: [], cookieNames: [] };
    const { result } = await audit.partial(TAB, facts, evidence([]));
    expect(result?.partial).toBe(true);
    expect(result?.verdict).not.toBe('clear');
  });

  it('forgets its verdict when the tab shows another document', async () => {
    const { audit, verdicts } = setUp(evidence([sighting()]));
    await audit.run(TAB, false);
    await audit.onNavigated(TAB);
    expect((await audit.read(TAB)).result).toBeNull();
    expect(verdicts.at(-1)).toBeNull();
  });

  it('scans again when the page has changed, one scan at a time', async () => {
    let scans = 0;
    const { audit } = setUp(evidence([sighting()]), {
      send: async (_tab, _frame, name) => {
        if (name === 'scanner.scan') scans += 1;
        // The two questions that an audit asks a frame, answered as that frame would.
        return (name === 'scanner.scan' ? evidence([sighting()]) : WATCHED) as never;
      },
    });
    await audit.run(TAB, false);
    await Promise.all([audit.onChanged(TAB), audit.onChanged(TAB), audit.onChanged(TAB)]);
    expect(scans).toBe(3);
  });

  it('does not stay "running" when the worker has died under it', async () => {
    const { audit, ports } = setUp(evidence([sighting()]));
    await audit.run(TAB, false);
    const state = await ports.states.read(TAB);
    if (state !== null) await ports.states.write(TAB, { ...state, status: 'running' });
    const reborn = createAuditService(ports);
    expect(await reborn.read(TAB)).toMatchObject({
      status: 'failed',
      error: { id: 'error.message.lost' },
      result: null,
    });
    expect((await reborn.run(TAB, false)).status).toBe('done');
  });

  it('keeps the first requests of a page that sends thousands, and does not call that whole', async () => {
    const { audit, ports } = setUp(evidence([]));
    const request = (t: number) => ({
      kind: 'request' as const,
      t,
      method: 'POST',
      url: 'https://eu.i.posthog.com/s/',
      via: 'network' as const,
      recorder: null,
      purpose: 'other' as const,
      bytes: 1,
    });
    const batch = (from: number) => Array.from({ length: 900 }, (_, i) => request(NOW + from + i));
    await Promise.all([0, 900, 1800].map((from) => audit.logNetwork(TAB, batch(from))));
    const kept = (await ports.network.read(TAB)) ?? [];
    expect(kept).toHaveLength(2000);
    expect(kept[0]?.t).toBe(NOW);
    expect((await audit.run(TAB, false)).result?.timeline.dropped).toBeGreaterThan(0);
  });

  it('logs requests once that are told again because no answer came', async () => {
    const { audit, ports } = setUp(evidence([]));
    const request = (t: number) => ({
      kind: 'request' as const,
      t,
      method: 'POST',
      url: 'https://eu.i.posthog.com/s/',
      via: 'network' as const,
      recorder: null,
      purpose: 'other' as const,
      bytes: 1,
    });
    const batches = [[request(NOW), request(NOW + 1)], [request(NOW + 2)]];
    for (const batch of batches) await audit.logNetwork(TAB, batch);
    await audit.logNetwork(TAB, structuredClone(batches[1] ?? []));
    expect((await ports.network.read(TAB))?.map(({ t }) => t - NOW)).toEqual([0, 1, 2]);
  });

  it('carries no clearance beside a verdict that is not clear', async () => {
    const { audit, cleared, ports } = setUp(evidence([]));
    const { result } = await audit.run(TAB, false);
    cleared.push({
      id: 'clearance_1',
      origin: 'https://acme.test',
      path: '/account',
      recorders: ['posthog'],
      optionsDigest: 'a'.repeat(64),
      exposureSignature: result?.exposureSignature ?? '',
      ruleSet: result?.ruleSet ?? '',
      statesSeen: [result?.exposureSignature ?? ''],
      issued: NOW,
      expires: NOW + 1_000_000,
    });
    expect((await createAuditService(ports).run(TAB, false)).result?.clearance).toBeNull();
  });

  it('takes options that only a frame has, or that frames disagree about, for assumed', async () => {
    const facts = (options: object) => ({
      globals: { posthog: options },
      scripts: [],
      resources: [],
      storageKeys: [],
      cookieNames: [],
    });
    const { audit } = setUp(evidence([]), {
      readFacts: async () => [
        { frameId: 0, result: 'not JSON' },
        { frameId: 5, result: JSON.stringify(facts({ version: '1.449.2' })) },
      ],
    });
    const { result } = await audit.run(TAB, false);
    for (const recorder of result?.recorders ?? []) expect(recorder.optionSource).not.toBe('read');
    expect(result?.verdict).not.toBe('clear');
  });

  it('keeps a person’s answer, with its reason', async () => {
    const unsure = evidence([sighting({ confidence: 0.4 })]);
    const { audit, answers } = setUp(unsure);
    const { result } = await audit.run(TAB, false);
    const open = result?.findings.find(
      ({ outcome, rule }) => outcome === 'needs-review' && rule === 'exposed-field',
    );
    expect(open).toBeDefined();
    const told = {
      tabId: TAB,
      findingId: open?.id ?? '',
      answer: 'accepted' as const,
      reason: 'It is our own address.',
      expires: NOW + 86_400_000,
    };
    const after = await audit.resolve(TAB, told);
    expect(answers).toHaveLength(1);
    const same = after.result?.findings.find(({ id }) => id === open?.id);
    expect(same?.resolution?.reason).toBe('It is our own address.');
  });
});

describe('trying fixes out', () => {
  const fix = {
    kind: 'class' as const,
    text: 'class="ph-mask"',
    effect: { id: 'pii.why.label' as const },
  };
  const open = evidence([
    sighting({ predictions: [{ ...sighting().predictions[0], fix } as never] }),
  ]);
  const covered = evidence([
    sighting({
      predictions: [{ ...sighting().predictions[0], capture: 'masked', fix: null } as never],
    }),
  ]);

  /** A frame as it is, and as it is with marks on it. */
  function frameWithMarks() {
    const heard: string[] = [];
    let marked = false;
    const send: AuditPorts['page']['send'] = async (_tab, _frame, name, request) => {
      heard.push(name);
      if (name === 'scanner.mark') {
        const marks = 'marks' in (request ?? {}) ? 1 : 0;
        const before = { evidence: open, elements: marks };
        marked = true;
        return before as never;
      }
      if (name === 'scanner.unmark') marked = false;
      if (name === 'scanner.scan') return (marked ? covered : open) as never;
      return WATCHED as never;
    };
    return { heard, send };
  }

  it('shows what the marks cover, and leaves the verdict to the page without them', async () => {
    const { send } = frameWithMarks();
    const { audit, cleared } = setUp(open, { send });
    await audit.run(TAB, false);
    const state = await audit.preview(TAB, true);
    expect(state.preview?.shown).toMatchObject({
      elements: 1,
      values: { before: 1, after: 0 },
      kinds: { before: 1, after: 0 },
    });
    expect(state.result?.verdict).toBe('blocked');
    expect(cleared).toEqual([]);
  });

  it('predicts for suggested options by a scan alone, and marks nothing for them', async () => {
    const bare = sighting().predictions[0];
    const option = {
      ...{ kind: 'option' as const, text: "maskTextSelector: '.mail'", effect: fix.effect },
      options: { maskTextSelector: '.mail' },
    };
    const page = evidence([sighting({ predictions: [{ ...bare, fix: option } as never] })]);
    const asked: unknown[] = [];
    const send: AuditPorts['page']['send'] = async (_tab, _frame, name, request) => {
      if (name === 'scanner.mark') return { evidence: page, elements: 0 } as never;
      if (name !== 'scanner.scan') return WATCHED as never;
      const { recorders, preview } = v.parse(ScanRequestSchema, request);
      if (!preview) return page as never;
      asked.push(recorders[0]?.options.maskTextSelector, recorders[0]?.recording);
      return covered as never;
    };
    const { audit, cleared } = setUp(page, { send });
    const before = await audit.run(TAB, false);
    const state = await audit.preview(TAB, true);
    // One scan, and with the option in it: without marks the page needs no second look.
    expect(asked).toEqual(['.mail', null]);
    expect(state.preview?.shown).toMatchObject({
      elements: 0,
      values: { before: 1, after: 1 },
      options: {
        suggested: [{ recorder: 'posthog', count: 1 }],
        values: { before: 1, after: 0 },
      },
    });
    expect(state.result).toEqual(before.result);
    expect(cleared).toEqual([]);
  });

  it('scans nothing while they are on, whatever the page changes', async () => {
    const { send, heard } = frameWithMarks();
    const { audit } = setUp(open, { send });
    await audit.run(TAB, false);
    await audit.preview(TAB, true);
    heard.length = 0;
    await audit.onChanged(TAB);
    expect(heard).toEqual([]);
  });

  it('takes them away before any other scan, so that nothing is cleared by them', async () => {
    const { send, heard } = frameWithMarks();
    const { audit, cleared } = setUp(open, { send });
    await audit.run(TAB, false);
    await audit.preview(TAB, true);
    heard.length = 0;
    const state = await audit.run(TAB, false);
    expect(heard.indexOf('scanner.unmark')).toBeLessThan(heard.indexOf('scanner.scan'));
    expect(heard).toContain('scanner.unmark');
    expect(state).toMatchObject({ preview: null, result: { verdict: 'blocked' } });
    expect(cleared).toEqual([]);
  });

  it('takes them away where a frame went away meanwhile, and says so', async () => {
    const { send, heard } = frameWithMarks();
    let isThere = true;
    const leaving: typeof send = (tab, frame, name, request) => {
      if (name === 'scanner.mark' && isThere) {
        isThere = false;
        throw new HushmapError('page.gone');
      }
      return send(tab, frame, name, request);
    };
    const { audit } = setUp(open, { send: leaving });
    await audit.run(TAB, false);
    await expect(audit.preview(TAB, true)).rejects.toMatchObject({ code: 'page.gone' });
    expect(heard).toContain('scanner.unmark');
    expect((await audit.read(TAB)).preview).toBeNull();
  });

  it('is not offered for a partial look', async () => {
    const { audit } = setUp(open);
    await expect(audit.preview(TAB, true)).rejects.toBeInstanceOf(HushmapError);
  });
});
