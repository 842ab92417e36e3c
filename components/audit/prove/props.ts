import type { ProofList, ProofState, WitnessReport } from '../../../lib/protocol/proof';

/** Proof by canaries of the inspected page. */
export interface ProofProps {
  /** Null until the first answer. */
  readonly proof: {
    readonly step: 'idle' | 'preparing' | 'choosing' | 'planting' | 'watching' | 'finishing';
    readonly state: ProofState | null;
    readonly list: ProofList | null;
    readonly soFar: WitnessReport | null;
    /** Milliseconds since the epoch. */
    readonly endsAt: number | null;
  } | null;
  /** Says that this origin is a test environment, or no longer. */
  readonly onMarkTestEnvironment: (on: boolean) => void;
  /** Reloads the page, watches it as it is, and lists what would be touched. */
  readonly onPrepareProof: () => void;
  /** Plants canaries in the targets of these keys. */
  readonly onProve: (keys: readonly string[]) => void;
  readonly onFinishProof: () => void;
  /** Saves the proof that is shown as a file. */
  readonly onExportProof: () => void;
  /** Puts everything back and forgets the run. */
  readonly onCancelProof: () => void;
}
