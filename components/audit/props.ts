import type { Message } from '../../lib/core/message';
import type { AuditState } from '../../lib/protocol/audit';
import type { Exception } from '../../lib/protocol/exceptions';
import type { AuditResult, Finding } from '../../lib/protocol/findings';
import type { RecorderState } from '../../lib/protocol/recorders';
import type { Traffic } from '../../lib/protocol/traffic';
import type { WalkProps } from '../consent/props';
import type { Theme } from '../ui/look';
import type { Assumption } from './assumption';
import type { HoldProps } from './hold/props';
import type { ProofProps } from './prove/props';

export type Answer = 'accepted' | 'confirmed' | 'withdrawn';

export interface AuditPanelProps extends HoldProps, ProofProps {
  /** Null until the first answer. */
  readonly state: AuditState | null;
  /** Pages of this origin that were audited in this browser session: a patch is for all of them. */
  readonly pages: readonly AuditResult[];
  /** Personal data that this visit has sent; null: no request was seen yet. */
  readonly traffic: Traffic | null;
  /** By id of a finding; null until the first answer. */
  readonly heat: {
    readonly kind: 'none' | 'sample' | 'shown';
    readonly of: ReadonlyMap<string, { readonly share: number; readonly margin: number | null }>;
  } | null;
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
  /** `expires` is milliseconds since the epoch. True: it is kept; else `error` says why not. */
  readonly onResolve: (
    finding: Finding,
    answer: Answer,
    reason: string,
    expires: number,
  ) => Promise<boolean>;
  readonly onAllowFrame: (frame: number, allow: boolean) => void;
  /** Recorders to predict for in place of those on the page: the whole choice, not an addition. */
  readonly onAssume: (assumptions: readonly Assumption[]) => void;
  /** Repaints the page as recorders would store it; null on the left: the page, on the right: off. */
  readonly onEye: (left: RecorderState | null, right: RecorderState | null) => void;
  /** Tries the fixes of the open findings out in this tab, or takes them away. */
  readonly onPreview: (on: boolean) => void;
  readonly onExport: () => void;
  /** What the team has accepted, as this browser keeps it; null until it was read. */
  readonly exceptions: readonly Exception[] | null;
  /** True: it is kept; else `error` says why not. */
  readonly onExcept: (exception: Exception) => Promise<boolean>;
  /** Takes an exception away. True: it is gone; else `error` says why not. */
  readonly onUnexcept: (exception: Exception) => Promise<boolean>;
  /** Adds those of a file; says how many they were, or why nothing was changed. */
  readonly onImportExceptions: (
    file: File,
  ) => Promise<{ readonly ok: boolean; readonly said: Message }>;
  readonly onDownloadExceptions: (exceptions: readonly Exception[]) => void;
  /** The walk along all consent paths; left out where nobody can lead one. */
  readonly walk?: WalkProps | undefined;
}
