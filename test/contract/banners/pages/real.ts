import type { Lang } from '../words/words';
import { type BannerPage, type Flaw, type Platform, waits } from './page';

type Rest = Partial<Omit<BannerPage, 'name' | 'lang' | 'flaws' | 'platform'>>;

const pageOf =
  (platform: Platform) =>
  (name: string, lang: Lang, flaws: readonly Flaw[] = [], rest: Rest = {}): BannerPage => ({
    name: `${platform}-${name}`,
    lang,
    flaws,
    platform,
    recorder: waits('posthog'),
    ...rest,
  });

const klaro = pageOf('klaro');
const cookieconsent = pageOf('cookieconsent');
const tarteaucitron = pageOf('tarteaucitron');

const EARLY = { recorder: { kind: 'posthog', runs: ['none', 'accepted'] } } as const;

/** The platforms that npm brings, as their packages have them. */
export const REAL_PAGES: readonly BannerPage[] = [
  klaro('good', 'en'),
  klaro('default-look', 'de', ['default-look']),
  klaro('no-reject', 'fr', ['no-reject']),
  klaro('pre-ticked', 'it', ['pre-ticked']),
  klaro('early', 'es', [], EARLY),
  klaro('wall', 'pl', ['wall']),
  klaro('any-choice', 'nl', [], { recorder: { kind: 'rrweb', runs: ['accepted', 'rejected'] } }),
  klaro('unnamed', 'sv', ['unnamed']),

  cookieconsent('good', 'fr', [], { recorder: waits('rrweb') }),
  cookieconsent('weighted', 'nl', ['reject-pale']),
  cookieconsent('no-reject', 'de', ['no-reject']),
  cookieconsent('wall', 'it', ['wall']),
  cookieconsent('opted-in', 'es', ['opted-in', 'pre-ticked'], EARLY),
  cookieconsent('language', 'ja', [], { bannerLang: 'en' }),
  cookieconsent('survives', 'pl', [], {
    recorder: { kind: 'posthog', runs: ['accepted', 'withdrawn'] },
  }),

  tarteaucitron('good', 'fr'),
  tarteaucitron('no-reject', 'en', ['no-reject']),
  tarteaucitron('wall', 'es', ['wall']),
  tarteaucitron('scroll-accepts', 'it', ['scroll-accepts']),
  tarteaucitron('no-reopen', 'nl', ['no-reopen']),
  tarteaucitron('early', 'de', [], { recorder: { kind: 'rrweb', runs: ['none', 'accepted'] } }),
];
