import type { FrameEvidence } from '../protocol/evidence';
import type { Finding } from '../protocol/findings';
import type { Proof } from '../protocol/proof';
import type { RecorderState } from '../protocol/recorders';

/** What the masking rules may look at. All of it is evidence: no rule touches a page. */
export interface MaskingArtifacts {
  /** Frames that answered; the top frame has number 0. */
  readonly frames: readonly FrameEvidence[];
  /** Recorders on the page, or chosen by a person for a page that has none. */
  readonly recorders: readonly RecorderState[];
  /** Nobody chose a recorder and the page has none: the one of `recorders` stands in for it. */
  readonly standIn?: boolean;
  /** Keys (see `frames.ts`) of frames that a person allowed to stay unread. */
  readonly allowedFrames: readonly string[];
  /** A look without a grant. */
  readonly partial: boolean;
  /** What canaries have shown of this page, where somebody planted them. */
  readonly proof?: Proof | null;
}

/** A rule is metadata and a pure check. Its id names its folder, its docs page and its findings. */
export interface MaskingRule {
  readonly id: string;
  readonly half: 'masking' | 'coverage';
  /** Whether a person's answer may settle a finding that needs review. */
  readonly resolvable: boolean;
  check(artifacts: MaskingArtifacts): Finding[];
}
