import { HushmapError } from '../../core/errors';
import { randomId } from '../../core/ids';
import type { Parsed } from '../../protocol/messages';
import type { Proof, ProofList, ProofState, WitnessReport } from '../../protocol/proof';
import { compareWithRules } from '../../prove/compare';
import { canaryFieldOf, fieldsOf, unprovableKeys } from '../../prove/fields';
import { mergeReports } from '../../prove/merge';
import { redactUrl } from '../../report/redact-url';
import { originOf, standing } from '../audit/standing';
import type { ProofRun, ProvePorts } from './ports';
import { createProverFrames } from './prover-frames';
import { createWriteGuard } from './write-guard';

/**
 * Proves by canaries what a page sends, step by step, as the panel asks: list, plant, look, finish.
 * Only on origins that a person has called test environments; whatever ends a run puts the page and
 * the browser back.
 */
export function createProveService(ports: ProvePorts) {
  /** Tabs that are being reloaded by us: that they navigate ends nothing. */
  const preparing = new Set<number>();
  const frames = createProverFrames(ports);
  const guard = createWriteGuard(ports);

  async function read(tabId: number): Promise<ProofState> {
    const url = await ports.page.url(tabId);
    const state = { origin: originOf(url), proof: await ports.proofs.read(tabId) };
    if (!(await mayProve(url)))
      return { ...state, status: 'unavailable', isTestEnvironment: false };
    const isBusy = preparing.has(tabId) || (await ports.runs.read(tabId)) !== null;
    return {
      ...state,
      status: isBusy ? 'busy' : 'ready',
      isTestEnvironment: (await ports.environments.read(state.origin)) === true,
    };
  }

  async function mayProve(url: string): Promise<boolean> {
    if ((await ports.policy()).featuresOff?.includes('proof') === true) return false;
    return (await standing(url, ports)) === 'idle';
  }

  async function mark(tabId: number, on: boolean): Promise<ProofState> {
    const url = await ports.page.url(tabId);
    if (!(await mayProve(url))) throw new HushmapError('page.noGrant');
    if (on) await ports.environments.write(originOf(url), true);
    else await ports.environments.remove(originOf(url));
    return read(tabId);
  }

  async function prepare(tabId: number): Promise<ProofList> {
    const url = await ports.page.url(tabId);
    if (!(await mayProve(url))) throw new HushmapError('page.noGrant');
    if ((await ports.environments.read(originOf(url))) !== true) {
      throw new HushmapError('proof.notMarked');
    }
    await end(tabId);
    preparing.add(tabId);
    const id = randomId('proof');
    try {
      await ports.proofs.remove(tabId);
      // Remembered first, so that whatever ends this midway is put back.
      await ports.runs.write(tabId, { ...NO_RUN, id, url });
      await ports.page.registerTaps(url);
      const { status, result } = await ports.audit.run(tabId, true);
      if (status !== 'done' || result === null) throw new HushmapError('proof.notAudited');
      if ((await ports.page.url(tabId)) !== url) throw new HushmapError('proof.gone');
      const detected = result.recorders.filter((recorder) => recorder.detected);
      const { more, ...listed } = await frames.list(tabId, originOf(url), detected);
      const recorders = detected.map((recorder) => recorder.id);
      const planned = await guard.plan(tabId, url, recorders);
      const [ownHosts, open] = [[...planned.ownHosts], [...planned.open]];
      await change(tabId, id, { ...listed, recorders, ownHosts });
      return { targets: listed.targets, more, recorders, open, ownHosts };
    } catch (cause) {
      await end(tabId);
      throw cause;
    } finally {
      preparing.delete(tabId);
    }
  }

  async function plant(tabId: number, asked: Omit<Parsed<'proof.plant'>, 'tabId'>) {
    const run = await current(tabId);
    const { id } = run;
    const chosen = run.targets.filter(({ key }) => asked.keys.includes(key));
    if (unprovableKeys(chosen).size === chosen.length) throw new HushmapError('proof.nothing');
    ports.audit.pause(tabId, true);
    await change(tabId, id, { chosen: chosen.map(({ key }) => key), plantedAt: asked.plantedAt });
    await guard.put(tabId, run.url, run.recorders);
    if ((await ports.runs.read(tabId))?.id !== id) {
      await guard.take(tabId);
      throw new HushmapError('proof.gone');
    }
    const request = {
      seed: asked.seed,
      fields: chosen.map(canaryFieldOf),
      plantedAt: asked.plantedAt,
      known: run.recorders,
      ownHosts: run.ownHosts,
    };
    const told = await frames.plant(tabId, run.frameIds, request, chosen);
    await change(tabId, id, told);
    const planted = told.planted.length;
    return { planted, refused: chosen.length - planted };
  }

  async function look(tabId: number): Promise<WitnessReport> {
    const { frameIds } = await current(tabId);
    return (await frames.reports(tabId, frameIds, false)).report;
  }

  async function finish(tabId: number, devtools: WitnessReport | null): Promise<ProofState> {
    const run = await current(tabId);
    if (run.plantedAt === null) throw new HushmapError('proof.gone');
    const { report: seen, lost } = await frames.reports(tabId, run.frameIds, true);
    const leftovers = await frames.restore(tabId, run.frameIds);
    const report = mergeReports(devtools ? [devtools, seen] : [seen]);
    const chosen = run.targets.filter(({ key }) => run.chosen.includes(key));
    const planted = new Map(run.planted.map(({ key, at }) => [key, at]));
    const fields = fieldsOf(chosen, planted, new Set(lost));
    const { watched, unwatched } = run.frames;
    // Frames that came since were not asked what there is to plant in, nor what they sent.
    const now = (await ports.page.readFacts(tabId).catch(() => [])).length;
    const basis = { recorders: run.recorders, devtools: devtools !== null };
    const proof: Proof = {
      url: redactUrl(run.url),
      origin: originOf(run.url),
      plantedAt: run.plantedAt,
      ended: ports.clock.now(),
      fields,
      report,
      verdicts: compareWithRules(fields, run.predictions, report, basis),
      leftovers,
      devtools: devtools !== null,
      frames: {
        watched: watched - Math.min(watched, lost.length),
        unwatched: unwatched + lost.length + Math.max(0, now - watched - unwatched),
      },
    };
    await ports.proofs.write(tabId, proof);
    await end(tabId);
    // What the wire has shown is a part of the verdict.
    await ports.audit.run(tabId, false);
    return read(tabId);
  }

  async function cancel(tabId: number): Promise<ProofState> {
    await end(tabId);
    return read(tabId);
  }

  async function current(tabId: number): Promise<ProofRun> {
    const run = await ports.runs.read(tabId);
    if (!run) throw new HushmapError('proof.gone');
    return run;
  }

  /** A step of a run that has ended meanwhile must not bring it back. */
  async function change(tabId: number, id: string, part: Partial<ProofRun>): Promise<void> {
    const run = await ports.runs.read(tabId);
    if (run?.id !== id) throw new HushmapError('proof.gone');
    await ports.runs.write(tabId, { ...run, ...part });
  }

  /** Puts the page and the browser back, whatever of it is still there to be put back. */
  async function end(tabId: number): Promise<void> {
    const run = await ports.runs.read(tabId);
    try {
      if (run) await frames.restore(tabId, run.frameIds);
    } finally {
      await release(tabId, run);
    }
  }

  async function release(tabId: number, run: ProofRun | null): Promise<void> {
    await guard.take(tabId);
    if (run) await ports.page.unregisterTaps(run.url);
    ports.audit.pause(tabId, false);
    // The last: whoever is told that the run is over finds everything as it was.
    await ports.runs.remove(tabId);
  }

  /**
   * The tab shows another document, and what was planted went with the one before; or the page has
   * only changed its route, and is put back.
   */
  async function onNavigated(tabId: number): Promise<void> {
    if (preparing.has(tabId)) return;
    await ports.proofs.remove(tabId);
    await end(tabId);
  }

  async function forget(tabId: number): Promise<void> {
    await ports.proofs.remove(tabId);
    await release(tabId, await ports.runs.read(tabId));
  }

  return { read, mark, prepare, plant, look, finish, cancel, onNavigated, forget };
}

export type ProveService = ReturnType<typeof createProveService>;

const NO_RUN: Omit<ProofRun, 'id' | 'url'> = {
  frameIds: [],
  frames: { watched: 0, unwatched: 0 },
  targets: [],
  recorders: [],
  ownHosts: [],
  chosen: [],
  planted: [],
  predictions: [],
  plantedAt: null,
};
