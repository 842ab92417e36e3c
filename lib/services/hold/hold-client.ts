import { sentenceOf } from '../../core/errors';
import type { Message } from '../../core/message';
import { askForPatterns, onGrantsChanged } from '../../platform/grants';
import type { HoldState, QuietState } from '../../protocol/hold';
import type { MessageName, Request, Response } from '../../protocol/messages';

interface Link<T> {
  readonly ask: <N extends MessageName>(name: N, request: Request<N>) => Promise<Response<N>>;
  readonly onState: (state: T) => void;
  readonly onError: (error: Message | null) => void;
}

/** The panel's end of the hold of the site that its tab shows. */
export function createHoldClient(tabId: number, link: Link<HoldState>, signal: AbortSignal) {
  const hold = follow(() => link.ask('hold.state', { tabId }), link);
  onGrantsChanged(hold.refresh, signal);
  return {
    refresh: hold.refresh,
    /** Call it straight from a press: the browser is asked for the addresses first. */
    onHold: (whole: boolean) => {
      const plan = whole ? hold.shown()?.wholePlan : hold.shown()?.plan;
      if (!plan) return;
      const asked = askForPatterns(plan.patterns);
      // Without an answer of yes the background says how many are missing.
      hold.act(() => asked.then(() => link.ask('hold.on', { tabId, whole })));
    },
    onRelease: () => hold.act(() => link.ask('hold.off', { tabId })),
  };
}

/** The side panel's end of its tab's quiet view. */
export function createQuietClient(tabId: number, link: Link<QuietState>, signal: AbortSignal) {
  const quiet = follow(() => link.ask('quiet.state', { tabId }), link);
  onGrantsChanged(quiet.refresh, signal);
  return {
    refresh: quiet.refresh,
    /** Call it straight from a press: the browser is asked for the addresses first. */
    onQuiet: (on: boolean) => {
      const asked = on ? askForPatterns(quiet.shown()?.patterns ?? []) : Promise.resolve(true);
      quiet.act(() => asked.then(() => link.ask('quiet.set', { tabId, on })));
    },
  };
}

/** A state that the background keeps, and the latest of it that was shown. */
function follow<T>(read: () => Promise<T>, { onState, onError }: Link<T>) {
  let latest: T | null = null;
  const show = (state: T): void => {
    latest = state;
    onState(state);
  };
  return {
    shown: () => latest,
    /** Without an answer what is shown stays. */
    refresh: () => void read().then(show, () => undefined),
    act: (work: () => Promise<T>): void => {
      onError(null);
      work().then(show, (cause: unknown) => {
        onError(sentenceOf(cause));
      });
    },
  };
}
