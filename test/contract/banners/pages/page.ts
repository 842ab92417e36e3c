import type { Lang } from '../words/words';

/** What the visitor has chosen so far; `withdrawn` is a refusal after an acceptance. */
export type ChoiceState = 'none' | 'accepted' | 'rejected' | 'withdrawn';

/** The platform that asks. `own` is written here, and known to nobody. */
export type Platform = 'own' | 'klaro' | 'cookieconsent' | 'tarteaucitron';

/** What an own banner stands in. */
export type Shell = 'div' | 'dialog' | 'open-shadow' | 'closed-shadow' | 'iframe' | 'element';

/** One thing that a page does which it should not, or that makes it hard to walk. */
export type Flaw =
  // The first layer.
  | 'no-reject'
  | 'reject-link'
  | 'reject-small'
  | 'reject-pale'
  | 'reject-faint'
  | 'reject-no-button'
  | 'close-accepts'
  | 'close-only'
  | 'ok-only'
  | 'later-only'
  | 'escape-accepts'
  | 'policy-missing'
  | 'policy-gone'
  | 'policy-covered'
  | 'wall'
  // The purposes.
  | 'pre-ticked'
  | 'interest'
  | 'unnamed'
  | 'bundled'
  // What comes of a choice.
  | 'forgets-refusal'
  | 'scroll-accepts'
  | 'no-reopen'
  | 'opted-in'
  // The look that the platform gives out of the box, where it differs from the rest of these pages.
  | 'default-look'
  // What makes a page hard to walk.
  | 'late'
  | 'never'
  | 're-renders'
  | 'runs-away'
  | 'reject-covered'
  | 'navigates'
  | 'script-gone'
  | 'sign-in'
  | 'sign-in-401'
  // Beside the banner.
  | 'fingerprints';

export interface RecorderPlan {
  readonly kind: 'posthog' | 'rrweb';
  /** The states of the choice in which it records. */
  readonly runs: readonly ChoiceState[];
  /** States in which it records on the second page as well. */
  readonly alsoOnSecond?: readonly ChoiceState[];
  /** Records from the beginning, keeps that to itself, and sends it when it may run. */
  readonly holds?: boolean;
  /** Keeps a cookie for so many days. */
  readonly cookieDays?: number;
  /** Sends events of analytics beside the recording. */
  readonly events?: boolean;
  /** Tells who the visitor is as soon as it runs. */
  readonly identifies?: boolean;
}

/** Google's Consent Mode as the page sets it. */
export type ConsentModeUse = 'right' | 'late' | 'granted-after-reject' | 'granted-by-default';

export interface BannerPage {
  /** Its path, without the slash. */
  readonly name: string;
  /** Of the page, and of the banner where that has none of its own. */
  readonly lang: Lang;
  readonly bannerLang?: Lang;
  readonly platform: Platform;
  readonly shell?: Shell;
  readonly place?: 'card' | 'bar' | 'centre';
  readonly flaws: readonly Flaw[];
  readonly recorder: RecorderPlan;
  readonly consentMode?: ConsentModeUse;
}

/** A recorder that waits for a yes, and stops with a no. */
export const waits = (kind: RecorderPlan['kind']): RecorderPlan => ({ kind, runs: ['accepted'] });

export const isOwn = ({ platform }: BannerPage): boolean => platform === 'own';

/** The project key that a page's PostHog sends under. */
export const tokenOf = (name: string): string => `phc_${name.replaceAll('-', '')}`;
