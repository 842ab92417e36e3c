import type { Clock } from '../core/clock';
import type { HushmapError } from '../core/errors';
import type { Message } from '../core/message';
import type { Result } from '../core/result';
import type { AnchoredCells } from '../heatmap/anchored';
import type { Cells } from '../heatmap/cells';
import type { GivenMeasures } from '../heatmap/measures/contract';
import type { SourceAbilities } from '../protocol/heat';
import type { Anchor, Bands, Device, Unit } from '../protocol/heat-kinds';
import type { HeatQuery, PagesQuery, SourceConfig } from '../protocol/sources';
import type { Widths } from './widths';

/**
 * A back end that heatmap data comes from. Every source passes `test/contract/sources`.
 *
 * A source turns its API's answer into cells and says how exact they are. It does not apply k: that
 * is done once, for all sources, by `lib/heatmap/anonymity`; a source whose engine can count people
 * leaves small cells out before they travel, and is looked at again here. Texts, ids of people and
 * sessions are dropped at ingest. What a person can mend comes back as an error; a call that was
 * aborted through `ports.signal` rejects with the signal's reason, as `fetch` does; a signal that
 * timed out is `source.slow`. A source that tells depth as a share of the page's height gives bands
 * as they are; for cells it needs `query.pageHeight`, and refuses with `source.noPageHeight` without.
 */
export interface HeatSource<C extends SourceConfig = SourceConfig> {
  readonly kind: C['kind'];
  /** What can be asked of it. A question beyond this is refused with `source.cannot`. */
  abilities(config: C): SourceAbilities;
  /**
   * Whose clicks an answer to `query` counts: the widths and the device that the back end really filters
   * by, which may be others than were asked for. The guard compares answers by it, and the panel tells
   * it, so it must be exact: two questions have a click in common only where both of these hold it.
   */
  counts(config: C, query: CountedQuery, what: 'heat' | 'pages' | 'measures'): Counted;
  fetchHeat(
    config: C,
    query: HeatQuery,
    ports: SourcePorts,
  ): Promise<Result<SourceHeat, HushmapError>>;
  /**
   * Web Vitals and conversion by element, where `abilities` says that it can be asked. It is asked for
   * the page, days, widths and people of `query`, whatever its map. `goal`: an event's name, or a path
   * that begins with `/`; empty: no conversion.
   */
  fetchMeasures?(
    config: C,
    query: HeatQuery,
    goal: string,
    ports: SourcePorts,
  ): Promise<Result<GivenMeasures, HushmapError>>;
  /**
   * Asks the least that proves address, key and scope. Says what will not work although the source
   * does, such as maps that its key may not read.
   */
  test(config: C, ports: SourcePorts): Promise<Result<readonly Message[], HushmapError>>;
  /**
   * The pages that a pattern holds, by how many people were counted there, the most first; for those
   * alone whose abilities say `pages`. Unlike cells, pages of fewer than k people must not leave the
   * engine: an address that one person opened may be about that person.
   */
  listPages?(
    config: C,
    query: PagesQuery,
    ports: SourcePorts,
  ): Promise<Result<PageList, HushmapError>>;
}

/** What decides whose clicks are counted, beside page and days. */
export type CountedQuery = Pick<HeatQuery, 'map' | 'by' | 'band' | 'filters'>;

/** Whose clicks an answer counts, as far as windows and devices go. */
export interface Counted {
  /** Null: widths are not told apart, so whatever was asked for is of all of them. */
  readonly widths: Widths | null;
  /** What it filters by beside the width; `all` where the width alone tells devices apart. */
  readonly device: Device;
}

/** Pages of one template, as a source counts them. */
export interface PageList {
  /** Addresses without query and fragment, at most `MOST_PAGES`. */
  readonly pages: readonly { readonly page: string; readonly people: number }[];
  /** All pages with at least k people, those that are not listed too. */
  readonly total: number;
  /** What `people` counts. */
  readonly unit: Unit;
}

/** Pages that are listed of one pattern; nobody reads more. */
export const MOST_PAGES = 50;

/** What the shell lends a source. */
export interface SourcePorts {
  /** The network. Requests must be made with `redirect: 'manual'` semantics and without cookies. */
  readonly fetch: typeof fetch;
  /** The key that was entered for this source, already decrypted; empty where it needs none. */
  readonly secret: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** What every answer says of itself. */
interface HeatFacts {
  /** Width that x is given at, CSS px. */
  readonly viewportWidth: number;
  readonly unit: Unit;
  readonly truncated: boolean;
  /** Rows that were left out because their position or count is no usable number. */
  readonly unusable: number;
  /** `source`: the engine has left out what fewer than k people stand behind. Default: `browser`. */
  readonly anonymisedAt?: 'source' | 'browser';
  /** Where the answer itself says whose clicks it counts. Default: as the source's `counts` says. */
  readonly counted?: Counted;
  /** What a person must know of this answer: sampled, a filter that the source does not know. */
  readonly remarks?: readonly Message[];
}

/** Heat by place on the page. */
export interface PlacedHeat extends HeatFacts {
  readonly form: 'cells';
  readonly cells: Cells;
  /** Half of the source's grid step, CSS px. */
  readonly gridErrorX: number;
  readonly gridErrorY: number;
  /** What an engine that left out or merged small cells says that this cost. Default: it does not say. */
  readonly lost?: LostAtSource;
}

export interface LostAtSource {
  /** Share of all clicks that is in none of the cells, 0 to 1. */
  readonly dropped: number;
  /** Share of the clicks in the cells that lie elsewhere in theirs than spread evenly, 0 to 1. */
  readonly misplaced: number;
}

/** Heat by element, and by place within its box. */
export interface AnchoredHeat extends HeatFacts {
  readonly form: 'anchored';
  readonly anchors: readonly Anchor[];
  readonly cells: AnchoredCells;
  /** Half of the source's step within a box, 0 to 0.5; 0.5: only the element is known. */
  readonly gridError: number;
}

/** Heat by depth: how far people got, or how long a part was in view. */
export interface BandHeat extends HeatFacts {
  readonly form: 'bands';
  readonly bands: Bands;
}

export type SourceHeat = PlacedHeat | AnchoredHeat | BandHeat;
