import type { Message } from '../../lib/core/message';
import type { HeatSettings, HeatState } from '../../lib/protocol/heat';
import type { QuietState } from '../../lib/protocol/hold';
import type { MeasuresProps } from './measures/props';
import type { AskTakenAway } from './NoiseDifference';
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
  /** Web Vitals and conversion beside the heat. */
  readonly measures?: MeasuresProps | undefined;
  /** What a filter takes away; both maps are asked for. */
  readonly onTakenAway?: AskTakenAway | undefined;
  readonly onSavePng?: (() => void) | undefined;
  readonly onExportCsv?: (() => void) | undefined;
}
