import { globalsOf } from '../globals-of';
import { ASK_EVENT, answerEvent, READY_EVENT } from '../handshake';
import { hearGoogle } from './calls/google';
import { noteNamed, watchIdentify } from './calls/identify';
import { tapDataLayer } from './data-layer';
import { watchFingerprinting } from './fingerprint/watch';
import {
  dispatch,
  eventDetail,
  eventTarget,
  NativeCustomEvent,
  on,
  quote,
  setTimer,
  stopImmediately,
  uncurry,
} from './natives';
import { type FindRecorders, watchRecorders } from './recorder-watch';
import { tapRequests } from './request-taps';
import { type ConsentSignals, readConsentSignals } from './signals/read-signals';
import { tapStorage } from './storage-taps';
import { createTape, type Tape } from './tape';
import { keepNativeText } from './wrap';

/**
 * The probe: runs in the page's own world at document start, before any script of the page, puts
 * witnesses on what sends and stores, reads consent signals and recorders, and hands its tape out
 * when the relay asks. It gathers evidence and judges nothing. A second probe in one document finds
 * the first and leaves.
 */
export function startProbe(win: Window & typeof globalThis, findRecorders: FindRecorders): void {
  if (isAnswered(win)) return;
  const tape = createTape();
  // A document that has run anything yet has an element to run it from.
  const fromStart = (win.document.documentElement?.childElementCount ?? 0) === 0;
  const startedAt = win.performance.timeOrigin;

  keepNativeText();
  const signals = readConsentSignals(win, tape);
  each(
    () => tapRequests(win, tape, signals.hearBody),
    () => tapStorage(win, tape),
    () => watchFingerprinting(win, tape),
  );
  const poll = pollOf(win, tape, signals, watchRecorders(win, tape, findRecorders));

  answerAsks(win, () => {
    poll();
    return (
      `{"startedAt":${startedAt},"fromStart":${fromStart},"dropped":${tape.dropped()}` +
      `,"tcfCmpId":${signals.tcfCmpId()},"panelText":${quote(signals.panelText())}` +
      `,"events":${tape.json()}}`
    );
  });
  schedule(win, poll);
  dispatch(win, new NativeCustomEvent(READY_EVENT));
}

/** One look at everything that tells nobody of a change. */
function pollOf(
  win: Window,
  tape: Tape,
  signals: ConsentSignals,
  lookAtRecorders: () => void,
): () => void {
  const named = noteNamed(tape);
  const hearName = hearGoogle(named);
  const lookAtTools = watchIdentify(win, named);
  const lookAtDataLayer = tapDataLayer(globalsOf(win), (entry) => {
    signals.hearEntry(entry);
    hearName(entry);
  });
  // What the readers set off is not the page's doing.
  const readSignals = (): void => tape.silently(signals.poll);
  return () => each(lookAtDataLayer, lookAtTools, readSignals, lookAtRecorders);
}

/** Milliseconds after the start, and after a click, at which the page is looked at. */
const AFTER_START = [0, 50, 150, 400, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const;
const AFTER_CLICK = [0, 150, 600, 2_000, 5_000] as const;

/** Looks are cheap, and bounded: a page that loads a thousand scripts is not looked at as often. */
const MIN_GAP = 50;

function schedule(win: Window & typeof globalThis, poll: () => void): void {
  const since = elapsed(win);
  const look = (): void => {
    if (since() >= MIN_GAP) poll();
  };
  poll();
  later(win, AFTER_START, poll);
  on(win, 'DOMContentLoaded', poll, true);
  on(win, 'load', poll, true);
  // A script's `load` does not bubble, but it can be captured: right after it has run.
  on(win.document, 'load', (event) => isScript(event) && look(), true);
  const sinceClick = elapsed(win);
  on(win, 'click', () => sinceClick() >= MIN_GAP && later(win, AFTER_CLICK, look), true);
}

/** Milliseconds since the last time that it gave at least the gap; infinite at first. */
function elapsed(win: Window): () => number {
  const now = uncurry(win.performance.now);
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const t = now(win.performance);
    const gap = t - last;
    if (gap >= MIN_GAP) last = t;
    return gap;
  };
}

const isScript = (event: Event): boolean => eventTarget?.(event) instanceof HTMLScriptElement;

function later(win: Window, delays: readonly number[], look: () => void): void {
  for (let i = 0; i < delays.length; i++) setTimer(win, look, delays[i]);
}

function answerAsks(win: Window, answer: () => string): void {
  on(
    win,
    ASK_EVENT,
    (event: Event) => {
      stopImmediately(event);
      const reply = eventDetail?.(event);
      if (typeof reply !== 'string') return;
      dispatch(win, new NativeCustomEvent(reply, { detail: answer() }));
    },
    true,
  );
}

function isAnswered(win: Window): boolean {
  let answered = false;
  const reply = answerEvent();
  win.addEventListener(reply, () => (answered = true), { once: true });
  win.dispatchEvent(new CustomEvent(ASK_EVENT, { detail: reply }));
  return answered;
}

/** One witness that this browser has no place for does not keep the others from theirs. */
function each(...works: (() => void)[]): void {
  for (let i = 0; i < works.length; i++) {
    try {
      works[i]?.();
    } catch {
      // What cannot be tapped gives no evidence.
    }
  }
}
