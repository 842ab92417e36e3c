import type { SIGNAL_NAMES } from '../../../../protocol/timeline';
import type { Details } from '../tape';

/** What the page's window may hold of consent platforms; nothing of it can be relied on. */
export type ConsentGlobals = Readonly<
  Partial<
    Record<
      | '__gpp'
      | '__tcfapi'
      | '__ucCmp'
      | 'analytics'
      | 'clarity'
      | 'consentManagerConfig'
      | 'CookieConsent'
      | 'Cookiebot'
      | 'dataLayer'
      | 'Didomi'
      | 'google_tag_data'
      | 'klaro'
      | 'OneTrust'
      | 'OnetrustActiveGroups'
      | 'Shopify'
      | 'tarteaucitron'
      | 'UC_UI'
      | 'uetq',
      unknown
    >
  >
>;

export type SignalName = (typeof SIGNAL_NAMES)[number];
export type States = Record<string, string | undefined>;

/** Writes a signal when its states, its note or its details changed. */
export type NoteSignal = (
  signal: SignalName,
  states: States,
  note: string,
  details?: Details,
) => void;

/** What a reader of one signal is given. */
export interface SignalPage {
  readonly globals: ConsentGlobals;
  readonly note: NoteSignal;
  /** The value of a cookie that scripts may read, as it is now; null where there is none. */
  cookie(name: string): string | null;
}

/**
 * Begins to read one signal, at document start, and gives what looks for it again. What it throws is
 * swallowed.
 */
export type ReadSignal = (page: SignalPage) => () => void;
