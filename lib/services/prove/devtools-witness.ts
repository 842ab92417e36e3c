import { onRequestFinished } from '../../platform/devtools';
import type { ProofTarget, WitnessReport } from '../../protocol/proof';
import type { RecorderId } from '../../protocol/recorders';
import { canaryFieldOf } from '../../prove/fields';
import { openWitness, type Sent, type Witness } from '../../prove/witness';
import { planCanaries } from '../../wire/canaries';
import { readLogged } from '../../wire/logged-request';

export interface DevtoolsWitness {
  /** From now on it looks for the canaries of this plan, and first in what it has kept. */
  search(plan: {
    readonly seed: string;
    readonly chosen: readonly ProofTarget[];
    readonly known: readonly RecorderId[];
    readonly ownHosts: readonly string[];
    readonly plantedAt: number;
  }): void;
  /** The last report is of all that is there; those before wait for requests that take their time. */
  report(isLast: boolean): WitnessReport | null;
}

/**
 * Watches DevTools' log of the inspected page: workers, packed bodies, headers and cookies, which no
 * tap in the page sees. What comes before there is a plan is kept, within a limit, and then read.
 */
export function watchDevtools(signal: AbortSignal): DevtoolsWitness {
  let kept: Sent[] = [];
  let characters = 0;
  let witness: Witness | null = null;
  let plantedAt = Number.POSITIVE_INFINITY;
  onRequestFinished(({ time: began, duration, ...logged }) => {
    const { request, isBodyUnseen } = readLogged(logged, '', MOST_TEXT);
    // What was still being sent when canaries were planted may hold some.
    const isAcross = began < plantedAt && began + duration >= plantedAt;
    const time = isAcross ? plantedAt : began;
    const unseen = isBodyUnseen ? Math.max(request.unseen ?? 0, 1) : (request.unseen ?? 0);
    const sent: Sent = { ...request, tap: 'devtools', time, unseen };
    const length = sent.body?.length ?? 0;
    const fits = characters + length <= MOST_KEPT && kept.length < MOST_REQUESTS;
    if (fits) {
      characters += length;
      kept.push(sent);
    } else {
      // Nobody has read it: it is told as what it is.
      if (witness) witness.read({ tap: 'devtools', time, url: sent.url, unseen: length + unseen });
    }
  }, signal);

  /** The log has them in the order in which they ended; letters make a word in that of their beginning. */
  function readUntil(time: number): void {
    if (!witness) return;
    const ready = kept.filter((sent) => sent.time <= time).sort((a, b) => a.time - b.time);
    kept = kept.filter((sent) => sent.time > time);
    for (const sent of ready) {
      characters -= sent.body?.length ?? 0;
      witness.read(sent);
    }
  }

  return {
    search({ seed, chosen, known, ownHosts, plantedAt: at }) {
      plantedAt = at;
      witness = openWitness({
        ...planCanaries(seed, chosen.map(canaryFieldOf)),
        known,
        ownHosts,
        plantedAt: at,
      });
    },
    report(isLast) {
      readUntil(isLast ? Number.POSITIVE_INFINITY : Date.now() - SLOWEST_MS);
      return witness?.report() ?? null;
    },
  };
}

const SLOWEST_MS = 3_000;
const MOST_TEXT = 8_000_000;
const MOST_KEPT = 40_000_000;
const MOST_REQUESTS = 5_000;
