import { ASK_EVENT, READY_EVENT } from '../handshake';
import { type ProbeLog, parseProbeLog } from '../log';
import { askOnce } from './ask-once';

export interface ProbeLine {
  /** What the probe of this document has on its tape now; null where none answers. */
  ask(): ProbeLog | null;
  /** Whether the probe answered before a script of the page can have run. */
  metAtStart(): boolean;
}

/** The relay's end of the line to the probe. Call it at document start. */
export function lineToProbe(win: Window, signal: AbortSignal): ProbeLine {
  let met = false;
  const meet = (): void => {
    if (!met && isUntouched(win.document)) met = ask(win) !== null;
  };
  win.addEventListener(READY_EVENT, meet, { signal });
  meet();
  return { ask: () => ask(win), metAtStart: () => met };
}

/** No element yet, so no script, no handler and no frame that could hold one. */
function isUntouched(document: Document): boolean {
  return (document.documentElement?.childElementCount ?? 0) === 0;
}

function ask(win: Window): ProbeLog | null {
  const text = askOnce(win, ASK_EVENT);
  return text === null ? null : parseProbeLog(text);
}
