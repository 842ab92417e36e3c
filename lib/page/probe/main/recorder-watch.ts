import { dictionary, hasOwn, now, ownValue } from './natives';
import type { Tape } from './tape';

/** Reads what each recorder left on the window, by recorder id. */
export type ReadGlobals = (win: Window) => object;

/**
 * Notes when a recorder's global appears, and when its own state says that it began or ceased to
 * record. The readers run with the page's own prototypes, so what they throw is what they found.
 */
export function watchRecorders(win: Window, tape: Tape, readGlobals: ReadGlobals): () => void {
  const last = dictionary<'loaded' | 'started' | 'stopped'>();

  const note = (recorder: string, what: 'loaded' | 'started' | 'stopped'): void => {
    last[recorder] = what;
    tape.rare('recorder', now(), { recorder, what });
  };

  return () => {
    const found = read(win, tape, readGlobals);
    if (found === null) return;
    for (const id in found) {
      if (!hasOwn(found, id)) continue;
      const globals = ownValue(found, id);
      if (typeof globals !== 'object' || globals === null) continue;
      const before = last[id];
      if (before === undefined) note(id, 'loaded');
      const recording = ownValue(globals, 'recording');
      if (recording === true && before !== 'started') note(id, 'started');
      if (recording === false && before === 'started') note(id, 'stopped');
    }
  };
}

function read(win: Window, tape: Tape, readGlobals: ReadGlobals): object | null {
  try {
    return tape.silently(() => readGlobals(win));
  } catch {
    return null;
  }
}
