import type { Clock } from '../../core/clock';
import type { RuleStore } from '../../platform/block-rules';
import type { Hold } from '../../protocol/hold';
import type { RecorderId } from '../../protocol/recorders';
import type { AuditPorts, FrameAnswer } from '../audit/ports';

export interface PagePorts {
  /** Address of the page in a tab; empty where it may not be known. */
  url(tabId: number): Promise<string>;
  readFacts(tabId: number): Promise<readonly FrameAnswer[]>;
}

/** What a hold needs of the browser. */
export interface HoldPorts {
  readonly clock: Clock;
  readonly page: PagePorts;
  readonly policy: AuditPorts['policy'];
  readonly hasGrant: (url: string) => Promise<boolean>;
  /** Those of the patterns that the browser does not allow. */
  readonly notGranted: (patterns: readonly string[]) => Promise<string[]>;
  /** Recorders that the tab's audit was about: found, or chosen. */
  readonly audited: (tabId: number) => Promise<readonly RecorderId[]>;
  readonly rules: RuleStore;
  /** By host of the page. */
  readonly holds: {
    read(site: string): Promise<Hold | null>;
    write(site: string, hold: Hold): Promise<void>;
    remove(site: string): Promise<void>;
  };
}

/** What a quiet view needs of the browser. */
export interface QuietPorts {
  readonly page: PagePorts;
  readonly policy: AuditPorts['policy'];
  readonly isAuditable: (url: string) => boolean;
  readonly notGranted: (patterns: readonly string[]) => Promise<string[]>;
  readonly rules: RuleStore;
  /** Hosts of the back ends that heat is read from. */
  readonly sources: () => Promise<readonly string[]>;
}
