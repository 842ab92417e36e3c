import type { ChoiceState } from '../pages/page';
import { posthogRecorder } from './posthog';
import { rrwebRecorder } from './rrweb';
import type { Settings } from './settings';

export interface Recorder {
  /** Begins to record; where it holds what it has, `release` sends it. */
  start(): void;
  release(): void;
  /** Stops, and takes away what it left in the browser. */
  stop(): void;
}

/** Starts and stops the page's recorder with the visitor's choice, as the page's plan has it. */
export function watchRecorder(settings: Settings): (state: ChoiceState) => void {
  const { runs, alsoOnSecond = [], holds = false, kind } = settings.page.recorder;
  const may = new Set<ChoiceState>([...runs, ...(settings.isSecond ? alsoOnSecond : [])]);
  const recorder = kind === 'rrweb' ? rrwebRecorder(settings, holds) : posthogRecorder(settings);
  let running = false;
  return (state) => {
    const wanted = may.has(state) || (holds && state === 'none');
    if (wanted && !running) recorder.start();
    if (wanted && may.has(state)) recorder.release();
    if (!wanted) recorder.stop();
    running = wanted;
  };
}
