import type { Lang } from '../words/words';
import { type BannerPage, type Flaw, waits } from './page';

type Rest = Partial<Omit<BannerPage, 'name' | 'lang' | 'flaws' | 'platform'>>;

const own = (name: string, lang: Lang, flaws: readonly Flaw[], rest: Rest = {}): BannerPage => ({
  name: `own-${name}`,
  lang,
  flaws,
  platform: 'own',
  recorder: waits('posthog'),
  ...rest,
});

const rrweb = { recorder: waits('rrweb') } as const;

/** Banners that no list of platforms names. */
export const OWN_PAGES: readonly BannerPage[] = [
  own('good-div', 'en', [], { consentMode: 'right' }),
  own('good-dialog', 'de', [], { ...rrweb, shell: 'dialog', place: 'centre' }),
  own('good-open-shadow', 'fr', [], { shell: 'open-shadow', place: 'bar' }),
  own('good-closed-shadow', 'es', [], { shell: 'closed-shadow' }),
  own('good-iframe', 'it', [], { shell: 'iframe', place: 'bar' }),
  own('good-element', 'nl', [], { ...rrweb, shell: 'element' }),

  own('no-reject', 'de', ['no-reject'], { place: 'bar' }),
  own('reject-link', 'pl', ['reject-link']),
  own('reject-small', 'sv', ['reject-small'], { place: 'bar' }),
  own('reject-pale', 'ja', ['reject-pale'], { place: 'centre' }),
  own('reject-faint', 'fr', ['reject-faint']),
  own('no-button', 'es', ['reject-no-button'], { place: 'bar' }),
  own('close-accepts', 'it', ['close-accepts']),
  own('close-only', 'nl', ['close-only'], { shell: 'open-shadow' }),
  own('ok-only', 'sv', ['ok-only'], { place: 'bar' }),
  own('later-only', 'pl', ['later-only']),
  own('escape-accepts', 'en', ['escape-accepts'], { shell: 'dialog', place: 'centre' }),
  own('policy-missing', 'nl', ['policy-missing'], { place: 'bar' }),
  own('policy-gone', 'es', ['policy-gone'], { shell: 'open-shadow' }),
  own('policy-covered', 'ja', ['policy-covered']),
  own('wall', 'ja', ['wall'], { shell: 'dialog', place: 'centre' }),
  own('language', 'sv', [], { bannerLang: 'en', shell: 'iframe', place: 'bar' }),

  own('pre-ticked', 'it', ['pre-ticked'], { shell: 'open-shadow' }),
  own('interest', 'nl', ['interest']),
  own('unnamed', 'de', ['unnamed']),
  own('bundled', 'fr', ['bundled'], {
    recorder: { kind: 'posthog', runs: ['accepted'], events: true },
  }),

  own('early', 'en', [], { recorder: { kind: 'rrweb', runs: ['none', 'accepted'] } }),
  own('holds', 'de', [], { recorder: { kind: 'rrweb', runs: ['accepted'], holds: true } }),
  own('any-choice', 'es', [], { recorder: { kind: 'posthog', runs: ['accepted', 'rejected'] } }),
  own('second-page', 'pl', [], {
    recorder: { kind: 'posthog', runs: ['accepted'], alsoOnSecond: ['rejected'] },
  }),
  own('forgets', 'fr', ['forgets-refusal'], { shell: 'closed-shadow' }),
  own('scroll-accepts', 'it', ['scroll-accepts'], { place: 'bar' }),
  own('no-reopen', 'pl', ['no-reopen']),
  own('survives', 'sv', [], { recorder: { kind: 'posthog', runs: ['accepted', 'withdrawn'] } }),
  own('long-cookie', 'de', [], {
    recorder: { kind: 'posthog', runs: ['accepted'], cookieDays: 760 },
  }),
  own('mode-late', 'sv', [], { consentMode: 'late' }),
  own('mode-wrong', 'nl', [], { consentMode: 'granted-after-reject', place: 'bar' }),
  own('gpc-ignored', 'en', [], {
    recorder: { kind: 'posthog', runs: ['none', 'accepted'] },
    consentMode: 'granted-by-default',
  }),
  own('identifies', 'sv', [], {
    recorder: { kind: 'posthog', runs: ['none', 'accepted'], identifies: true },
  }),
  own('fingerprints', 'en', ['fingerprints'], { place: 'bar' }),
];

/** Pages whose paths are hard to walk, or can't be. */
export const FAULT_PAGES: readonly BannerPage[] = [
  own('fault-late', 'de', ['late']),
  own('fault-never', 'en', ['never']),
  own('fault-not-asked', 'fr', ['never'], {
    recorder: { kind: 'posthog', runs: ['none', 'accepted'] },
  }),
  own('fault-re-renders', 'fr', ['re-renders'], { place: 'bar' }),
  own('fault-runs-away', 'es', ['runs-away'], { place: 'bar' }),
  own('fault-covered', 'it', ['reject-covered']),
  own('fault-navigates', 'nl', ['navigates'], rrweb),
  own('fault-script-gone', 'pl', ['script-gone']),
  own('fault-sign-in', 'sv', ['sign-in']),
  own('fault-sign-in-401', 'de', ['sign-in-401']),
];
