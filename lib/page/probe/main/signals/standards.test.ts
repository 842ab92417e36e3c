import { GVL, TCModel, TCString } from '@iabtechlabtcf/core';
import { describe, expect, it } from 'vitest';
import { readClarity } from './clarity';
import { consentMode } from './consent-mode';
import { readGpp } from './gpp';
import { segmentConsent } from './segment';
import { tapTcf } from './tcf';
import { fakePage } from './testing/page';
import { readUet } from './uet';

describe('TCF', () => {
  it('keeps who made the string and what it discloses, and drops the string', () => {
    const vendors = { gvlSpecificationVersion: 3, vendorListVersion: 9, tcfPolicyVersion: 5 };
    const empty = { purposes: {}, specialPurposes: {}, features: {}, specialFeatures: {} };
    const model = new TCModel(
      new GVL({
        ...vendors,
        ...empty,
        stacks: {},
        vendors: {},
        lastUpdated: '',
        dataCategories: {},
      }),
    );
    model.cmpId = 300;
    const tcString = TCString.encode(model);
    const data = {
      tcString,
      tcfPolicyVersion: 5,
      cmpId: 300,
      eventStatus: 'tcloaded',
      purpose: {
        consents: { 1: true, 4: false },
        legitimateInterests: { 2: true, 7: true, 9: false },
      },
    };
    const api = (_command: string, _version: number, hear: (data: object, ok: boolean) => void) =>
      hear(data, true);
    const site = fakePage({ __tcfapi: api });
    tapTcf(site.page.globals, site.page.note).poll();
    expect(site.last()).toEqual({
      states: { 'purpose 1': 'granted', 'purpose 4': 'denied' },
      note: 'tcloaded',
      details: {
        cmpId: 300,
        policyVersion: 5,
        legitimateInterests: '2 7',
        created: expect.any(Number),
        disclosedVendors: true,
      },
    });
    expect(JSON.stringify(site.noted)).not.toContain(tcString.slice(0, 12));
  });
});

describe('GPP', () => {
  it('reads the opt-outs once the platform is ready, and a change as a decision', () => {
    let listener: (event: object) => void = () => {};
    let sale = 2;
    const ping = (signalStatus: string) => ({
      signalStatus,
      cmpId: 31,
      applicableSections: [7],
      gppString: 'DBABMA~CQ',
      parsedSections: {
        usnat: [{ SaleOptOut: sale, SharingOptOut: 0 }, { Gpc: false }],
        tcfeuv2: { SaleOptOut: 1 },
      },
    });
    let status = 'not ready';
    const api = (command: string, hear: (data: object) => void): void => {
      if (command === 'ping') hear(ping(status));
      else listener = hear;
    };
    const site = fakePage({ __gpp: api });
    site.open(readGpp);
    const details = { cmpId: 31, applicableSections: '7' };
    expect(site.last()).toEqual({
      states: { 'usnat SaleOptOut': 'unset' },
      note: 'not ready',
      details,
    });
    status = 'ready';
    listener({ eventName: 'signalStatus' });
    expect(site.last()).toMatchObject({ states: { 'usnat SaleOptOut': 'granted' }, note: 'read' });
    sale = 1;
    listener({ eventName: 'sectionChange', pingData: ping('ready') });
    expect(site.last()).toMatchObject({ states: { 'usnat SaleOptOut': 'denied' }, note: 'saved' });
    sale = 2;
    listener({ eventName: 'sectionChange', pingData: ping('ready') });
    expect(site.last()).toMatchObject({ states: { 'usnat SaleOptOut': 'granted' }, note: 'saved' });
  });
});

describe('Consent Mode', () => {
  const heard = (...commands: unknown[][]) => {
    const site = fakePage({});
    const mode = consentMode(site.page.note);
    for (const command of commands) mode.hear(command);
    return { site, mode };
  };

  it('tells a default that comes after a tag was configured', () => {
    const late = heard(['config', 'G-1'], ['consent', 'default', { ad_storage: 'denied' }]);
    expect(late.site.last()?.details).toEqual({ setLate: true });
    const early = heard(['consent', 'default', { ad_storage: 'denied' }], ['config', 'G-1']);
    expect(early.site.last()).toEqual({ states: { ad_storage: 'denied' }, note: 'default' });
  });

  it('does not take a region’s default for the state here', () => {
    const given = { ad_storage: 'denied', region: ['ES', 'US-AK', 'a very long text'] };
    const { site, mode } = heard(['consent', 'default', given]);
    expect(site.last()).toEqual({
      states: { ad_storage: 'unset' },
      note: 'default',
      details: { regions: 'ES US-AK' },
    });
    const entries = { ad_storage: { default: true, update: false }, analytics_storage: {} };
    const table = fakePage({ google_tag_data: { ics: { entries, wasSetLate: true } } });
    mode.read({ ...table.page, note: site.page.note })();
    expect(site.last()).toMatchObject({
      states: { ad_storage: 'denied' },
      note: 'wasSetLate',
      details: { setLate: true, regions: 'ES US-AK' },
    });
  });
});

describe('Clarity', () => {
  it('hears what the page tells it, and asks the real function alone', () => {
    const commands: unknown[] = [];
    const stub = Object.assign((...args: unknown[]) => void commands.push(args), {
      q: [['consentv2', { ad_Storage: 'denied', analytics_Storage: 'denied' }]],
    });
    const site = fakePage({ clarity: stub });
    const look = site.open(readClarity);
    look();
    Reflect.apply(site.globals.clarity as typeof stub, undefined, ['consent']);
    site.globals.clarity = Object.assign(
      (command: string, hear: (...args: unknown[]) => void) =>
        command === 'metadata' && hear({}, false, { source: 7, analytics_Storage: 'GRANTED' }),
      { v: '0.8.20' },
    );
    look();
    expect(commands).toEqual([['consent']]);
    expect(site.noted).toEqual([
      { states: { ad_Storage: 'denied', analytics_Storage: 'denied' }, note: 'consentv2' },
      { states: { ad_Storage: 'granted', analytics_Storage: 'granted' }, note: 'consent' },
      { states: { analytics_Storage: 'granted' }, note: 'read' },
    ]);
  });
});

describe('UET', () => {
  it('reads the queue before the script came, and its own state after', () => {
    const site = fakePage({ uetq: ['consent', 'default', { ad_storage: 'denied' }, 'event', 'x'] });
    const look = site.open(readUet);
    expect(site.last()).toEqual({ states: { ad_storage: 'denied' }, note: 'default' });
    const consent = { enabled: true, adStorageAllowed: true, adStorageUpdated: true };
    site.globals.uetq = { uetConfig: { consent } };
    look();
    expect(site.last()).toMatchObject({ states: { ad_storage: 'granted' }, note: 'update' });
    consent.enabled = false;
    look();
    expect(site.last()).toMatchObject({ states: {}, note: 'off' });
  });
});

describe('Segment', () => {
  it('tells that the snippet loads by itself while the manager asks', () => {
    const config = () => ({ implyConsentOnInteraction: true, closeBehavior: 'dismiss' });
    const analytics = Object.assign([], { _writeKey: 'w' });
    const site = fakePage({ consentManagerConfig: config, analytics });
    const { poll } = segmentConsent(site.page);
    poll();
    expect(site.last()).toEqual({
      states: {},
      note: 'asking',
      details: { implyConsentOnInteraction: true, closeBehavior: 'dismiss', loaderLeft: true },
    });
    const kept = { version: 1, destinations: { Amplitude: false }, custom: { ads: true } };
    site.cookies['tracking-preferences'] = encodeURIComponent(JSON.stringify(kept));
    poll();
    expect(site.last()).toMatchObject({
      states: { Amplitude: 'denied', ads: 'granted' },
      note: 'saved',
    });
  });

  it('says nothing of a page that has no manager', () => {
    const site = fakePage({ analytics: { initialized: true } });
    segmentConsent(site.page).poll();
    expect(site.noted).toEqual([]);
  });

  it('keeps categories of what is sent, and nothing else of it', () => {
    const site = fakePage({});
    const { hearBody } = segmentConsent(site.page);
    const preferences = { Advertising: false, 'alice@acme.test': true, odd: 'x' };
    const context = { consent: { categoryPreferences: preferences }, page: 'secret' };
    const body = JSON.stringify({ userId: 'alice', context });
    hearBody('https://elsewhere.test/v1/t', body);
    hearBody('https://api.segment.io/v1/t', body);
    hearBody('https://api.segment.io/v1/t', '{"categoryPreferences":{');
    expect(site.noted).toEqual([{ states: { Advertising: 'denied' }, note: 'event' }]);
  });
});
