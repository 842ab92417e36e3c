import type { ConsentGlobals, NoteSignal } from './consent-contract';
import { tapConsentMode } from './consent-mode';
import { tapKlaro } from './klaro';
import { now } from './natives';
import { noStates, statesJson, type Tape } from './tape';
import { tapTcf } from './tcf';

export interface ConsentSignals {
  /** Looks for signals that appeared since, and reads out those that tell nobody of a change. */
  poll(): void;
  /** The id that the TCF gives the consent platform; 0 where there is none. */
  tcfCmpId(): number;
  /** Words of a purpose panel that may not be on the screen yet, for the lexicon. */
  panelText(): string;
}

/** Reads out the machine-readable consent states of the page, and notes each change once. */
export function readConsentSignals(win: Window & typeof globalThis, tape: Tape): ConsentSignals {
  const last = noStates();
  const note: NoteSignal = (signal, states, remark) => {
    const json = statesJson(states);
    const key = `${remark} ${json.json}`;
    if (last[signal] === key) return;
    last[signal] = key;
    tape.rare('signal', now(), { signal, states: json, note: remark });
  };
  // What pages put on their window is theirs; every reader checks what it finds.
  const globals = win as ConsentGlobals;
  const tcf = tapTcf(globals, note);
  const consentMode = tapConsentMode(globals, note);
  const klaro = tapKlaro(win, globals, note);

  return {
    poll() {
      quietly(() => noteGpc(win.navigator, note));
      quietly(tcf.poll);
      quietly(consentMode.poll);
      quietly(klaro.poll);
    },
    tcfCmpId: tcf.cmpId,
    panelText: klaro.panelText,
  };
}

/**
 * Global Privacy Control: true is the person's opt-out from sale and sharing
 * (https://www.w3.org/TR/gpc/, `navigator.globalPrivacyControl`).
 */
function noteGpc(navigator: Navigator, note: NoteSignal): void {
  const value = Reflect.get(navigator, 'globalPrivacyControl');
  const states = noStates();
  if (value === true) states['sale-or-sharing'] = 'denied';
  note('gpc', states, value === true ? 'on' : 'off');
}

/** A page's own code may throw from anything that is read of it. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // What cannot be read is not evidence.
  }
}
