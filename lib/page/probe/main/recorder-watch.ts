import { dictionary, isArray, now, ownValue } from './natives';
import type { Tape } from './tape';

/** Finds recorders by what they left on the window: `[{ id: 'posthog', recording: true }]`. */
export type FindRecorders = (win: Window) => unknown;

/**
 * Notes when a recorder's global appears, and when its own state says that it began or ceased to
 * record. The readers run with the page's own prototypes: a page that breaks them hides its
 * recorders' globals, not their traffic.
 */
export function watchRecorders(win: Window, tape: Tape, find: FindRecorders): () => void {
  const last = dictionary<'loaded' | 'started' | 'stopped'>();

  const note = (recorder: string, what: 'loaded' | 'started' | 'stopped'): void => {
    last[recorder] = what;
    tape.rare('recorder', now(), { recorder, what });
  };

  const look = (state: unknown): void => {
    const id = ownValue(state, 'id');
    const recording = ownValue(state, 'recording');
    if (typeof id !== 'string') return;
    if (last[id] === undefined) note(id, 'loaded');
    if (recording === true && last[id] !== 'started') note(id, 'started');
    if (recording === false && last[id] === 'started') note(id, 'stopped');
  };

  return () => {
    try {
      // What the readers set off is not the page's doing.
      const found = tape.silently(() => find(win));
      if (!isArray(found)) return;
      for (let i = 0; i < found.length; i++) look(found[i]);
    } catch {
      // Evidence is lost, the page is not.
    }
  };
}
