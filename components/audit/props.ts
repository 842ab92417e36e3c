import type { Message } from '../../lib/core/message';
import type { AuditState } from '../../lib/protocol/audit';
import type { Finding } from '../../lib/protocol/findings';
import type { RecorderState } from '../../lib/protocol/recorders';
import type { Theme } from '../ui/look';
import type { Assumption } from './assumption';

export type Answer = 'accepted' | 'confirmed' | 'withdrawn';

export interface AuditPanelProps {
  /** Null until the first answer. */
  readonly state: AuditState | null;
  /** What the last press did not do, and why. */
  readonly error: Message | null;
  /** DevTools names its own theme. */
  readonly theme: Theme;
  /** Asks for this origin, then audits. */
  readonly onGrant: () => void;
  /** Asks for all sites: third-party frames and traffic. */
  readonly onGrantAll: () => void;
  readonly onRun: (reload: boolean) => void;
  /** A look without a grant. */
  readonly onPartial: () => void;
  readonly onHighlight: (frame: number, selector: string | null) => void;
  readonly onReveal: (finding: Finding) => void;
  /** `expires` is milliseconds since the epoch. */
  readonly onResolve: (finding: Finding, answer: Answer, reason: string, expires: number) => void;
  readonly onAllowFrame: (frame: number, allow: boolean) => void;
  /** Recorders to predict for in place of those on the page: the whole choice, not an addition. */
  readonly onAssume: (assumptions: readonly Assumption[]) => void;
  /** Repaints the page as recorders would store it; null on the left: the page, on the right: off. */
  readonly onEye: (left: RecorderState | null, right: RecorderState | null) => void;
  readonly onExport: () => void;
}
