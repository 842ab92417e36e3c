import type { Clock } from '../../../core/clock';
import { HushmapError } from '../../../core/errors';
import { randomHex } from '../../../core/ids';
import { sha256Hex } from '../../../core/sha256';
import type { Response } from '../../../protocol/messages';
import { MOST_PINS, type Pin, type PlacedPin } from '../../../protocol/pins';
import { redactUrl } from '../../../report/redact-url';
import type { HeatPorts, PerTab } from '../ports';

export interface PinPorts {
  readonly clock: Clock;
  readonly page: Pick<HeatPorts['page'], 'url' | 'send'>;
  readonly states: PerTab<readonly PlacedPin[]>;
  readonly store: {
    /** Of all pages with this redacted address. */
    list(page: string): Promise<Pin[]>;
    get(id: string): Promise<Pin | null>;
    /** `isHere`: whether another one with the same redacted address is of the same page. */
    put(pin: Pin, isHere: (other: Pin) => boolean): Promise<void>;
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
  /** What each tab is at, and what waits for that. */
  const running = new Map<number, Promise<unknown>>();
  const waiting = new Map<number, Promise<PlacedPin[]>>();

  /**
   * One after the other in each tab, so that none ends after a newer one and puts back what it had read.
   * One that waits has read nothing yet: whoever comes meanwhile has its answer, too.
   */
  function place(tabId: number): Promise<PlacedPin[]> {
    const before = waiting.get(tabId);
    if (before !== undefined) return before;
    const next = (running.get(tabId) ?? Promise.resolve()).then(() => {
      waiting.delete(tabId);
      return placeNow(tabId);
    });
    waiting.set(tabId, next);
    const done = next
      .catch(() => undefined)
      .then(() => {
        if (running.get(tabId) === done) running.delete(tabId);
      });
    running.set(tabId, done);
    return next;
  }

  /** The page may hold others by now: they are sought, and their numbers set beside them. */
  async function placeNow(tabId: number): Promise<PlacedPin[]> {
    const url = await page.url(tabId);
    const all = await store.list(pageOf(url));
    const pins = all.filter(isOf(url)).slice(0, MOST_PINS);
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
    const url = await page.url(tabId);
    const salt = randomHex(16);
    const path = { salt, digest: digestOf(url, salt) };
    const own = { id, page: pageOf(url), path, madeAt: clock.now() };
    await store.put({ ...own, selectors, label, role, note }, isOf(url));
    return place(tabId);
  }

  async function edit(tabId: number, id: string, note: string): Promise<PlacedPin[]> {
    const pin = await store.get(id);
    if (pin !== null) await keep(tabId, { ...pin, note });
    return place(tabId);
  }

  const keep = async (tabId: number, pin: Pin): Promise<void> =>
    store.put(pin, isOf(await page.url(tabId)));

  return {
    add,
    edit,
    list: place,
    remove: (tabId: number, id: string) => store.remove(id).then(() => place(tabId)),
    putBack: (tabId: number, pin: Pin) => keep(tabId, pin).then(() => place(tabId)),
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
const pageOf = (url: string): string => redactUrl(addressOf(url)).slice(0, 2000);

function addressOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

const digestOf = (url: string, salt: string): string => sha256Hex(`${salt}\n${addressOf(url)}`);

/** Of pages whose redacted addresses are equal; a pin from before there was a digest is of all of them. */
const isOf =
  (url: string) =>
  ({ path }: Pin): boolean =>
    path === undefined || path.digest === digestOf(url, path.salt);
