import type { Message } from '../core/message';
import type { Finding } from '../protocol/findings';
import type { RecorderState } from '../protocol/recorders';
import type { Timeline } from '../protocol/timeline';

/** What the rules of the consent half judge. Data alone, so that any caller can gather it. */
export interface ConsentEvidence {
  readonly timeline: Timeline;
  /** Recorders that were found on the page; assumed ones are not judged for what they did. */
  readonly recorders: readonly RecorderState[];
  /** When the evidence was read, milliseconds since the epoch: how long the page was watched. */
  readonly readAt: number;
  readonly policy?: ConsentPolicy;
}

/** What an organisation says of its own pages. */
export interface ConsentPolicy {
  /** True: a recorder without consent asked is a failure; else a person is asked. */
  readonly consentRequired?: boolean;
}

/**
 * A rule of the consent half: metadata and a pure check. It gives a finding for everything that it
 * judged, passes included, and none where it does not apply.
 */
export interface ConsentRule {
  /** Folder, docs page and finding carry the same id. */
  readonly id: string;
  /** What it looks for, in a few words. */
  readonly title: Message;
  /** The law, guideline or standard that it reads. */
  readonly source: string;
  check(evidence: ConsentEvidence): Finding[];
}
