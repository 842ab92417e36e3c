import type { Clock } from '../../core/clock';
import type { AuditState } from '../../protocol/audit';
import type { Exception } from '../../protocol/exceptions';
import type { AuditResult, Clearance, Verdict } from '../../protocol/findings';
import type { MessageName, Request, Response } from '../../protocol/messages';
import type { Proof } from '../../protocol/proof';
import type { Policy } from '../../protocol/sources';
import type { RequestEvent } from '../../protocol/timeline';
import type { RuleScript } from '../../recorders/rule-scripts';
import type { PerTab } from '../heat/ports';

/** Requests of one page that are kept. What is beyond makes the time line incomplete. */
export const MOST_REQUESTS = 2_000;

/** A person's answer to a finding that needed one, for pages of one origin. */
export interface Resolution {
  readonly findingId: string;
  readonly origin: string;
  readonly answer: 'accepted' | 'confirmed';
  readonly reason: string;
  readonly expires: number;
}

/** What the audit needs of the browser and the vault. */
export interface AuditPorts {
  readonly clock: Clock;
  readonly states: PerTab<AuditState>;
  /** What DevTools' network log told of the page that a tab shows. */
  readonly network: PerTab<RequestEvent[]>;
  /** What canaries have shown of the page that a tab shows. */
  readonly proofs: Pick<PerTab<Proof>, 'read'>;
  /** Origins that the probe was registered for on behalf of a tab. */
  readonly probed: PerTab<string[]>;
  /** Per origin: pages that were audited in this browser session, the last one first. */
  readonly pages: {
    read(origin: string): Promise<readonly AuditResult[] | null>;
    write(origin: string, pages: AuditResult[]): Promise<void>;
  };
  /** Numbers of frames that a person allowed to stay unread. */
  readonly allowedFrames: PerTab<number[]>;
  readonly policy: () => Promise<Policy>;
  readonly clearances: {
    forOrigin(origin: string): Promise<Clearance[]>;
    put(clearance: Clearance): Promise<void>;
  };
  readonly resolutions: {
    forOrigin(origin: string, now: number): Promise<Resolution[]>;
    put(resolution: Resolution): Promise<void>;
    remove(origin: string, findingId: string): Promise<void>;
  };
  /** What the team has accepted, on whatever page. */
  readonly exceptions: () => Promise<readonly Exception[]>;
  readonly hasGrant: (url: string) => Promise<boolean>;
  readonly hasAllSites: () => Promise<boolean>;
  readonly showVerdict: (tabId: number, verdict: Verdict | null) => Promise<void>;
  readonly page: {
    read(tabId: number): Promise<{ readonly url: string; readonly title: string }>;
    reload(tabId: number): Promise<void>;
    registerProbe(url: string): Promise<void>;
    unregisterProbe(url: string): Promise<void>;
    /** Runs the reader of recorders' globals in every frame that may be reached. */
    readFacts(tabId: number): Promise<readonly FrameAnswer[]>;
    /**
     * Injects the scanner where it is not yet, or everywhere anew; gives the frames that have it.
     * A scanner of an extension that was reloaded meanwhile answers nobody: hence "anew".
     */
    injectScanner(tabId: number, anew: boolean): Promise<readonly number[]>;
    /** Puts rules into frames that have the scanner; a frame that has none answers `unknown`. */
    injectRules(
      tabId: number,
      frameIds: readonly number[],
      scripts: readonly RuleScript[],
    ): Promise<void>;
    injectEye(tabId: number): Promise<void>;
    send<N extends MessageName>(
      tabId: number,
      frameId: number,
      name: N,
      request: Request<N>,
    ): Promise<Response<N>>;
  };
}

export interface FrameAnswer {
  readonly frameId: number;
  readonly result: unknown;
}
