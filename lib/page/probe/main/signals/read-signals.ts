import { now } from '../natives';
import { detailsJson, noStates, statesJson, type Tape } from '../tape';
import { readClarity } from './clarity';
import { consentMode } from './consent-mode';
import type { ConsentGlobals, NoteSignal, SignalPage } from './contract';
import { readCookiebot } from './cookiebot';
import { cookiesOf } from './cookies';
import { readDidomi } from './didomi';
import { readGpp } from './gpp';
import { tapKlaro } from './klaro';
import { readOneTrust } from './onetrust';
import { notePreferences } from './preferences';
import { segmentConsent } from './segment';
import { readShopify } from './shopify';
import { readTarteaucitron } from './tarteaucitron';
import { tapTcf } from './tcf';
import { readUet } from './uet';
import { readUsercentrics } from './usercentrics';
import { readVanilla } from './vanilla-cookieconsent';

export interface ConsentSignals {
  /** Looks for signals that appeared since, and reads out those that tell nobody of a change. */
  poll(): void;
  /** Hears an entry of `dataLayer`. */
  hearEntry(entry: unknown): void;
  /** Hears a request's body that is a text. */
  hearBody(url: string, body: string): void;
  /** The id that the TCF gives the consent platform; 0 where there is none. */
  tcfCmpId(): number;
  /** Words of a purpose panel that may not be on the screen yet, for the lexicon. */
  panelText(): string;
}

/** Reads out the machine-readable consent states of the page, and notes each change once. */
export function readConsentSignals(win: Window & typeof globalThis, tape: Tape): ConsentSignals {
  const last = noStates();
  const note: NoteSignal = (signal, states, remark, details) => {
    const json = statesJson(states);
    const more = details === undefined ? null : detailsJson(details);
    const key = `${remark} ${json.json} ${more?.json ?? ''}`;
    if (last[signal] === key) return;
    last[signal] = key;
    const fields = { signal, states: json, note: remark };
    tape.rare('signal', now(), more === null ? fields : { ...fields, details: more });
  };
  // What pages put on their window is theirs; every reader checks what it finds.
  const globals = win as ConsentGlobals;
  const cookies = cookiesOf(win.document);
  const page: SignalPage = { globals, note, cookie: cookies.value };
  const tcf = tapTcf(globals, note);
  const klaro = tapKlaro(win, globals, note);
  const segment = segmentConsent(page);
  const google = consentMode(note);
  const polls = [
    () => notePreferences(win.navigator, note),
    tcf.poll,
    google.read(page),
    klaro.poll,
    segment.poll,
    readGpp(page),
    readClarity(page),
    readUet(page),
    readShopify(page),
    readOneTrust(page),
    readCookiebot(page),
    readDidomi(page),
    readUsercentrics(page),
    readVanilla(page),
    readTarteaucitron(page),
  ];

  return {
    poll() {
      cookies.look();
      for (let i = 0; i < polls.length; i++) quietly(polls[i]);
    },
    hearEntry: google.hear,
    hearBody: segment.hearBody,
    tcfCmpId: tcf.cmpId,
    panelText: klaro.panelText,
  };
}

/** A page's own code may throw from anything that is read of it. */
function quietly(work: (() => void) | undefined): void {
  try {
    work?.();
  } catch {
    // What cannot be read is not evidence.
  }
}
