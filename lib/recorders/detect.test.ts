import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { PageFacts } from '../protocol/audit';
import { RECORDER_IDS, RecorderStateSchema } from '../protocol/recorders';
import { detectRecorders } from './detect';
import { assumeRecorder, RECORDERS, recorderName } from './index';

const facts = (some: Partial<PageFacts> = {}): PageFacts => ({
  globals: {},
  scripts: [],
  resources: [],
  storageKeys: [],
  cookieNames: [],
  ...some,
});

const RUNNING = {
  library: false,
  natives: { attachShadow: true, rrwebOriginal: true, valueSetter: true },
};
const IDLE = {
  library: true,
  natives: { attachShadow: false, rrwebOriginal: false, valueSetter: false },
};

const ids = (some: Partial<PageFacts>) => detectRecorders(facts(some)).map(({ id }) => id);

describe('detectRecorders', () => {
  it('finds none on a page that shows none', () => {
    expect(detectRecorders(facts())).toEqual([]);
    expect(ids({ globals: { rrweb: { library: false, natives: {} } } })).toEqual([]);
  });

  it.each([
    ['posthog', { resources: ['https://us.i.posthog.com/s/'] }],
    ['sentry', { storageKeys: ['sentryReplaySession'] }],
    ['datadog', { cookieNames: ['_dd_s'] }],
    ['clarity', { scripts: ['https://www.clarity.ms/tag/abc'] }],
    ['openreplay', { storageKeys: ['__openreplay_uuid'] }],
    ['amplitude', { storageKeys: ['AMP_SR_START_k_1'] }],
    ['mixpanel', { resources: ['https://api-js.mixpanel.com/record/'] }],
    ['newrelic', { globals: { newrelic: { enabled: true, mode: 1 } } }],
    ['highlight', { globals: { highlight: { state: 'Recording' } } }],
    ['launchdarkly', { resources: ['https://pub.observability.app.launchdarkly.com/'] }],
    ['rrweb', { scripts: ['https://cdn.test/npm/rrweb@2.2.2/umd/rrweb.min.js'] }],
  ] as const)('finds %s', (id, some) => {
    const found = detectRecorders(facts(structuredClone(some) as Partial<PageFacts>));
    expect(found.map((state) => state.id)).toEqual([id]);
    expect(v.safeParse(RecorderStateSchema, found[0]).success).toBe(true);
  });

  it('takes over a stated share of visits, and nothing that is none', () => {
    const rateIn = (rate: unknown) =>
      detectRecorders(facts({ globals: { datadog: { rate } } as PageFacts['globals'] }))[0]
        ?.sampleRate;
    expect(rateIn(0.2)).toBe(0.2);
    for (const none of [0, 20, -1, '0.2', null]) expect(rateIn(none)).toBeUndefined();
  });

  it('does not take an SDK for a recorder where only its other half is there', () => {
    expect(
      ids({ globals: { sentry: { version: '11.12.0', client: true, replay: false } } }),
    ).toEqual([]);
    expect(ids({ globals: { newrelic: { enabled: false, mode: null } } })).toEqual([]);
    expect(ids({ resources: ['https://api-js.mixpanel.com/track/'] })).toEqual([]);
    expect(ids({ resources: ['https://api2.amplitude.com/2/httpapi'] })).toEqual([]);
  });

  it('does not report rrweb beside a recorder that carries it', () => {
    expect(
      ids({ globals: { posthog: { started: true, instance: true }, rrweb: RUNNING } }),
    ).toEqual(['posthog']);
    expect(ids({ globals: { posthog: { started: false, instance: true }, rrweb: IDLE } })).toEqual([
      'posthog',
    ]);
  });

  it('reports both where something records and PostHog says that it does not', () => {
    expect(
      ids({ globals: { posthog: { started: false, instance: true }, rrweb: RUNNING } }),
    ).toEqual(['rrweb', 'posthog']);
  });

  it('calls PostHog’s options read only where both sides of them are known', () => {
    const source = (posthog: object) =>
      detectRecorders(facts({ globals: { posthog } }))[0]?.optionSource;
    const base = { instance: true, version: '1.449.2', started: true, config: {} };
    expect(source({ ...base, client: {}, server: { masking: null } })).toBe('read');
    expect(source({ ...base, client: { maskAllInputs: true }, server: null })).toBe('default');
    expect(source({ instance: false, recorderLoaded: true })).toBe('default');
    const all = {
      maskAllInputs: true,
      maskTextSelector: '*',
      blockSelector: 'x',
      maskAllElementAttributes: true,
    };
    expect(source({ ...base, client: all, server: null })).toBe('read');
  });

  it('gives valid, bounded states for a page that fakes every global', () => {
    const garbage: unknown[] = [
      null,
      7,
      'x'.repeat(1e5),
      [],
      { version: { a: 1 } },
      { version: '<b>9</b>' },
      {
        instance: true,
        client: 'no',
        server: [],
        config: 3,
        version: '1'.repeat(999),
        started: 'yes',
      },
      {
        natives: { attachShadow: 'x' },
        replay: true,
        version: '__proto__',
        enabled: 'x',
        mode: 'x',
      },
      {
        started: {},
        defaultPrivacyLevel: {},
        state: 5,
        running: 'x',
        active: 'x',
        recorder: 'x',
        standAlone: 1,
      },
    ];
    for (const lie of garbage) {
      const globals = Object.fromEntries(RECORDER_IDS.map((id) => [id, lie]));
      const found = detectRecorders(
        facts({ globals: { ...globals, ['__proto__']: lie, unknown: lie } }),
      );
      expect(found.length).toBeLessThanOrEqual(RECORDER_IDS.length);
      for (const state of found) {
        expect(v.safeParse(RecorderStateSchema, state).success).toBe(true);
        expect([null, '?']).toContain(state.version);
      }
    }
  });

  it('calls no options read that the page showed in part alone', () => {
    const posthog = { instance: true, version: '1.449.0', client: {}, server: { masking: {} } };
    const sourceOf = (globals: Record<string, unknown>) =>
      detectRecorders(facts({ globals: { posthog: globals } }))[0]?.optionSource;
    expect(sourceOf(posthog)).toBe('read');
    expect(sourceOf({ ...posthog, cut: true })).toBe('default');
  });

  it('does not inherit globals that the page did not set', () => {
    const globals = Object.create({ clarity: { running: true } });
    expect(detectRecorders(facts({ globals }))).toEqual([]);
  });
});

describe('the list of recorders', () => {
  it('has every recorder once, named', () => {
    expect(RECORDERS.map(({ id }) => id)).toEqual([...RECORDER_IDS]);
    expect(new Set(RECORDERS.map(({ name }) => name)).size).toBe(RECORDER_IDS.length);
    expect(recorderName('posthog')).toBe('PostHog');
  });

  it('assumes documented defaults, or what was entered, and never calls either read', () => {
    for (const id of RECORDER_IDS) {
      expect(assumeRecorder(id)).toMatchObject({
        id,
        detected: false,
        recording: null,
        optionSource: 'default',
      });
      expect(assumeRecorder(id, { a: 1 })).toMatchObject({ optionSource: 'entered' });
    }
  });

  it('takes PostHog’s init options, nested as in posthog.init or flat', () => {
    expect(assumeRecorder('posthog').options).toMatchObject({ maskAllInputs: true });
    const nested = assumeRecorder('posthog', {
      session_recording: { maskTextSelector: '*' },
      mask_personal_data_properties: true,
    });
    expect(nested.options).toMatchObject({
      maskTextSelector: '*',
      maskAllInputs: true,
      mask_personal_data_properties: true,
    });
    expect(assumeRecorder('posthog', { maskAllInputs: false }).options).toMatchObject({
      maskAllInputs: false,
    });
  });

  it.each(['rrweb', 'posthog', 'datadog', 'openreplay'])('has rules for %s', (id) => {
    const recorder = RECORDERS.find((one) => one.id === id);
    expect(recorder?.judge(recorder.assume())).not.toBeNull();
  });
});
