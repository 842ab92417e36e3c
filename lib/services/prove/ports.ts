import * as v from 'valibot';
import type { Clock } from '../../core/clock';
import type { RuleStore } from '../../platform/block-rules';
import type { AuditState } from '../../protocol/audit';
import { CountSchema, FiniteSchema } from '../../protocol/common';
import type { MessageName, Request, Response } from '../../protocol/messages';
import { type Proof, ProofPredictionSchema, ProofTargetSchema } from '../../protocol/proof';
import { RecorderIdSchema } from '../../protocol/recorders';
import type { RuleScript } from '../../recorders/rule-scripts';
import type { AuditPorts, FrameAnswer } from '../audit/ports';
import type { PerTab } from '../heat/ports';

/** A run between its steps, kept where the end of a worker does not end it. */
export const ProofRunSchema = v.object({
  /** A step that took longer than its run finds another one, or none. */
  id: v.string(),
  /** Address of the page that it is about; session storage is ours alone. */
  url: v.string(),
  frameIds: v.array(CountSchema),
  frames: v.object({ watched: CountSchema, unwatched: CountSchema }),
  targets: v.array(ProofTargetSchema),
  recorders: v.array(RecorderIdSchema),
  ownHosts: v.array(v.string()),
  chosen: v.array(v.string()),
  planted: v.array(v.object({ key: v.string(), at: FiniteSchema })),
  predictions: v.array(ProofPredictionSchema),
  plantedAt: v.nullable(FiniteSchema),
});

export type ProofRun = v.InferOutput<typeof ProofRunSchema>;

/** What a proof needs of the browser, and of the audit. */
export interface ProvePorts {
  readonly clock: Clock;
  readonly policy: AuditPorts['policy'];
  readonly hasGrant: (url: string) => Promise<boolean>;
  readonly runs: PerTab<ProofRun>;
  readonly proofs: PerTab<Proof>;
  /** Origins that a person has called test environments, over restarts. */
  readonly environments: {
    read(origin: string): Promise<boolean | null>;
    write(origin: string, is: boolean): Promise<void>;
    remove(origin: string): Promise<void>;
  };
  readonly rules: RuleStore;
  readonly audit: {
    run(tabId: number, reload: boolean): Promise<AuditState>;
    /** While paused, changes of the page ask for no scan: they are ours. */
    pause(tabId: number, isPaused: boolean): void;
  };
  readonly page: {
    url(tabId: number): Promise<string>;
    readFacts(tabId: number): Promise<readonly FrameAnswer[]>;
    registerTaps(url: string): Promise<void>;
    unregisterTaps(url: string): Promise<void>;
    /** Gives the frames that have it now. */
    injectProver(tabId: number): Promise<readonly number[]>;
    injectRules(
      tabId: number,
      frameIds: readonly number[],
      scripts: readonly RuleScript[],
    ): Promise<void>;
    send<N extends MessageName>(
      tabId: number,
      frameId: number,
      name: N,
      request: Request<N>,
    ): Promise<Response<N>>;
  };
}
