import type { Message } from '../../lib/core/message';
import type { Clearance } from '../../lib/protocol/findings';
import type { SnapshotList } from '../../lib/protocol/snapshots';
import type { Policy, SourceConfig } from '../../lib/protocol/sources';
import type { AutopsyState, NamedFile } from '../../lib/wire/autopsy/progress';
import type { AutopsyReport } from '../../lib/wire/autopsy/report-schema';

export interface SourceEntry {
  readonly config: SourceConfig;
  /** A key is saved; what it is never comes back. */
  readonly hasSecret: boolean;
  /** The browser lets us read from its address. */
  readonly granted: boolean;
  /** Set by the organisation, so not changed here. */
  readonly managed: boolean;
}

export interface TestOutcome {
  readonly ok: boolean;
  readonly said: Message;
  /** What will not work though the source answers. */
  readonly remarks: readonly Message[];
}

export interface AutopsyProps {
  readonly state: AutopsyState;
  readonly onRead: (files: readonly NamedFile[]) => void;
  /** Ends the reading, or puts the report away. */
  readonly onStop: () => void;
  readonly onSaveReport: (report: AutopsyReport) => void;
  /** The recordings to delete. */
  readonly onSaveAffected: (report: AutopsyReport) => void;
}

export interface SnapshotsProps {
  /** Null until it is read. */
  readonly list: SnapshotList | null;
  readonly onRename: (id: string, name: string) => void;
  /** It can be restored for a minute. */
  readonly onRemove: (id: string) => void;
  readonly onRestore: (id: string) => void;
  /** Saves it as a heat file. */
  readonly onExport: (id: string) => void;
}

export interface WorkspaceProps {
  readonly snapshots: SnapshotsProps;
  readonly autopsy: AutopsyProps;
  /** Null until they are read. */
  readonly sources: readonly SourceEntry[] | null;
  readonly clearances: readonly Clearance[] | null;
  readonly policy: Policy | null;
  readonly error: Message | null;
  /**
   * Asks the browser for the source's address, then saves. A null secret keeps the saved one.
   * Resolves to null when it is saved, else to the sentence that says why not.
   */
  readonly onSave: (config: SourceConfig, secret: string | null) => Promise<Message | null>;
  readonly onRemove: (id: string) => void;
  /** Asks the browser for the address of a source that is set up but not allowed. */
  readonly onAllow: (config: SourceConfig) => void;
  readonly onTest: (id: string) => Promise<TestOutcome>;
  /** Writes a file of all sources, without keys, and of all saved views. */
  readonly onExport: () => void;
  /** Begins with the form for a new source. */
  readonly adding?: boolean | undefined;
  /** Reads such a file; resolves to the sentence that says what came of it. */
  readonly onImport: (file: File) => Promise<Message>;
  readonly onRevoke: (id: string) => void;
}
