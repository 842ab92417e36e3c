import type {
  ProofField,
  ProofHit,
  ProofPrediction,
  ProofVerdict,
  WitnessReport,
} from '../protocol/proof';
import { CAPTURES, type Capture, DOCUMENTED_IDS, type RecorderId } from '../protocol/recorders';
import { HIT_FORMS } from '../wire/contract';

/** What a proof rests on beside the report. */
export interface Basis {
  readonly recorders: readonly RecorderId[];
  /** Whether DevTools' log was watched: nobody else sees what workers send. */
  readonly devtools: boolean;
}

/**
 * Sets the rules beside the wire: what every recorder was said to take of every field, and what of it
 * came. That nothing came proves something only where it would have been seen: the recorder sent what
 * could be read after this field was planted, and nothing that matters was lost.
 */
export function compareWithRules(
  fields: readonly ProofField[],
  predictions: readonly ProofPrediction[],
  report: WitnessReport,
  { recorders, devtools }: Basis,
): ProofVerdict[] {
  if (report.void !== null) return [];
  return recorders.flatMap((recorder) => {
    const hits = report.hits.filter((hit) => hit.recorder === recorder);
    const standing = standingOf(recorder, hits, report, devtools);
    return fields.flatMap((field): ProofVerdict[] => {
      const { key, state } = field;
      const found = clearestOf(hits, key);
      // A field that did not keep its canary was typed into all the same.
      if (state !== 'planted' && found === null) return [];
      const predicted = worstOf(predictions, key, recorder);
      return [
        { key, recorder, predicted, found, outcome: outcomeOf(predicted, found, field, standing) },
      ];
    });
  });
}

interface Standing {
  /** When the last request began that could be read and may carry a recording; null: there was none. */
  readonly lastAt: number | null;
  /** Canaries of some fields came. */
  readonly carries: boolean;
  /** Something was lost, or could not be read, that may have been this recorder's. */
  readonly isBlind: boolean;
}

function standingOf(
  recorder: RecorderId,
  hits: readonly ProofHit[],
  { recordings, opaque, more }: WitnessReport,
  devtools: boolean,
): Standing {
  const isTheirs = (each: WitnessReport['opaque'][number]) =>
    each.recorder === recorder || each.receiver === '';
  return {
    lastAt: recordings.find((each) => each.recorder === recorder)?.last ?? null,
    carries: hits.length > 0,
    isBlind:
      !devtools ||
      more > 0 ||
      UNVERIFIED.has(recorder) ||
      opaque.some((each) => isTheirs(each) && each.bytes > 0),
  };
}

function outcomeOf(
  predicted: Capture | null,
  found: ProofVerdict['found'],
  { at, lost }: ProofField,
  { lastAt, carries, isBlind }: Standing,
): ProofVerdict['outcome'] {
  if (predicted === null || predicted === 'unknown') return found ? 'told' : 'unproven';
  if (found) return predicted === 'plain' ? 'agrees' : 'leaks';
  const isSeen = lastAt !== null && at !== null && lastAt >= at + SEND_LAG_MS;
  if (!isSeen || isBlind || lost) return 'unproven';
  if (predicted !== 'plain') return 'agrees';
  // A recorder whose canaries all stay away may be sampled out, or late.
  return carries ? 'missing' : 'unproven';
}

/** A recording that is sent so long after a field was planted had the time to take it in. */
const SEND_LAG_MS = 500;

/** Where these send is their vendors' word alone, so that what did not come proves nothing. */
const UNVERIFIED: ReadonlySet<RecorderId> = new Set(DOCUMENTED_IDS);

/** The same canary may stand in a value and in an attribute that repeats it: the plainest counts. */
function worstOf(
  predictions: readonly ProofPrediction[],
  key: string,
  recorder: RecorderId,
): Capture | null {
  const captures = predictions
    .filter((each) => each.key === key && each.recorder === recorder)
    .map(({ capture }) => capture);
  if (captures.includes('unknown') && !captures.includes('plain')) return 'unknown';
  return CAPTURES.find((capture) => captures.includes(capture)) ?? null;
}

const clearestOf = (hits: readonly ProofHit[], key: string): ProofVerdict['found'] =>
  hits
    .filter((hit) => hit.key === key)
    .map(({ form }) => form)
    .sort((a, b) => HIT_FORMS.indexOf(a) - HIT_FORMS.indexOf(b))[0] ?? null;
