import type { Clock } from '../../core/clock';
import type { AnchoredCells } from '../../heatmap/anchored';
import type { Cells } from '../../heatmap/cells';
import type { TornSquares } from '../../heatmap/torn-squares';
import type { HeatSettings, HeatState, MapSummary } from '../../protocol/heat';
import type { HeatComparison } from '../../protocol/heat-comparison';
import type { Anchor, Bands } from '../../protocol/heat-kinds';
import type { MessageName, Request, Response } from '../../protocol/messages';
import type { OverlayPart } from '../../protocol/overlay-part-messages';
import type { Snapshot } from '../../protocol/snapshots';
import type { Policy, SourceConfig } from '../../protocol/sources';
import type { ShownStore } from './guarded-answers';
import type { SnapshotFinder } from './snapshot-place';

/** Cells that may be shown, and what is said about them. Saved so that a killed worker loses nothing. */
export interface StoredMap {
  readonly summary: MapSummary;
  /** Already anonymised: cells under k are not in it. */
  readonly cells: Cells;
  /** Heat by element, where the source gives no places; then `cells` is empty. */
  readonly anchored: {
    readonly anchors: readonly Anchor[];
    readonly cells: AnchoredCells;
  } | null;
  /**
   * Bands of at least k people as they were counted; `summary.bands` are rounded, which two maps must not be
   * compared by. Null: it has none, or was saved before they were kept.
   */
  readonly counted?: Bands | null;
  /** Squares of `cells` of which a part is left out, so that what is shown is not all of them. */
  readonly torn?: TornSquares;
}

/** What the overlay of a tab asked for last: the page's own URL, and the size it is shown in, CSS px. */
export interface Asked {
  readonly url: string;
  readonly viewportWidth: number;
  /** Of the whole page. */
  readonly pageHeight?: number | undefined;
}

/** A value per tab. */
export interface PerTab<T> {
  read(tabId: number): Promise<T | null>;
  write(tabId: number, value: T): Promise<void>;
  remove(tabId: number): Promise<void>;
}

/** What the heat needs of the browser, the vault and the network. */
export interface HeatPorts {
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly states: PerTab<HeatState>;
  /** What the overlay of a tab asked for last. */
  readonly asked: PerTab<Asked>;
  /** What the heat of a tab is compared with, and what was found. */
  readonly comparisons: PerTab<HeatComparison>;
  /** Ids of all tabs that are open. */
  readonly tabs: () => Promise<readonly number[]>;
  /** Id of the map that was read from a file in this tab. */
  readonly files: PerTab<string>;
  readonly preferences: {
    read(): Promise<HeatSettings>;
    write(settings: HeatSettings): Promise<void>;
  };
  readonly policy: () => Promise<Policy>;
  readonly sources: () => Promise<readonly SourceConfig[]>;
  readonly secret: (config: SourceConfig) => Promise<string | null>;
  readonly maps: {
    get(mapId: string): Promise<StoredMap | null>;
    put(map: StoredMap): Promise<void>;
  };
  /** What was shown of live sources, so that nobody subtracts it from what will be. */
  readonly shown: ShownStore;
  /** Maps that a person has saved. */
  readonly snapshots: SnapshotFinder & {
    get(id: string): Promise<(StoredMap & { readonly snapshot: Snapshot }) | null>;
  };
  readonly hasGrant: (url: string) => Promise<boolean>;
  readonly page: {
    url(tabId: number): Promise<string>;
    injectOverlay(tabId: number): Promise<void>;
    injectPart(tabId: number, part: OverlayPart): Promise<void>;
    send<N extends MessageName>(tabId: number, name: N, request: Request<N>): Promise<Response<N>>;
  };
}
