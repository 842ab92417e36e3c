import type { Message } from '../../lib/core/message';
import type { HeatSettings, HeatState } from '../../lib/protocol/heat';
import type { HeatComparison } from '../../lib/protocol/heat-comparison';
import type { QuietState } from '../../lib/protocol/hold';
import type { SaveSnapshotProps } from './SaveSnapshot';

export interface SidePanelProps {
  /** Null until the first answer. */
  readonly state: HeatState | null;
  /** Something was asked and has not answered yet. */
  readonly busy: boolean;
  /** What the last press did not do, and why. */
  readonly error: Message | null;
  /** Whether this visit is kept out of the site's analytics; null until the first answer. */
  readonly quiet: QuietState | null;
  /** Asks the browser for the addresses, where it is switched on. */
  readonly onQuiet: (on: boolean) => void;
  readonly onSettings: (settings: Partial<HeatSettings>) => void;
  readonly onOpenFile: (file: File) => void;
  readonly onReload: () => void;
  readonly onOff: () => void;
  readonly onHighlight: (ref: number | null) => void;
  readonly onScrollTo: (ref: number) => void;
  readonly onOpenWorkspace: () => void;
  /** Saving the map that is shown. */
  readonly snapshot?: SaveSnapshotProps | undefined;
  /** What the map is compared with, and what was found. */
  readonly comparison?: HeatComparison | null | undefined;
  readonly onOpenPictures?: (() => void) | undefined;
  readonly onSavePng?: (() => void) | undefined;
  readonly onExportCsv?: (() => void) | undefined;
}
