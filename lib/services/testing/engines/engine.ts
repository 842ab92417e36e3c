import type { GivenBy, MapKind } from '../../../protocol/heat-kinds';
import type { SourceConfig } from '../../../protocol/sources';
import type { StoredMap } from '../../heat/ports';

/** What somebody did on the page: in one spot of it, or down to it. */
export interface Visit {
  readonly person: number;
  /** 0 to `SPOTS` - 1. */
  readonly spot: number;
  readonly day: string;
  /** Of the window, CSS px. */
  readonly width: number;
  readonly device: 'desktop' | 'tablet' | 'mobile';
}

export const SPOTS = 3;
export const PAGE = 'https://acme.test/pricing';

export interface Answer {
  /** Who was really counted. */
  readonly counted: readonly Visit[];
  readonly response: Response;
}

/** A back end that filters as the real one does, by all that reaches it. */
export interface Engine {
  readonly name: string;
  readonly config: SourceConfig;
  readonly map: MapKind;
  readonly by: GivenBy;
  /** What k counts. */
  readonly unit: 'people' | 'clicks';
  /** Null: it is a question about something else. */
  answer(url: URL, body: string, visits: readonly Visit[]): Answer | null;
  /** What a map that is shown tells, by spot. */
  read(map: StoredMap): ReadonlyMap<number, number>;
}

/** What every source is set up with. */
export const common = {
  id: 'acme',
  name: 'Acme',
  origins: ['https://acme.test'],
  mappings: [],
};

/** Visits by spot; of depths, those that went at least so far. */
export function bySpot(visits: readonly Visit[], map: MapKind) {
  return Array.from({ length: SPOTS }, (_, spot) => ({
    spot,
    visits: visits.filter((visit) => isAt(visit, spot, map)),
  }));
}

export const isAt = (visit: Visit, spot: number, map: MapKind): boolean =>
  map === 'scroll' ? visit.spot >= spot : visit.spot === spot;

export function inDays(visits: readonly Visit[], from: string, to: string): Visit[] {
  return visits.filter(({ day }) => day >= from && day <= to);
}

export function readBands({ counted }: StoredMap): ReadonlyMap<number, number> {
  return new Map(counted?.bands.map(({ top, value }) => [Math.floor(top / 100), value]));
}

/** Elements are `#spot0`, `#spot1`, … */
export function readElements({ anchored }: StoredMap): ReadonlyMap<number, number> {
  const told = new Map<number, number>();
  for (let i = 0; anchored !== null && i < anchored.cells.length; i++) {
    const names = anchored.anchors[anchored.cells.anchor[i] ?? 0]?.selectors.join() ?? '';
    const spot = Number(/spot(\d)/.exec(names)?.[1]);
    told.set(spot, (told.get(spot) ?? 0) + (anchored.cells.count[i] ?? 0));
  }
  return told;
}

/** Spots lie below each other, 64 px apart. */
export function readPlaces({ cells }: StoredMap): ReadonlyMap<number, number> {
  return new Map(
    Array.from(cells.y, (y, row) => [Math.floor(y / 64), cells.count[row] ?? 0] as const),
  );
}
