import { describe, expect, it } from 'vitest';
import { classifyRequest, classifyStorage } from './endpoints';

const VENDOR_HOSTS: readonly [string, string, string][] = [
  ['https://us.i.posthog.com/s/?ip=0&ver=1.449.2', 'posthog', 'ingest'],
  ['https://eu.i.posthog.com/i/v0/e/?compression=gzip-js', 'posthog', 'analytics'],
  ['https://us.i.posthog.com/flags/?v=2', 'posthog', 'config'],
  ['https://us-assets.i.posthog.com/array/phc_abc/config', 'posthog', 'config'],
  ['https://us-assets.i.posthog.com/array/phc_abc/config.js', 'posthog', 'config'],
  ['https://us-assets.i.posthog.com/static/lazy-recorder.js?v=1.449.2', 'posthog', 'asset'],
  ['https://browser.sentry-cdn.com/11.12.0/replay.min.js', 'sentry', 'asset'],
  ['https://browser-intake-datadoghq.com/api/v2/replay?ddsource=browser', 'datadog', 'ingest'],
  ['https://browser-intake-us5-datadoghq.com/api/v2/rum', 'datadog', 'analytics'],
  ['https://www.datadoghq-browser-agent.com/eu1/v7/datadog-rum.js', 'datadog', 'asset'],
  ['https://x.clarity.ms/collect', 'clarity', 'ingest'],
  ['https://www.clarity.ms/tag/abc', 'clarity', 'asset'],
  ['https://api.openreplay.com/ingest/v1/web/i?batch=1', 'openreplay', 'ingest'],
  ['https://api.openreplay.com/ingest/v1/web/start', 'openreplay', 'config'],
  ['https://api-sr.amplitude.com/sessions/v2/track?device_id=x', 'amplitude', 'ingest'],
  ['https://sr-client-cfg.amplitude.com/config/k', 'amplitude', 'config'],
  ['https://api-js.mixpanel.com/record/?ip=1', 'mixpanel', 'ingest'],
  ['https://api-js.mixpanel.com/track/?verbose=1', 'mixpanel', 'analytics'],
  ['https://bam.nr-data.net/browser/blobs?a=1&type=SessionReplay&b=2', 'newrelic', 'ingest'],
  ['https://bam.eu01.nr-data.net/events/1/k?a=1', 'newrelic', 'analytics'],
  ['https://pub.highlight.io/', 'highlight', 'ingest'],
  ['https://otel.highlight.io/v1/traces', 'highlight', 'analytics'],
  ['https://pub.observability.app.launchdarkly.com/', 'launchdarkly', 'ingest'],
  ['https://cdn.jsdelivr.net/npm/rrweb@2.2.2/umd/rrweb.min.js', 'rrweb', 'asset'],
];

describe('classifyRequest', () => {
  it.each(VENDOR_HOSTS)('%s is %s’s %s', (url, recorder, purpose) => {
    expect(classifyRequest(url, [])).toEqual({ recorder, purpose });
  });

  it('takes a path that others use too for a recorder’s only where that recorder is known', () => {
    for (const [path, purpose] of [
      ['/ingest/s/', 'ingest'],
      ['/ingest/e/', 'analytics'],
      ['/i/v0/e/?ip=0', 'analytics'],
      ['/flags/?v=2', 'config'],
      ['/ingest/array/own-token/config', 'config'],
      ['/static/recorder.js', 'asset'],
    ]) {
      expect(classifyRequest(`https://acme.test${path}`, [])).toBeNull();
      expect(classifyRequest(`https://acme.test${path}`, ['posthog'])).toEqual({
        recorder: 'posthog',
        purpose,
      });
    }
  });

  it('finds recorders behind a proxy by what only they send', () => {
    expect(classifyRequest('https://acme.test/t/array/phc_1a/config', [])?.recorder).toBe(
      'posthog',
    );
    expect(classifyRequest('https://acme.test/dd?ddforward=%2Fapi%2Fv2%2Freplay%3Fx', [])).toEqual({
      recorder: 'datadog',
      purpose: 'ingest',
    });
    expect(classifyRequest('wss://acme.test/v1/web/i', [])?.recorder).toBe('openreplay');
  });

  it('counts Sentry’s envelopes as recordings only where Replay is there', () => {
    const url = 'https://o1.ingest.sentry.io/api/450/envelope/?sentry_version=7';
    expect(classifyRequest(url, [])).toBeNull();
    expect(classifyRequest(url, ['sentry'])).toEqual({ recorder: 'sentry', purpose: 'ingest' });
  });

  it('leaves other addresses alone', () => {
    for (const url of [
      'https://acme.test/s',
      'https://acme.test/products/',
      'https://us.i.posthog.com.evil.test/s/',
      'https://notclarity.ms/collect',
      'https://acme.test/blog/rrweb/intro.html',
      'data:text/html,/array/phc_1/config',
      'not a url',
      '',
      `https://acme.test/${'a'.repeat(9000)}/array/phc_1/config`,
    ]) {
      expect(classifyRequest(url, [])).toBeNull();
    }
  });
});

describe('classifyStorage', () => {
  it.each([
    ['cookie', 'ph_phc_abc_posthog', 'posthog'],
    ['localStorage', 'ph_phc_abc_posthog', 'posthog'],
    ['sessionStorage', 'ph_phc_abc_window_id', 'posthog'],
    ['sessionStorage', 'sentryReplaySession', 'sentry'],
    ['cookie', '_dd_s', 'datadog'],
    ['cookie', '_dd_s_v2', 'datadog'],
    ['sessionStorage', '_dd_tab_id', 'datadog'],
    ['cookie', '_clck', 'clarity'],
    ['sessionStorage', '_cltk', 'clarity'],
    ['sessionStorage', '__openreplay_token', 'openreplay'],
    ['localStorage', 'AMP_SR_START_k_1', 'amplitude'],
    ['localStorage', 'NRBA_SESSION::98b62353', 'newrelic'],
    ['localStorage', 'highlightClientID', 'highlight'],
  ] as const)('a %s named %s is %s’s', (area, name, recorder) => {
    expect(classifyStorage(area, name)).toBe(recorder);
  });

  it('knows nothing of other names', () => {
    for (const name of ['session', 'ph_', '_ga', '__proto__', 'theme', 'posthog']) {
      expect(classifyStorage('cookie', name)).toBeNull();
      expect(classifyStorage('localStorage', name)).toBeNull();
    }
  });
});
