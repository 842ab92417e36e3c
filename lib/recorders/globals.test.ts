import { describe, expect, it } from 'vitest';
import type { RecorderId } from '../protocol/recorders';
import { readAllGlobals } from './globals';
import { isObject } from './json';
import { toJson } from './read-page';

const native = (name: string) =>
  Object.assign(() => undefined, { toString: () => `function ${name}() { [native code] }` });

describe('readAllGlobals', () => {
  it('finds nothing but the state of the browser’s own functions on a page without recorders', () => {
    expect(Object.keys(readAllGlobals({}))).toEqual(['rrweb']);
    expect(readAllGlobals({}).rrweb).toMatchObject({ library: false });
  });

  it('reads PostHog’s options from both sides', () => {
    const page = {
      posthog: {
        version: '1.449.2',
        config: { session_recording: { maskTextSelector: '.a', maskTextFn: () => '' } },
        sessionRecordingStarted: () => true,
        persistence: {
          props: {
            $session_recording_remote_config: { enabled: true, masking: { blockSelector: 'b' } },
          },
        },
      },
    };
    expect(readAllGlobals(page).posthog).toMatchObject({
      version: '1.449.2',
      started: true,
      client: { maskTextSelector: '.a', maskTextFn: { function: true } },
      server: { enabled: true, masking: { blockSelector: 'b' } },
    });
  });

  it('reads the share of visits that is recorded, in the units of each vendor', () => {
    const rateOf = (id: RecorderId, page: Readonly<Record<string, unknown>>): unknown => {
      const found: unknown = Object.entries(readAllGlobals(page)).find(
        ([name]) => name === id,
      )?.[1];
      return isObject(found) ? found.rate : undefined;
    };
    const datadog = (init: object) =>
      rateOf('datadog', { DD_RUM: { getInitConfiguration: () => init } });
    expect(datadog({ sessionReplaySampleRate: 20 })).toBeCloseTo(0.2);
    expect(datadog({ sessionReplaySampleRate: 20, sessionSampleRate: 50 })).toBeCloseTo(0.1);
    // Version 4 had other names.
    expect(datadog({ sampleRate: 50, replaySampleRate: 50 })).toBeCloseTo(0.25);
    // Nothing is recorded by itself: it is for the page to start it.
    expect(datadog({ sessionReplaySampleRate: 0 })).toBeNull();
    expect(datadog({})).toBeNull();
    expect(datadog({ sessionReplaySampleRate: 'all' })).toBeNull();

    const props = (sampleRate: unknown) => ({
      $session_recording_remote_config: { enabled: true, sampleRate },
    });
    const posthog = (rate: unknown) =>
      rateOf('posthog', { posthog: { config: {}, persistence: { props: props(rate) } } });
    expect(posthog('0.25')).toBe(0.25);
    expect(posthog(1)).toBe(1);
    expect(posthog(null)).toBeNull();

    const sentry = (options: object) => {
      const client = { _options: options, _integrations: { Replay: { _replay: {} } } };
      const own = { defaultCurrentScope: { _client: client } };
      return rateOf('sentry', { __SENTRY__: { version: '10.1.0', '10.1.0': own } });
    };
    expect(sentry({ replaysSessionSampleRate: 0.1 })).toBe(0.1);
    expect(sentry({ replaysSessionSampleRate: 3 })).toBeNull();
    expect(rateOf('mixpanel', { mixpanel: { config: { record_sessions_percent: 5 } } })).toBe(0.05);
  });

  it('tells whether Clarity records, from its tag and where a page bundles it', () => {
    const tag = Object.assign(() => undefined, { v: '0.8.70' });
    const queue = () => undefined;
    const of = (page: Readonly<Record<string, unknown>>) => readAllGlobals(page).clarity;
    expect(of({ clarity: queue })).toMatchObject({ version: null, running: false, hasRun: false });
    expect(of({ clarity: tag, __clr: {} })).toMatchObject({ version: '0.8.70', running: true });
    expect(of({ clarity: queue, __clr: {} })).toMatchObject({ running: false, hasRun: true });
    expect(of({ __clr: {} })).toMatchObject({ version: null, running: true });
    expect(of({ clarity: { a: 1 } })).toBeUndefined();
  });

  it('survives a page whose getters throw, for one recorder and for all', () => {
    const hostile = {
      get posthog(): never {
        throw new Error('no');
      },
      DD_RUM: { version: '7.16.2', getInitConfiguration: () => ({ defaultPrivacyLevel: 'mask' }) },
      __SENTRY__: new Proxy(
        {},
        {
          get: () => {
            throw new Error('no');
          },
          ownKeys: () => {
            throw new Error('no');
          },
        },
      ),
    };
    const found = readAllGlobals(hostile);
    expect(found.posthog).toBeUndefined();
    expect(found.datadog).toMatchObject({
      version: '7.16.2',
      options: { defaultPrivacyLevel: 'mask' },
    });
    expect(() => JSON.stringify(found)).not.toThrow();
  });

  it('gives bounded, plain JSON for cycles, huge values and endless objects', () => {
    const cyclic: Record<string, unknown> = { maskTextSelector: 'x'.repeat(1_000_000) };
    cyclic.self = cyclic;
    const endless: object = new Proxy(
      {},
      {
        get: () => endless,
        ownKeys: () => Array.from({ length: 1000 }, (_, n) => `k${n}`),
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      },
    );
    for (const session_recording of [cyclic, endless, Array(1e6).fill('x')]) {
      const page = { posthog: { config: { session_recording }, version: { toString: () => 'x' } } };
      expect(JSON.stringify(readAllGlobals(page)).length).toBeLessThan(200_000);
    }
  });

  it('says where it could not read all: too many keys or items, too long, a cycle, a getter that throws', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`k${n}`, n]));
    const throwing = {
      get maskAllInputs(): never {
        throw new Error('no');
      },
    };
    const read = (session_recording: unknown) =>
      readAllGlobals({ posthog: { config: { session_recording } } }).posthog;
    for (const options of [cyclic, many, throwing, { a: 'x'.repeat(5000) }, Array(100).fill('x')]) {
      expect(read(options)).toMatchObject({ cut: true });
    }
    expect(read({ maskTextSelector: '.a' })).not.toHaveProperty('cut');
  });

  it('tells a version that is none from one that is not told', () => {
    const version = (value: unknown) =>
      readAllGlobals({ posthog: { config: {}, version: value } }).posthog;
    expect(version(undefined)).toMatchObject({ version: null });
    for (const lie of [1, {}, 'x'.repeat(99)]) expect(version(lie)).toMatchObject({ version: '?' });
  });

  it('does not take Highlight for LaunchDarkly, with which it shares a global', () => {
    const H = { getSessionURL: () => '', getRecordingState: () => 'Recording' };
    expect(readAllGlobals({ H, LDRecord: {} })).toMatchObject({
      highlight: { state: 'Recording' },
    });
    expect(readAllGlobals({ H, LDRecord: {} }).launchdarkly).toBeUndefined();
    expect(readAllGlobals({ LDRecord: {} }).launchdarkly).toBeDefined();
  });

  it('tells wrapped browser functions from the browser’s own', () => {
    const wrapped = Object.assign(() => undefined, { __rrweb_original__: native('attachShadow') });
    const page = { Element: { prototype: { attachShadow: wrapped } } };
    expect(readAllGlobals(page).rrweb).toMatchObject({
      natives: { attachShadow: true, rrwebOriginal: true },
    });
  });
});

describe('toJson', () => {
  it('marks what JSON can’t hold', () => {
    expect(toJson({ f: () => 1, u: undefined, r: /^a|b$/i, n: Number.NaN })).toEqual({
      f: { function: true },
      u: { undefined: true },
      r: { pattern: '^a|b$', flags: 'i' },
      n: null,
    });
  });
});
