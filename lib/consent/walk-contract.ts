import type { Message } from '../core/message';
import type { Finding } from '../protocol/findings';
import type { Walk } from '../protocol/walk/walk';
import type { ConsentWalkPolicy } from './walk-policy';

/** What the rules over a walk judge: all paths of one page, and what its owners agreed on. */
export interface WalkEvidence {
  readonly walk: Walk;
  readonly policy: ConsentWalkPolicy;
}

/**
 * A rule over a whole walk: metadata and a pure check. It gives at least one finding wherever it could be
 * judged, and a needs-review with the reason where what it needs was not seen. Never a pass by absence
 * that nobody could have noticed the breach of.
 */
export interface WalkRule {
  /** Folder, docs page and finding carry the same id. */
  readonly id: string;
  /** What it looks for, in a few words. */
  readonly title: Message;
  /** The law, guideline or standard that it reads. */
  readonly source: string;
  judge(evidence: WalkEvidence): Finding[];
}
