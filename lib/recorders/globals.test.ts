import { describe, expect, it } from 'vitest';
import { readAllGlobals } from './globals';
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
