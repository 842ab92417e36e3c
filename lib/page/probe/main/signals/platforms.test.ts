import { describe, expect, it } from 'vitest';
import { readCookiebot } from './cookiebot';
import { readDidomi } from './didomi';
import { readOneTrust } from './onetrust';
import { readShopify } from './shopify';
import { readTarteaucitron } from './tarteaucitron';
import { fakePage } from './testing/page';
import { readUsercentrics } from './usercentrics';
import { readVanilla } from './vanilla-cookieconsent';

describe('OneTrust', () => {
  const groups = 'consentId=7f3a&groups=C0001%3A1%2CC0002%3A0%2CBG12%3A1&hosts=';

  it('asks until its box was closed, and then says what was saved', () => {
    const site = fakePage({ OnetrustActiveGroups: ',C0001,' }, { OptanonConsent: groups });
    const look = site.open(readOneTrust);
    expect(site.last()).toEqual({ states: { C0002: 'unset', BG12: 'unset' }, note: 'asking' });
    site.cookies.OptanonAlertBoxClosed = '2026-02-28';
    site.globals.OnetrustActiveGroups = ',C0001,BG12,';
    look();
    expect(site.last()).toEqual({ states: { C0002: 'denied', BG12: 'granted' }, note: 'saved' });
  });

  it('tells what an earlier visit stored, by the usual groups where its cookie has none', () => {
    const site = fakePage(
      { OnetrustActiveGroups: ',C0001,C0003,' },
      { OptanonAlertBoxClosed: '2026-01-01' },
    );
    site.open(readOneTrust);
    expect(site.last()).toEqual({
      states: { C0002: 'denied', C0003: 'granted', C0004: 'denied', C0005: 'denied' },
      note: 'stored',
    });
  });
});

describe('Cookiebot', () => {
  const consent = { necessary: true, preferences: false, statistics: true, marketing: false };

  it('reads the three categories that may be refused', () => {
    const Cookiebot = { consent, hasResponse: true, declined: false };
    const site = fakePage({ Cookiebot }, { CookieConsent: '{stamp:%27x%27}' });
    site.open(readCookiebot);
    expect(site.last()).toEqual({
      states: { preferences: 'denied', statistics: 'granted', marketing: 'denied' },
      note: 'stored',
      details: { declined: false },
    });
  });

  it('takes what is implied for nobody’s decision', () => {
    const Cookiebot = { consent: { ...consent, method: 'implied' }, hasResponse: true };
    const site = fakePage({ Cookiebot });
    site.open(readCookiebot);
    expect(site.last()?.note).toBe('asking');
    expect(site.last()?.states.statistics).toBe('unset');
  });
});

describe('Didomi', () => {
  it('reads the current status, and whether it is still to be collected', () => {
    let due = true;
    const Didomi = {
      getCurrentUserStatus: () => ({
        user_id: 'secret',
        purposes: { analytics: { id: 'analytics', enabled: !due }, ads: { enabled: false } },
      }),
      shouldUserStatusBeCollected: () => due,
    };
    const site = fakePage({ Didomi });
    const look = site.open(readDidomi);
    expect(site.last()).toEqual({ states: { analytics: 'unset', ads: 'unset' }, note: 'asking' });
    due = false;
    look();
    expect(site.last()).toEqual({
      states: { analytics: 'granted', ads: 'denied' },
      note: 'saved',
    });
  });

  it('reads the older status of a class', () => {
    class Sdk {
      getUserStatus() {
        return { purposes: { consent: { enabled: ['a'], disabled: ['b'] } } };
      }
      shouldConsentBeCollected() {
        return false;
      }
    }
    const site = fakePage({ Didomi: new Sdk() }, { didomi_token: 'x' });
    site.open(readDidomi);
    expect(site.last()).toEqual({ states: { b: 'denied', a: 'granted' }, note: 'stored' });
  });
});

describe('Usercentrics', () => {
  const service = (name: string, status: boolean, type: string, slug = 'marketing') => ({
    name,
    categorySlug: slug,
    consent: { status, history: [{ type }] },
  });

  it('reads the services of version 2, and takes an implicit consent for none', () => {
    const services = [
      service('Ads', true, 'implicit'),
      service('Own', true, 'implicit', 'essential'),
    ];
    const UC_UI = { isInitialized: () => true, getServicesBaseInfo: () => services };
    const site = fakePage({ UC_UI });
    const look = site.open(readUsercentrics);
    expect(site.last()).toEqual({ states: { Ads: 'unset' }, note: 'asking' });
    services[0] = service('Ads', false, 'explicit');
    look();
    expect(site.last()).toEqual({ states: { Ads: 'denied' }, note: 'saved' });
  });

  it('waits for the promise of version 3', async () => {
    const details = {
      consent: { type: 'EXPLICIT', status: 'SOME_ACCEPTED' },
      services: {
        x1: { name: 'Replay', category: 'functional', consent: { given: true, type: 'EXPLICIT' } },
        x2: { name: 'Own', category: 'essential', consent: { given: true, type: 'IMPLICIT' } },
      },
    };
    const site = fakePage({ __ucCmp: { getConsentDetails: () => Promise.resolve(details) } });
    site.open(readUsercentrics);
    await Promise.resolve();
    expect(site.last()).toEqual({ states: { Replay: 'granted' }, note: 'stored' });
  });
});

describe('vanilla-cookieconsent', () => {
  it('reads the preferences from its global', () => {
    const accepted = ['necessary'];
    const CookieConsent = {
      getUserPreferences: () => ({ acceptedCategories: accepted, rejectedCategories: ['ads'] }),
      validConsent: () => accepted.length > 1,
    };
    const site = fakePage({ CookieConsent });
    const look = site.open(readVanilla);
    expect(site.last()).toEqual({ states: { ads: 'unset' }, note: 'asking' });
    accepted.push('analytics');
    look();
    expect(site.last()).toEqual({ states: { ads: 'denied', analytics: 'granted' }, note: 'saved' });
  });

  it('reads its cookie where a bundle keeps it to itself, and drops what is a person’s', () => {
    const kept = {
      categories: ['necessary'],
      services: { necessary: [], analytics: [] },
      consentId: 'a-person',
    };
    const site = fakePage({}, { cc_cookie: encodeURIComponent(JSON.stringify(kept)) });
    const look = site.open(readVanilla);
    expect(site.noted).toEqual([{ states: { analytics: 'denied' }, note: 'stored' }]);
    const older = { categories: ['necessary'], level: ['necessary'] };
    site.cookies.cc_cookie = encodeURIComponent(JSON.stringify(older));
    look();
    expect(site.last()?.states).toEqual({ optional: 'denied' });
  });
});

describe('tarteaucitron', () => {
  it('reads its cookie, of which "wait" is no decision', () => {
    const site = fakePage({}, { tarteaucitron: '!gtag=wait!hotjar=wait' });
    const look = site.open(readTarteaucitron);
    expect(site.last()).toEqual({ states: { gtag: 'unset', hotjar: 'unset' }, note: 'asking' });
    site.cookies.tarteaucitron = '!gtag=true!hotjar=false';
    look();
    expect(site.last()).toEqual({ states: { gtag: 'granted', hotjar: 'denied' }, note: 'saved' });
  });

  it('finds the cookie under the name that the page gave it', () => {
    const tarteaucitron = { parameters: { cookieName: 'tac' }, state: {} };
    const site = fakePage({ tarteaucitron }, { tac: '!gtag=false' });
    site.open(readTarteaucitron);
    expect(site.last()?.states).toEqual({ gtag: 'denied' });
  });
});

describe('Shopify', () => {
  it('keeps what a visitor said apart from what the shop may do', () => {
    const said = { marketing: '', analytics: '', preferences: '', sale_of_data: '' };
    const customerPrivacy = {
      currentVisitorConsent: () => said,
      analyticsProcessingAllowed: () => true,
      marketingAllowed: () => true,
    };
    const site = fakePage({ Shopify: { customerPrivacy } });
    const look = site.open(readShopify);
    const details = { analyticsProcessingAllowed: true, marketingAllowed: true };
    expect(site.last()).toMatchObject({ states: { analytics: 'unset' }, note: 'asking', details });
    said.analytics = 'no';
    said.marketing = 'yes';
    look();
    expect(site.last()).toMatchObject({
      states: { analytics: 'denied', marketing: 'granted', preferences: 'unset' },
      note: 'saved',
    });
  });
});
