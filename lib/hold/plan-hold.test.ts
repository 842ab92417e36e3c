import { describe, expect, it } from 'vitest';
import type { PageFacts } from '../protocol/audit';
import { RECORDER_IDS, type RecorderId } from '../protocol/recorders';
import { classifyRequest, hostsOf } from '../recorders/endpoints';
import { isSameRule } from './block-rules';
import { placesOf } from './places';
import { planHold } from './plan-hold';

const PAGE = 'https://shop.test/checkout?step=2';

const facts = (part: Partial<PageFacts> = {}): PageFacts => ({
  globals: {},
  scripts: [],
  resources: [],
  storageKeys: [],
  cookieNames: [],
  ...part,
});

const told = (id: RecorderId, ...addresses: unknown[]) =>
  facts({ globals: { [id]: { addresses } } });

const placesIn = (id: RecorderId, from: PageFacts) =>
  placesOf(id, from, PAGE).places.map(({ host, path }) => host + path);

describe('placesOf', () => {
  it('reads proxies, tunnels and services of the site’s own from what the recorder was told', () => {
    expect(placesIn('posthog', told('posthog', 'https://shop.test/ingest/'))).toEqual([
      'shop.test/ingest',
    ]);
    expect(placesIn('sentry', told('sentry', '/tunnel', 'https://k@errors.shop.test/42'))).toEqual([
      'shop.test/tunnel',
      'errors.shop.test',
    ]);
    expect(placesIn('newrelic', told('newrelic', 'beacon.shop.test'))).toEqual([
      'beacon.shop.test',
    ]);
    expect(placesIn('highlight', told('highlight', 'wss://hl.shop.test:8443/pub'))).toEqual([
      'hl.shop.test:8443/pub',
    ]);
  });

  it('leaves the vendor’s own hosts to the vendor', () => {
    expect(placesIn('posthog', told('posthog', 'https://eu.i.posthog.com'))).toEqual([]);
    expect(placesIn('posthog', told('posthog', 'https://i.posthog.com.evil.test/x'))).toEqual([
      'i.posthog.com.evil.test/x',
    ]);
  });

  it('learns places from what the page has sent, and not from scripts that it loaded', () => {
    const resources = ['https://px.shop.test/s/', 'https://shop.test/static/recorder.js'];
    expect(placesIn('posthog', facts({ resources }))).toEqual(['px.shop.test/s']);
  });

  it('keeps one of places that are the same or within each other', () => {
    const resources = ['https://shop.test/ingest/s/', 'https://shop.test/ingest/e/'];
    const from = { ...told('posthog', '/ingest', '/ingest'), resources };
    expect(placesIn('posthog', from)).toEqual(['shop.test/ingest']);
  });

  it('says where an address cannot be read, whatever the page has put there', () => {
    for (const address of [{ function: true }, 'javascript:alert(1)', 'http://', null, 7]) {
      const { places, unreadable } = placesOf('datadog', told('datadog', address), PAGE);
      expect(places).toEqual([]);
      expect(unreadable).toBe(true);
    }
    for (const globals of [{}, { datadog: null }, { datadog: { addresses: 'x' } }]) {
      expect(placesOf('datadog', facts({ globals }), PAGE)).toEqual({
        places: [],
        unreadable: false,
      });
    }
  });
});

describe('planHold', () => {
  it('asks for the page, and for every host in every scheme that the page may send with', () => {
    const { plan } = planHold(PAGE, ['clarity'], facts());
    expect(plan.patterns).toEqual([
      'https://shop.test/*',
      'wss://shop.test/*',
      'https://*.clarity.ms/*',
      'wss://*.clarity.ms/*',
    ]);
    const plain = planHold('http://127.0.0.1:8080/', ['clarity'], facts()).plan;
    expect(plain.patterns).toContain('ws://*.clarity.ms/*');
    expect(plain.patterns).toContain('http://127.0.0.1/*');
  });

  it('blocks on this site alone', () => {
    const { rules } = planHold(PAGE, RECORDER_IDS, told('posthog', '/ingest'));
    const all = [...rules.values()].flat();
    expect(all.length).toBeGreaterThan(RECORDER_IDS.length);
    for (const { condition } of all) expect(condition.initiatorDomains).toEqual(['shop.test']);
  });

  it('never blocks the page’s own host as a whole, and says so', () => {
    const { plan, rules } = planHold(PAGE, ['posthog'], told('posthog', 'https://shop.test'));
    for (const { condition } of rules.get('posthog') ?? []) {
      if (!condition.requestDomains?.includes('shop.test')) continue;
      expect(condition.regexFilter).toBeDefined();
      expect(condition.requestMethods).toEqual(['post']);
    }
    expect(plan.escapes[0]).toEqual({
      id: 'hold.escape.ownRoot',
      params: ['PostHog', 'shop.test'],
    });
  });

  it('says which recorders it cannot hold, since their place is the site’s own', () => {
    const { plan } = planHold(PAGE, ['rrweb', 'clarity'], facts());
    expect(plan.escapes[0]).toEqual({ id: 'hold.escape.unknownPlace', params: ['rrweb'] });
    const escapes = plan.escapes.map(({ id }) => id);
    expect(escapes).toContain('hold.escape.otherFrames');
    expect(escapes).toContain('hold.escape.webRtc');
  });

  it('leaves out of a filter what would mean something in it', () => {
    const { rules } = planHold(PAGE, ['posthog'], told('posthog', '/a*b|c'));
    const filters = (rules.get('posthog') ?? []).map(({ condition }) => condition.urlFilter);
    expect(filters).toContain('||shop.test/a');
  });
});

describe('hostsOf', () => {
  it.each([
    ['https://us.i.posthog.com/s/', 'posthog'],
    ['https://app.posthog.com/s/', 'posthog'],
    ['https://o1.ingest.us.sentry.io/api/450/envelope/', 'sentry'],
    ['https://browser-intake-us5-datadoghq.com/api/v2/replay', 'datadog'],
    ['https://browser-intake-datadoghq.eu/api/v2/replay', 'datadog'],
    ['https://x.clarity.ms/collect', 'clarity'],
    ['https://api.openreplay.com/ingest/v1/web/i', 'openreplay'],
    ['https://api-sr.eu.amplitude.com/sessions/v2/track', 'amplitude'],
    ['https://api-eu.mixpanel.com/record/', 'mixpanel'],
    ['https://bam.eu01.nr-data.net/browser/blobs?type=SessionReplay', 'newrelic'],
    ['https://pub.highlight.io/', 'highlight'],
    ['https://pub.observability.app.launchdarkly.com/', 'launchdarkly'],
    ['https://r.lr-in-prod.com/i', 'logrocket'],
    ['https://rs.eu1.fullstory.com/rec/bundle', 'fullstory'],
    ['https://ws12.hotjar.com/api/v2/client/ws', 'hotjar'],
    ['https://k.eu.contentsquare.net/v2/events', 'contentsquare'],
    ['https://c.us.heap-api.com/api/capture', 'heap'],
    ['https://o2.mouseflow.com/events', 'mouseflow'],
    ['https://rec.smartlook.com/x', 'smartlook'],
    ['https://in.luckyorange.com/x', 'luckyorange'],
    ['https://hn.inspectlet.com/ginit/1', 'inspectlet'],
    ['https://mc.yandex.ru/webvisor/1', 'yandex'],
    ['https://bf12345abc.bf-1.dynatrace.com/bf', 'dynatrace'],
    ['https://events.statsigapi.net/v1/rgstr', 'statsig'],
    ['https://faro-collector-prod-eu-west-0.grafana.net/collect/x', 'faro'],
    ['https://data.eu.pendo.io/data/replay/x', 'pendo'],
    ['https://ingest.quantummetric.com/x', 'quantummetric'],
    ['https://report.eu.glassboxdigital.io/x', 'glassbox'],
  ] as const)('covers %s, which is %s’s', (url, id) => {
    const { hostname } = new URL(url);
    expect(hostsOf(id).some((host) => hostname === host || hostname.endsWith(`.${host}`))).toBe(
      true,
    );
    expect(classifyRequest(url, [id])?.recorder ?? id).toBe(id);
  });
});

describe('isSameRule', () => {
  const rule = (condition: object) => ({ action: { type: 'block' as const }, condition });

  it('does not mind in which order a browser gives a rule back', () => {
    const a = rule({ requestDomains: ['a.test', 'b.test'], urlFilter: '||a.test/x^' });
    const b = rule({ urlFilter: '||a.test/x^', requestDomains: ['b.test', 'a.test'] });
    expect(isSameRule(a, b)).toBe(true);
    expect(isSameRule(a, rule({ requestDomains: ['a.test'], urlFilter: '||a.test/x^' }))).toBe(
      false,
    );
    expect(isSameRule(a, rule({ requestDomains: ['a.test', 'b.test'] }))).toBe(false);
  });
});
