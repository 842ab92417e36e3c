import type { Clock } from '../../../core/clock';
import { HushmapError } from '../../../core/errors';
import type { Response } from '../../../protocol/messages';
import type { Pin, PlacedPin } from '../../../protocol/pins';
import { redactUrl } from '../../../report/redact-url';
import type { HeatPorts, PerTab } from '../ports';

export interface PinPorts {
  readonly clock: Clock;
  readonly page: Pick<HeatPorts['page'], 'url' | 'send'>;
  readonly states: PerTab<readonly PlacedPin[]>;
  readonly store: {
    list(page: string): Promise<Pin[]>;
    get(id: string): Promise<Pin | null>;
    put(pin: Pin): Promise<void>;
    remove(id: string): Promise<void>;
  };
}

/** What is asked for: a note on an element, by the overlay's number for it. */
interface NewPin {
  readonly id: string;
  readonly ref: number;
  readonly note: string;
}

/** Notes on elements of the page that a tab shows: kept in the vault, found again on the page. */
export function createPinService({ clock, page, states, store }: PinPorts) {
  /** The page may hold others by now: they are sought, and their numbers set beside them. */
  async function place(tabId: number): Promise<PlacedPin[]> {
    const pins = await store.list(pageOf(await page.url(tabId)));
    const before = await states.read(tabId);
    if (pins.length === 0 && (before ?? []).length === 0) return [];
    const found = await locate(tabId, pins);
    const placed = pins.map((pin, i) => ({ pin, number: i + 1, ref: found.get(i) ?? null }));
    const marks = placed.flatMap(({ number, ref }) => (ref === null ? [] : [{ number, ref }]));
    await page.send(tabId, 'overlay.pins', { pins: marks }).catch(() => undefined);
    await states.write(tabId, placed);
    return placed;
  }

  async function locate(tabId: number, pins: readonly Pin[]): Promise<Map<number, number>> {
    if (pins.length === 0) return new Map();
    const anchors = pins.map(({ selectors }) => [...selectors]);
    // A page without an overlay has nothing that could be pointed at.
    const located: Response<'overlay.locate'> | null = await page
      .send(tabId, 'overlay.locate', { anchors })
      .catch(() => null);
    const found = located?.found.filter(({ anchor, ...element }) => isSame(pins[anchor], element));
    return new Map(found?.map(({ anchor, ref }) => [anchor, ref]) ?? []);
  }

  /**
   * The same one is made once, however often it is asked for.
   * @throws HushmapError `pin.noPlace` where the element would not be found again; `pin.tooMany`
   */
  async function add(tabId: number, { id, ref, note }: NewPin): Promise<PlacedPin[]> {
    if ((await store.get(id)) !== null) return place(tabId);
    const selectors = await page.send(tabId, 'overlay.selectors', { ref }).catch(() => null);
    if (selectors === null) throw new HushmapError('pin.noPlace');
    const located = await page.send(tabId, 'overlay.locate', { anchors: [selectors] });
    const [same] = located.found;
    if (same === undefined || same.ref !== ref) throw new HushmapError('pin.noPlace');
    const { label, role } = same;
    const own = { id, page: pageOf(await page.url(tabId)), madeAt: clock.now() };
    await store.put({ ...own, selectors, label, role, note });
    return place(tabId);
  }

  async function edit(tabId: number, id: string, note: string): Promise<PlacedPin[]> {
    const pin = await store.get(id);
    if (pin !== null) await store.put({ ...pin, note });
    return place(tabId);
  }

  return {
    add,
    edit,
    list: place,
    remove: (tabId: number, id: string) => store.remove(id).then(() => place(tabId)),
    putBack: (tabId: number, pin: Pin) => store.put(pin).then(() => place(tabId)),
    /** The page has told its elements: it is another, or has changed. */
    onPage: async (tabId: number): Promise<void> => void (await place(tabId)),
  };
}

export type PinService = ReturnType<typeof createPinService>;

type Named = Pick<Pin, 'label' | 'role'>;

/**
 * Where an element has gone, its neighbour may stand where it stood: a note must not move to another.
 * Numbers in a name change ("Inbox (3)") and count for nothing.
 */
const isSame = (pin: Named | undefined, found: Named): boolean =>
  pin?.role === found.role && withoutDigits(pin.label) === withoutDigits(found.label);

const withoutDigits = (label: string): string => label.replace(/\d+/g, '');

/** A page by its address: query and fragment may be personal, and are of this visit. */
function pageOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { origin, pathname } = new URL(url);
  return redactUrl(`${origin}${pathname}`).slice(0, 2000);
}
