import { PAGES } from './pages';
import { isOwn } from './pages/page';
import type { ScoredRule } from './rules';

/** What a page must be found to do, and by omission what it must not. */
export interface Expected {
  readonly page: string;
  readonly lang: string;
  /** All rules that fail on it. */
  readonly fails: readonly ScoredRule[];
  /** Rules whose answer only a person can give here. They may not fail; a pass is a miss of its own. */
  readonly reviews: readonly ScoredRule[];
  readonly own: boolean;
}

type Known = Readonly<{ fails?: readonly ScoredRule[]; reviews?: readonly ScoredRule[] }>;

/**
 * Read off the pages, not off a tool. Where one thing breaks two rules, both are named: traffic that goes
 * on after a refusal disagrees with it as well. A page that is
 * not named here is in order. That a recorder runs under GPC is for a person to judge, unless the page
 * itself says granted under it.
 */
const KNOWN: Readonly<Record<string, Known>> = {
  // The settings are one press further than "accept".
  'own-no-reject': { fails: ['reject-first-layer'] },
  'own-reject-link': { fails: ['equal-prominence'] },
  'own-reject-small': { fails: ['equal-prominence'] },
  // Of colours, guidance says that they are looked at case by case.
  'own-reject-pale': { reviews: ['equal-prominence'] },
  'own-reject-faint': { fails: ['reject-legible'] },
  // A refusal made of a `div`: it looks the same, and Tab passes it by.
  'own-no-button': { fails: ['keyboard'] },
  // A cross whose name says that it accepts.
  'own-close-accepts': { fails: ['wording'] },
  // The cross refuses; nothing else does, on any layer.
  'own-close-only': { fails: ['reject-first-layer', 'wording'], reviews: ['path-not-walked'] },
  'own-ok-only': { fails: ['reject-first-layer', 'wording'], reviews: ['path-not-walked'] },
  'own-later-only': { fails: ['reject-first-layer', 'wording'] },
  'own-escape-accepts': { fails: ['keyboard'] },
  'own-policy-missing': { fails: ['policy-link'] },
  'own-policy-gone': { fails: ['policy-link'] },
  'own-policy-covered': { fails: ['policy-link'] },
  'own-wall': { fails: ['consent-wall'] },
  'own-language': { fails: ['banner-language'] },
  'own-pre-ticked': { fails: ['pre-ticked'] },
  // The switch of the interest is on, so it is a pre-ticked one too.
  'own-interest': { fails: ['legitimate-interest', 'pre-ticked'] },
  'own-unnamed': { fails: ['purpose-named'] },
  'own-bundled': { fails: ['recorder-bundled'] },
  'own-early': { fails: ['before-choice'], reviews: ['gpc-honoured'] },
  // It records from the start, and sends that with the first batch after a yes.
  'own-holds': { fails: ['before-choice'], reviews: ['gpc-honoured'] },
  'own-any-choice': { fails: ['reject-honoured', 'signals-agree'] },
  'own-second-page': { fails: ['reject-honoured', 'signals-agree'] },
  'own-forgets': { fails: ['re-prompt'] },
  // Scrolling is no consent, and what a wall is for.
  'own-scroll-accepts': { fails: ['consent-wall'] },
  'own-no-reopen': { fails: ['withdrawal'] },
  'own-survives': { fails: ['signals-agree', 'withdrawal'] },
  // Browsers cut it to 400 days, which is still more than thirteen months.
  'own-long-cookie': { fails: ['cookie-life'] },
  'own-mode-late': { reviews: ['signals-agree'] },
  'own-mode-wrong': { fails: ['signals-agree'] },
  // Granted by default, whoever asks for what. The control binds in regions where sale is opted out of.
  'own-gpc-ignored': { fails: ['before-choice', 'signals-agree'], reviews: ['gpc-honoured'] },
  'own-identifies': {
    fails: ['before-choice', 'identify-before-consent'],
    reviews: ['gpc-honoured'],
  },
  // By the page's own script, which may have another reason than to follow people.
  'own-fingerprints': { reviews: ['fingerprinting'] },

  'own-fault-never': { reviews: ['path-not-walked'] },
  // It records before any choice, since it offers none. Whether it had to is a second question.
  'own-fault-not-asked': {
    fails: ['before-choice'],
    reviews: ['no-consent-asked', 'gpc-honoured', 'path-not-walked'],
  },
  // Nobody's pointer reaches the refusal.
  'own-fault-runs-away': { fails: ['reject-first-layer'], reviews: ['path-not-walked'] },
  'own-fault-covered': { fails: ['reject-first-layer'], reviews: ['path-not-walked'] },
  'own-fault-script-gone': { reviews: ['path-not-walked'] },
  'own-fault-sign-in': { reviews: ['path-not-walked'] },
  'own-fault-sign-in-401': { reviews: ['path-not-walked'] },

  'klaro-no-reject': { fails: ['reject-first-layer'] },
  'klaro-pre-ticked': { fails: ['pre-ticked'] },
  'klaro-early': { fails: ['before-choice'], reviews: ['gpc-honoured'] },
  'klaro-wall': { fails: ['consent-wall'] },
  'klaro-any-choice': { fails: ['reject-honoured', 'signals-agree'] },
  'klaro-unnamed': { fails: ['purpose-named'] },

  'cookieconsent-weighted': { reviews: ['equal-prominence'] },
  'cookieconsent-no-reject': { fails: ['reject-first-layer'] },
  'cookieconsent-wall': { fails: ['consent-wall'] },
  'cookieconsent-opted-in': { fails: ['before-choice', 'pre-ticked'], reviews: ['gpc-honoured'] },
  'cookieconsent-language': { fails: ['banner-language'] },
  'cookieconsent-survives': { fails: ['signals-agree', 'withdrawal'] },

  'tarteaucitron-no-reject': { fails: ['reject-first-layer'] },
  'tarteaucitron-wall': { fails: ['consent-wall'] },
  'tarteaucitron-scroll-accepts': { fails: ['consent-wall'] },
  'tarteaucitron-no-reopen': { fails: ['withdrawal'] },
  'tarteaucitron-early': { fails: ['before-choice'], reviews: ['gpc-honoured'] },
};

export const EXPECTED: readonly Expected[] = PAGES.map((page) => ({
  page: page.name,
  lang: page.lang,
  fails: [],
  reviews: [],
  ...KNOWN[page.name],
  own: isOwn(page),
}));
