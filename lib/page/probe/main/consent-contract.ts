/** What the page's window may hold of consent platforms; nothing of it can be relied on. */
export interface ConsentGlobals {
  readonly __tcfapi?: unknown;
  readonly dataLayer?: unknown;
  readonly google_tag_data?: unknown;
  readonly klaro?: unknown;
}

/** Writes a signal when its states or its note changed. */
export type NoteSignal = (
  signal: 'tcf' | 'consent-mode' | 'gpc' | 'klaro',
  states: Record<string, string | undefined>,
  note: string,
) => void;
