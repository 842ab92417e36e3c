import { describe, expect, it } from 'vitest';
import { HushmapError } from '../../../core/errors';
import { randomId } from '../../../core/ids';
import { MOST_PINS, type Pin } from '../../../protocol/pins';
import { askAgainIfLost } from '../../retry';
import { perTab } from '../../testing/per-tab';
import { createPinService, type PinPorts } from './pin-service';

const TAB = 7;

interface OnPage {
  readonly ref: number;
  readonly label: string;
  readonly role: string;
}

/** A page whose elements are found by their first selector. */
function setUp(elements: Record<string, OnPage>, page = 'https://acme.test/pricing?who=jane#top') {
  const at = { url: page };
  const pins = new Map<string, Pin>();
  const marks: unknown[] = [];
  const answers: Record<string, (request: never) => unknown> = {
    'overlay.selectors': ({ ref }: { ref: number }) => {
      const [selector] = Object.entries(elements).find(([, each]) => each.ref === ref) ?? [];
      return selector === undefined ? null : [selector];
    },
    'overlay.locate': ({ anchors }: { anchors: string[][] }) => ({
      found: anchors.flatMap(([selector = ''], anchor) => {
        const element = elements[selector];
        return element ? [{ anchor, fixed: false, box: [0, 0, 1, 1], ...element }] : [];
      }),
    }),
    'overlay.pins': (told: never) => void marks.push(told),
  };
  const ports: PinPorts = {
    clock: { now: () => 1000 + pins.size },
    page: {
      url: async () => at.url,
      // The answers above are of the messages that are sent here.
      send: (async (_tab: number, name: string, request: never) =>
        answers[name]?.(request)) as PinPorts['page']['send'],
    },
    states: perTab(),
    store: {
      list: async (page) => [...pins.values()].filter((pin) => pin.page === page),
      get: async (id) => pins.get(id) ?? null,
      put: async (pin, isHere) => {
        const others = [...pins.values()].filter((each) => each.page === pin.page && isHere(each));
        if (!pins.has(pin.id) && others.length >= MOST_PINS) throw new HushmapError('pin.tooMany');
        pins.set(pin.id, pin);
      },
      remove: async (id) => void pins.delete(id),
    },
  };
  return { pinsOf: createPinService(ports), ports, at, elements, marks, pins };
}

const BUY = { ref: 3, label: 'Buy (2)', role: 'button' };

describe('pins', () => {
  it('stand at their element, under a number, and know the page without what is of a visit', async () => {
    const { pinsOf, marks, pins } = setUp({ '#buy': BUY });
    const placed = await pinsOf.add(TAB, { id: randomId('pin'), ref: 3, note: 'Too low' });
    expect(placed).toMatchObject([{ number: 1, ref: 3, pin: { note: 'Too low' } }]);
    expect(marks.at(-1)).toEqual({ pins: [{ number: 1, ref: 3 }] });
    expect([...pins.values()].map(({ page }) => page)).toEqual(['https://acme.test/pricing']);
  });

  it('are made once, also where the worker dies before it has answered', async () => {
    const { pinsOf, pins } = setUp({ '#buy': BUY });
    let answers = 0;
    const placed = await askAgainIfLost(async () => {
      const answer = await pinsOf.add(TAB, { id: 'pin_1', ref: 3, note: 'Too low' });
      answers += 1;
      if (answers === 1) throw new HushmapError('message.lost');
      return answer;
    });
    expect([answers, pins.size]).toEqual([2, 1]);
    expect(placed).toMatchObject([{ number: 1, ref: 3, pin: { id: 'pin_1' } }]);
  });

  it('are told as gone where their element is gone', async () => {
    const { pinsOf, elements, marks } = setUp({ '#buy': BUY });
    await pinsOf.add(TAB, { id: randomId('pin'), ref: 3, note: 'Too low' });
    delete elements['#buy'];
    expect(await pinsOf.list(TAB)).toMatchObject([{ number: 1, ref: null }]);
    expect(marks.at(-1)).toEqual({ pins: [] });
  });

  it('never move to the neighbour that now stands there; a number in a name may change', async () => {
    const { pinsOf, elements } = setUp({ '#buy': BUY });
    await pinsOf.add(TAB, { id: randomId('pin'), ref: 3, note: 'Too low' });
    elements['#buy'] = { ref: 8, label: 'Cancel', role: 'button' };
    expect(await pinsOf.list(TAB)).toMatchObject([{ ref: null }]);
    elements['#buy'] = { ref: 9, label: 'Buy (14)', role: 'button' };
    expect(await pinsOf.list(TAB)).toMatchObject([{ ref: 9 }]);
  });

  it('are not made where nobody would find them again', async () => {
    const { pinsOf, elements, pins } = setUp({ '#buy': BUY });
    await expect(
      pinsOf.add(TAB, { id: randomId('pin'), ref: 4, note: 'Gone' }),
    ).rejects.toMatchObject({ code: 'pin.noPlace' });
    elements['#other'] = { ...BUY, ref: 5 };
    delete elements['#buy'];
    await expect(
      pinsOf.add(TAB, { id: randomId('pin'), ref: 3, note: 'Gone' }),
    ).rejects.toMatchObject({ code: 'pin.noPlace' });
    expect(pins.size).toBe(0);
  });

  it('are not lost to a look at the page that had begun before they were made', async () => {
    const { ports } = setUp({ '#buy': BUY });
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    let looks = 0;
    const pinsOf = createPinService({
      ...ports,
      store: {
        ...ports.store,
        list: async (page) => {
          const listed = await ports.store.list(page);
          looks += 1;
          if (looks === 2) await gate;
          return listed;
        },
      },
    });
    await pinsOf.add(TAB, { id: 'pin_1', ref: 3, note: 'Too low' });
    const slow = pinsOf.onPage(TAB);
    await expect.poll(() => looks).toBe(2);
    const added = pinsOf.add(TAB, { id: 'pin_2', ref: 3, note: 'Too wide' });
    await expect.poll(async () => (await ports.store.get('pin_2')) !== null).toBe(true);
    open();
    await slow;
    expect(await added).toHaveLength(2);
    expect(await ports.states.read(TAB)).toHaveLength(2);
  });

  it('are looked for once more, however often the page tells its elements meanwhile', async () => {
    const { ports } = setUp({ '#buy': BUY });
    let looks = 0;
    const list = (page: string) => {
      looks += 1;
      return ports.store.list(page);
    };
    const pinsOf = createPinService({ ...ports, store: { ...ports.store, list } });
    const first = pinsOf.list(TAB);
    await expect.poll(() => looks).toBe(1);
    await Promise.all([first, ...Array.from({ length: 20 }, () => pinsOf.onPage(TAB))]);
    expect(looks).toBeLessThanOrEqual(2);
  });
});

describe('pins of pages that look alike', () => {
  const ONE = 'https://acme.test/orders/8f3a91c2d4e5f60718293a4b5c6d7e8f';
  const OTHER = 'https://acme.test/orders/91bc02d3e4f5a6b7c8d9e0f1a2b3c4d5';

  it('stand on the page that they were made on alone, whose address is not kept', async () => {
    const { pinsOf, at, pins } = setUp({ '#buy': BUY }, `${ONE}?tab=2`);
    await pinsOf.add(TAB, { id: 'pin_1', ref: 3, note: 'Too low' });
    at.url = OTHER;
    expect(await pinsOf.list(TAB)).toEqual([]);
    at.url = `${ONE}#top`;
    expect(await pinsOf.list(TAB)).toMatchObject([{ number: 1, ref: 3 }]);
    expect(JSON.stringify([...pins.values()])).not.toContain('8f3a91c2');
  });

  it('of earlier versions stand on all of them, as they did', async () => {
    const { pinsOf, at, pins } = setUp({ '#buy': BUY }, ONE);
    await pinsOf.add(TAB, { id: 'pin_1', ref: 3, note: 'Too low' });
    for (const [id, { path: _, ...pin }] of pins) pins.set(id, pin);
    at.url = OTHER;
    expect(await pinsOf.list(TAB)).toMatchObject([{ pin: { id: 'pin_1' } }]);
  });

  it('are as many as can be shown on each', async () => {
    const { pinsOf, at } = setUp({ '#buy': BUY }, ONE);
    const add = (id: string) => pinsOf.add(TAB, { id, ref: 3, note: 'Too low' });
    for (let i = 0; i < MOST_PINS; i++) await add(`pin_${i}`);
    await expect(add('pin_more')).rejects.toMatchObject({ code: 'pin.tooMany' });
    at.url = OTHER;
    expect(await add('pin_other')).toHaveLength(1);
  });
});
