import type { Survey } from './survey';

/** What one page was seen to do, by somebody who knows nothing of the product. */
export interface Seen {
  readonly name: string;
  readonly errors: readonly string[];
  /** The first layer; null: no banner came. */
  readonly first: Survey | null;
  /** Milliseconds until the banner was there. */
  readonly after: number;
  /** The second layer; null: there is none. */
  readonly second: Survey | null;
  /** The wheel moved the page while the banner was there. */
  readonly scrolls: boolean;
  /** Status of what the policy link leads to; 0: no link. */
  readonly policyStatus: number;
  readonly isPolicyHit: boolean;
  /** Status that the page itself came with, and where it ended. */
  readonly status: number;
  readonly path: string;
  /** Parts of recordings that arrived: */
  readonly ingests: {
    readonly before: number;
    readonly afterReject: number;
    readonly afterRejectReload: number;
    readonly afterRejectSecond: number;
    readonly afterAccept: number;
    readonly afterWithdrawal: number;
    readonly afterWithdrawalReload: number;
    readonly withGpc: number;
    readonly afterScroll: number;
  };
  /** The refusal could be pressed, and the banner went. */
  readonly rejected: boolean;
  /** The refusal was reached only through the second layer. */
  readonly rejectedBySettings: boolean;
  readonly asksAgain: boolean;
  readonly reopened: boolean;
  /** What of the recorder is still in the browser after the withdrawal and a reload. */
  readonly left: readonly string[];
  /** Days of the recorder's longest cookie after accepting. */
  readonly cookieDays: number;
  /** Tab came to the refusal. */
  readonly tabReachesReject: boolean;
  readonly escapeAccepts: boolean;
  /** Consent Mode after a refusal. */
  readonly modeAfterReject: string;
  readonly modeBefore: string;
  readonly modeWithGpc: string;
  readonly modeWasLate: boolean;
  /** rrweb or PostHog hold events of before the choice. */
  readonly recordsBefore: boolean;
  readonly fingerprint: string;
  readonly events: number;
  readonly identified: boolean;
}
