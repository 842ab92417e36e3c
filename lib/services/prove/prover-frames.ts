import type { Leftover, PlantRequest, ProofTarget, WitnessReport } from '../../protocol/proof';
import type { RecorderState } from '../../protocol/recorders';
import { mergeReports } from '../../prove/merge';
import { scriptsFor } from '../../recorders/rule-scripts';
import type { ProofRun, ProvePorts } from './ports';

type Told = Pick<ProofRun, 'planted' | 'predictions'>;

/** The provers in the frames of a page, as one. */
export function createProverFrames({ page }: Pick<ProvePorts, 'page'>) {
  /** What each frame has told last. A worker that is ended forgets it, and a frame that goes then is lost. */
  const seen = new Map<string, WitnessReport>();

  /**
   * Asks every frame of an origin what a canary can be planted in. A frame of another origin is
   * another site, which nobody has called a test environment: it is counted, and told nothing.
   */
  async function list(tabId: number, origin: string, recorders: RecorderState[]) {
    const frameIds = [...(await page.injectProver(tabId))].sort((a, b) => a - b);
    await page.injectRules(tabId, frameIds, scriptsFor(recorders));
    const lists = await Promise.all(
      frameIds.map(async (frame) => ({
        frame,
        ...(await page.send(tabId, frame, 'prover.list', { frame, recorders })),
      })),
    );
    const own = lists.filter((each) => each.origin === origin);
    const all = own.flatMap(({ frame, targets }) => targets.map((each) => ({ ...each, frame })));
    const targets: ProofTarget[] = all.slice(0, MOST_TARGETS);
    const watched = own.filter((each) => each.watched).length;
    return {
      frameIds: own.map(({ frame }) => frame),
      frames: { watched, unwatched: lists.length - watched },
      targets,
      more: own.reduce((sum, each) => sum + each.more, 0) + all.length - targets.length,
    };
  }

  /** Every frame searches for all canaries before one of them is planted. */
  async function plant(
    tabId: number,
    frameIds: readonly number[],
    request: Omit<PlantRequest, 'own'>,
    chosen: readonly ProofTarget[],
  ): Promise<Told> {
    for (const frame of frameIds) {
      const own = chosen.filter((target) => target.frame === frame).map(({ key }) => key);
      await page.send(tabId, frame, 'prover.open', { ...request, own });
    }
    const told: Told = { planted: [], predictions: [] };
    for (const frame of frameIds) {
      const { planted, predictions } = await page.send(tabId, frame, 'prover.plant', undefined);
      told.planted.push(...planted);
      told.predictions.push(...predictions);
    }
    return told;
  }

  /** What the frames have seen. One that has gone told most of it before, and is called lost. */
  async function reports(tabId: number, frameIds: readonly number[], isLast: boolean) {
    const told = await Promise.allSettled(
      frameIds.map((frame) => page.send(tabId, frame, 'prover.report', { isLast })),
    );
    const lost: number[] = [];
    const all = told.map((each, index) => {
      const frame = frameIds[index] ?? 0;
      const name = `${tabId} ${frame}`;
      const report = each.status === 'fulfilled' ? each.value : null;
      if (report) seen.set(name, report);
      else lost.push(frame);
      return report ?? seen.get(name) ?? NOTHING;
    });
    return { report: mergeReports(all), lost };
  }

  /** Puts everything back. Frames that are gone took theirs with them. */
  async function restore(tabId: number, frameIds: readonly number[]): Promise<Leftover[]> {
    const left = await Promise.allSettled(
      frameIds.map((frame) => page.send(tabId, frame, 'prover.restore', undefined)),
    );
    for (const frame of frameIds) seen.delete(`${tabId} ${frame}`);
    const found = left.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
    // Frames of one origin share their storage.
    const names = new Map(found.map((each) => [`${each.area}\n${each.name}`, each]));
    return [...names.values()].slice(0, MOST_LEFTOVERS);
  }

  return { list, plant, reports, restore };
}

const NOTHING = mergeReports([]);
const MOST_TARGETS = 500;
const MOST_LEFTOVERS = 200;
