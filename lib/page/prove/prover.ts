import type { Leftover, PlantRequest, ProofPrediction, WitnessReport } from '../../protocol/proof';
import type { RecorderState } from '../../protocol/recorders';
import { openWitness, type Sent, type Witness } from '../../prove/witness';
import type { JudgeAt } from '../../recorders/judging';
import { planCanaries } from '../../wire/canaries';
import { scanFrame } from '../scan';
import type { OnValue } from '../scan/sight';
import { createYield } from '../scan/slices';
import { askTaps, guardForms, stopTaps } from './ask-taps';
import { canariesShown } from './canaries-shown';
import { leftoversIn } from './leftovers';
import { type Planted, plant, takeOut } from './plant';
import { predictPlanted } from './predict';
import { watchResources } from './resources';
import { createStir } from './stir';
import { guardSubmits } from './submits';
import { createTargetList, type Target } from './targets';

export interface ProverPorts {
  readonly closedShadowRoot: (host: Element) => ShadowRoot | null;
  readonly judgeAt: JudgeAt;
  /** Nobody asks any more. Everything was put back. */
  readonly onLeftAlone: () => void;
}

/**
 * The prover of one frame: lists what canaries can be planted in, plants them, watches what the frame
 * sends, and puts everything back: when it is told to, when its signal ends, and by itself where
 * nobody asks any more.
 */
export function createProver(win: Window, ports: ProverPorts, signal: AbortSignal) {
  const yieldToPage = createYield();
  const resources = watchResources(win, signal);
  const stir = createStir(win);
  let recorders: RecorderState[] = [];
  let targets: readonly Target[] = [];
  /** What was sent before there was a plan. */
  let early: Sent[] = [];
  let run: Run | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    takeAllOut();
  });

  /** No timer: a tab that nobody looks at would wait a second for each letter. */
  async function pause(): Promise<void> {
    const until = performance.now() + BETWEEN_LETTERS_MS;
    do await yieldToPage();
    while (performance.now() < until);
  }

  const scan = (onValue: OnValue) =>
    scanFrame(
      win.document,
      { runKey: '0'.repeat(64), recorders, watch: false },
      { ...ports, now: () => performance.now(), yieldToPage, signal, onValue },
    );

  /** Whoever began this may be gone by now: a page is not left with canaries in it, nor with taps. */
  function waitFor(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      takeAllOut();
      ports.onLeftAlone();
    }, ms);
  }

  async function list(asked: { readonly frame: number; readonly recorders: RecorderState[] }) {
    takeAllOut();
    waitFor(CHOOSING_MS);
    recorders = asked.recorders;
    const found = createTargetList(asked.frame);
    const { origin } = await scan(found.add);
    targets = found.targets;
    const tape = askTaps(win);
    early = [...(tape?.sent ?? [])];
    return {
      origin,
      // The nodes stay here.
      targets: targets.map(({ node: _, ...target }) => target),
      more: found.more(),
      watched: tape?.watched ?? false,
    };
  }

  function open({ seed, fields, own, known, ownHosts, plantedAt }: PlantRequest): void {
    takeAllOut();
    const plan = planCanaries(seed, fields);
    const witness = openWitness({ ...plan, known, ownHosts, plantedAt });
    const mine = plan.canaries.flatMap((canary) => {
      const target = targets.find(({ key }) => key === canary.field && own.includes(key));
      return target ? [{ target, canary }] : [];
    });
    const stop = new AbortController();
    guardForms(win, true);
    guardSubmits(win, witness.read, stop.signal);
    run = { witness, mine, planted: [], stop };
    waitFor(PLANTING_MS);
    for (const sent of early) witness.read(sent);
    early = [];
    drain(run);
  }

  async function plantAll() {
    const current = run;
    if (!current) return { planted: [], refused: [], predictions: [] };
    const planted: { readonly key: string; readonly at: number }[] = [];
    const refused: string[] = [];
    for (const { target, canary } of current.mine) {
      // Taken out meanwhile: what is still to come stays out.
      if (current.stop.signal.aborted) break;
      const done = await plant(target, canary, pause);
      if (done) {
        current.planted.push(done);
        planted.push({ key: target.key, at: Date.now() });
        // It was taken out while this one was typed.
        if (current.stop.signal.aborted) takeOut(done);
      } else refused.push(target.key);
      drain(current);
    }
    const predictions: ProofPrediction[] = current.stop.signal.aborted
      ? []
      : await predictPlanted(current.planted, recorders, ports.judgeAt, scan);
    if (run === current) waitFor(OTHER_FRAMES_MS);
    return { planted, refused, predictions };
  }

  /** Takes over what the taps have kept. Gives how many bodies are still being read. */
  function drain({ witness }: Run): number {
    const tape = askTaps(win);
    for (const sent of tape?.sent ?? []) witness.read(sent);
    for (const sent of resources.take()) witness.read(sent);
    return tape?.waiting ?? 0;
  }

  /** The last one waits for bodies that are still being read; what then is not read is told. */
  async function report({ isLast }: { readonly isLast: boolean }): Promise<WitnessReport | null> {
    const current = run;
    if (!current) return null;
    waitFor(LEFT_ALONE_MS);
    if (!isLast) stir();
    let waiting = drain(current);
    const until = performance.now() + LAST_BODIES_MS;
    while (isLast && waiting > 0 && performance.now() < until) {
      await pause();
      waiting = drain(current);
    }
    if (isLast && waiting > 0) {
      current.witness.read({
        tap: 'page',
        url: '',
        time: Number.POSITIVE_INFINITY,
        unseen: waiting,
      });
    }
    return current.witness.report();
  }

  /** What can be done at once, also when this script is about to end. */
  function takeAllOut(): { readonly ended: Run | null; readonly left: readonly Planted[] } {
    const ended = run;
    run = null;
    early = [];
    if (!ended) return { ended, left: [] };
    // The last first: two places of one element may have been planted.
    const left = ended.planted.toReversed().filter((planted) => !takeOut(planted));
    ended.stop.abort();
    guardForms(win, false);
    return { ended, left };
  }

  /** Puts everything back for good, and looks for what remains. */
  async function restore(): Promise<Leftover[]> {
    clearTimeout(timer);
    const { ended, left } = takeAllOut();
    stopTaps(win);
    if (!ended) return [];
    const canaries = ended.mine.map(({ canary }) => canary);
    const shown = await canariesShown(canaries, scan);
    const places = new Set([...left.map(({ target }) => target.selector), ...shown]);
    return [
      ...[...places].map((name): Leftover => ({ area: 'field', name })),
      ...leftoversIn(win, canaries),
    ].slice(0, MOST_LEFTOVERS);
  }

  return { list, open, plant: plantAll, report, restore };
}

interface Run {
  readonly witness: Witness;
  readonly mine: readonly Pick<Planted, 'target' | 'canary'>[];
  readonly planted: Planted[];
  readonly stop: AbortController;
}

const BETWEEN_LETTERS_MS = 3;
/** A person reads the list and chooses. */
const CHOOSING_MS = 900_000;
/** Frames plant one after the other, and are asked for a report every second or two afterwards. */
const PLANTING_MS = 180_000;
const OTHER_FRAMES_MS = 60_000;
const LEFT_ALONE_MS = 20_000;
const LAST_BODIES_MS = 2_000;
const MOST_LEFTOVERS = 200;

/** What the prover answers, by the names of the protocol. */
export const answersOf = (prover: ReturnType<typeof createProver>) => ({
  'prover.list': prover.list,
  'prover.open': prover.open,
  'prover.plant': prover.plant,
  'prover.report': prover.report,
  'prover.restore': prover.restore,
});
