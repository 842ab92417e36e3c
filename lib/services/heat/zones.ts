import { HushmapError } from '../../core/errors';
import { rankAnchored } from '../../heatmap/anchors/rank';
import { roundCount } from '../../heatmap/rounding';
import type { HeatState, RankedElement } from '../../protocol/heat';
import type { Parsed, Response } from '../../protocol/messages';
import { type PickStep, type Readings, wholeIdOf, type Zones } from '../../protocol/zones';
import { redactText } from '../../report/redact-text';
import { countByElement, type Shifts } from './count-elements';
import { countZones, elementsIn, placedOnElements, placedOnPage, rowsIn } from './count-zones';
import { limitMap } from './limit-map';
import type { HeatPorts, StoredMap } from './ports';

/** What was counted of a map on the page as it is. */
export interface Counted {
  /** What of it the tab's state says. */
  readonly known: Pick<HeatState, 'elements' | 'unplaced' | 'reanchored' | 'unresolved'>;
  readonly zones: Zones['list'];
  readonly shifts: Shifts | null;
  readonly readings: Readings;
  /** The map of the section that heat is limited to; null: the whole page. */
  readonly limited: StoredMap | null;
}

/** Counts heat by place: by element, in each picked section, and in the one that it is limited to. */
export async function countOnPage(
  map: StoredMap,
  { boxes, scaleX, zones = [] }: Parsed<'overlay.elements'>,
  limit: number | null,
): Promise<Counted> {
  const whole = await countByElement(map, { boxes, scaleX });
  const { shifts } = whole;
  const area = zones.find(({ ref }) => ref === limit);
  const placed = zones.length === 0 ? null : placedOnPage(map, scaleX, shifts);
  const limited = area && placed ? await limitMap(map, rowsIn(placed, area)) : null;
  const shown =
    area && limited
      ? await countByElement(
          limited,
          { boxes: elementsIn(boxes, area), scaleX },
          shifts ?? undefined,
        )
      : whole;
  const { elements, unplaced, reanchored } = shown;
  return {
    known: { elements: rows(elements), unplaced, reanchored, unresolved: null },
    zones: placed ? countZones(map, placed, zones) : [],
    shifts,
    readings: readingsOf(shown),
    limited,
  };
}

/** The same for heat by element, which lies where its elements do. */
export async function countAnchored(
  map: StoredMap & { readonly anchored: NonNullable<StoredMap['anchored']> },
  told: Parsed<'overlay.anchored'>,
  limit: number | null,
): Promise<Counted> {
  const { zones = [], found } = told;
  const { unit } = map.summary.provenance;
  const area = zones.find(({ ref }) => ref === limit);
  const placed = placedOnElements(map.anchored, found);
  const limited = area ? await limitMap(map, rowsIn(placed, area)) : null;
  const ranked = rankAnchored(limited?.anchored ?? map.anchored, told, unit, redactText);
  const { elements, unresolved } = ranked;
  return {
    known: { elements: rows(elements), unresolved, unplaced: unresolved.share, reanchored: null },
    zones: countZones(map, placed, zones),
    shifts: null,
    readings: readingsOf(ranked),
    limited,
  };
}

const rows = (elements: readonly RankedElement[]) => elements.slice(0, MOST_ELEMENTS);

/** Rows of the element table: more than anyone reads, and small enough for one message. */
const MOST_ELEMENTS = 1_000;

function readingsOf(ranked: {
  readonly elements: readonly RankedElement[];
  readonly observations: number;
}): Readings {
  return {
    observations: roundCount(ranked.observations),
    elements: ranked.elements
      .slice(0, MOST_READINGS)
      .map(({ ref, label, count, share, margin, people = 0 }) => ({
        ...{ ref, label, count, share, margin, people },
      })),
  };
}

const MOST_READINGS = 500;

interface World {
  readonly page: HeatPorts['page'];
  read(tabId: number): Promise<HeatState>;
  change(tabId: number, part: (state: HeatState) => Partial<HeatState>): Promise<HeatState>;
  tellOverlay(tabId: number): Promise<void>;
  map(mapId: string): Promise<StoredMap | null>;
}

/** Sections that a person picks on the page. The page holds their elements; the numbers are here. */
export function createZones({ page, read, change, tellOverlay, map }: World) {
  const changeZones = (tabId: number, part: Partial<Zones>): Promise<HeatState> =>
    change(tabId, ({ zones }) => ({ zones: { ...zones, ...part } }));

  async function pick(tabId: number, step: PickStep): Promise<HeatState> {
    if (!(await read(tabId)).on) throw new HushmapError('page.gone');
    await page.send(tabId, 'overlay.pick', { step });
    return step === 'start' ? changeZones(tabId, { picking: true }) : read(tabId);
  }

  async function add(tabId: number, ref: number): Promise<HeatState> {
    await page.send(tabId, 'overlay.zone', { ref, keep: true });
    return read(tabId);
  }

  async function remove(tabId: number, ref: number): Promise<HeatState> {
    const { zones } = await read(tabId);
    if (zones.limit === ref) await limit(tabId, null);
    // It is gone from the panel also where the page is.
    await page.send(tabId, 'overlay.zone', { ref, keep: false }).catch(() => undefined);
    return change(tabId, (state) => ({
      zones: { ...state.zones, list: state.zones.list.filter((zone) => zone.ref !== ref) },
    }));
  }

  async function limit(tabId: number, ref: number | null): Promise<HeatState> {
    const { summary } = await read(tabId);
    const whole = summary && (await map(wholeIdOf(summary.mapId)));
    await change(tabId, (state) => ({
      zones: { ...state.zones, limit: ref },
      // The map of the section comes when the page has told again where it lies.
      ...(ref === null && whole ? { summary: whole.summary } : {}),
    }));
    await tellOverlay(tabId);
    return read(tabId);
  }

  return {
    pick,
    add,
    remove,
    limit,
    picked: (tabId: number) => changeZones(tabId, { picking: false }),
    sections: (tabId: number): Promise<Response<'overlay.sections'>> =>
      page.send(tabId, 'overlay.sections', undefined),
  };
}
