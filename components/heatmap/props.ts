import type { Message } from '../../lib/core/message';
import type { HeatSettings, HeatState } from '../../lib/protocol/heat';
import type { HeatComparison } from '../../lib/protocol/heat-comparison';
import type { QuietState } from '../../lib/protocol/hold';
import type { ViewNotice } from '../../lib/protocol/views';
import type { PickStep, Section } from '../../lib/protocol/zones';
import type { MeasuresProps } from './measures/props';
import type { AskTakenAway } from './NoiseDifference';
import type { PagesProps } from './patterns/props';
import type { PinsProps } from './pins/props';
import type { SaveSnapshotProps } from './SaveSnapshot';
import type { ViewsProps } from './views/props';

/** What a person may wish for sections of the page. */
export interface ZoneWishes {
  readonly onPick: (step: PickStep) => void;
  /** Null: the page did not answer. */
  readonly onSections: () => Promise<readonly Section[] | null>;
  readonly onAdd: (ref: number) => void;
  readonly onRemove: (ref: number) => void;
  readonly onLimit: (ref: number | null) => void;
}

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
  readonly zones: ZoneWishes;
  readonly onOpenWorkspace: () => void;
  /** Opens the form for a new source; else the workspace is opened. */
  readonly onAddSource?: (() => void) | undefined;
  readonly views?: ViewsProps | undefined;
  /** What came of the view that was opened last. */
  readonly notice?: ViewNotice | null | undefined;
  /** Pages of one template. */
  readonly pages?: PagesProps | undefined;
  /** `first`: nobody has seen the tour in this browser yet. */
  readonly tour?: { readonly first: boolean; readonly onSeen: () => void } | undefined;
  /** Saving the map that is shown. */
  readonly snapshot?: SaveSnapshotProps | undefined;
  /** Web Vitals and conversion beside the heat. */
  readonly measures?: MeasuresProps | undefined;
  /** What a filter takes away; both maps are asked for. */
  readonly onTakenAway?: AskTakenAway | undefined;
  /** What the map is compared with, and what was found. */
  readonly comparison?: HeatComparison | null | undefined;
  /** Notes on elements of this page. */
  readonly pins?: PinsProps | undefined;
  readonly onOpenPictures?: (() => void) | undefined;
  readonly onSavePng?: (() => void) | undefined;
  readonly onSaveReport?: (() => void) | undefined;
  readonly onExportCsv?: (() => void) | undefined;
}
