import { sentenceOf } from '../../core/errors';
import { randomHex } from '../../core/ids';
import type { Message } from '../../core/message';
import { saveFile } from '../../platform/files';
import type { MessageName, Request, Response } from '../../protocol/messages';
import type { ProofList, ProofState, WitnessReport } from '../../protocol/proof';
import { mergeReports } from '../../prove/merge';
import { type DevtoolsWitness, watchDevtools } from './devtools-witness';

/** Where the panel stands in a proof of its tab. */
export interface ProofView {
  readonly step: 'idle' | 'preparing' | 'choosing' | 'planting' | 'watching' | 'finishing';
  readonly state: ProofState | null;
  /** What would be touched; from `choosing` on. */
  readonly list: ProofList | null;
  /** While watching: what was found so far, and when it ends by itself. */
  readonly soFar: WitnessReport | null;
  readonly endsAt: number | null;
}

interface Link {
  readonly ask: <N extends MessageName>(name: N, request: Request<N>) => Promise<Response<N>>;
  readonly onProof: (view: ProofView) => void;
  readonly onError: (error: Message | null) => void;
}

/**
 * The panel's end of a proof: it holds the witness of DevTools' log, and leads the background through
 * the steps. A panel that closes leaves a run that the frames put back by themselves.
 */
export function createProveClient(tabId: number, { ask, onProof, onError }: Link) {
  let view: ProofView = IDLE;
  let run: { readonly stop: AbortController; readonly devtools: DevtoolsWitness } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cancelled = 0;
  const show = (part: Partial<ProofView>): void => {
    view = { ...view, ...part };
    onProof(view);
  };

  function stopWatching(): void {
    clearTimeout(timer);
    run?.stop.abort();
    run = null;
  }

  function end(): void {
    stopWatching();
    show({ step: 'idle', list: null, soFar: null, endsAt: null });
  }

  /** Whatever fails ends the run, and the page is put back; what fails since it was cancelled is no news. */
  async function step(work: () => Promise<void>): Promise<void> {
    const before = cancelled;
    onError(null);
    try {
      await work();
    } catch (cause) {
      if (cancelled !== before) return;
      stopWatching();
      await ask('proof.cancel', { tabId }).then(
        (state) => show({ state }),
        () => undefined,
      );
      end();
      onError(sentenceOf(cause));
    }
  }

  const refresh = (): void => {
    ask('proof.state', { tabId }).then(
      (state) => show({ state }),
      // Without an answer what is shown stays.
      () => undefined,
    );
  };

  async function watch(): Promise<void> {
    const seen = await ask('proof.look', { tabId });
    const logged = run?.devtools.report(false);
    if (view.step !== 'watching') return;
    show({ soFar: mergeReports(logged ? [logged, seen] : [seen]) });
    if (view.endsAt !== null && Date.now() >= view.endsAt) await finish();
    else timer = setTimeout(() => void step(watch), LOOK_MS);
  }

  async function finish(): Promise<void> {
    if (view.step !== 'watching') return;
    clearTimeout(timer);
    show({ step: 'finishing' });
    // DevTools tells of a request when it has ended, and of the last ones a little later.
    await new Promise((resolve) => setTimeout(resolve, LAST_REQUESTS_MS));
    const devtools = run?.devtools.report(true) ?? null;
    const state = await ask('proof.finish', { tabId, devtools });
    show({ state });
    end();
  }

  return {
    refresh,
    onMarkTestEnvironment: (on: boolean) =>
      step(async () => show({ state: await ask('proof.mark', { tabId, on }) })),
    onPrepareProof: () =>
      step(async () => {
        const stop = new AbortController();
        // Before the reload: what the page sends at its start is a part of the absence run.
        run = { stop, devtools: watchDevtools(stop.signal) };
        show({ step: 'preparing' });
        const list = await ask('proof.prepare', { tabId });
        show({ step: 'choosing', list });
      }),
    onProve: (keys: readonly string[]) =>
      step(async () => {
        const { list } = view;
        if (view.step !== 'choosing' || !list || !run) return;
        show({ step: 'planting' });
        const chosen = list.targets.filter(({ key }) => keys.includes(key));
        const seed = randomHex(16);
        const plantedAt = Date.now();
        const { recorders: known, ownHosts } = list;
        run.devtools.search({ seed, chosen, known, ownHosts, plantedAt });
        await ask('proof.plant', { tabId, seed, keys: [...keys], plantedAt });
        show({ step: 'watching', endsAt: Date.now() + WATCH_MS });
        await watch();
      }),
    onFinishProof: () => step(finish),
    onExportProof: () => {
      const proof = view.state?.proof;
      if (!proof) return;
      const file = { format: 'hushmap-proof', version: 1, ...proof };
      saveFile('proof.json', 'application/json', `${JSON.stringify(file, null, 2)}\n`);
    },
    onCancelProof: () => {
      cancelled += 1;
      return step(async () => {
        stopWatching();
        // What is shown as over has been put back.
        show({ step: 'finishing' });
        show({ state: await ask('proof.cancel', { tabId }) });
        end();
      });
    },
  };
}

const IDLE: ProofView = { step: 'idle', state: null, list: null, soFar: null, endsAt: null };

/** Recorders send what they have every second to every ten seconds; New Relic every 30. */
const WATCH_MS = 30_000;
const LOOK_MS = 1_500;
const LAST_REQUESTS_MS = 1_500;
