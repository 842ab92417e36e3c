import { describe, expect, it } from 'vitest';
import { HushmapError } from '../../../core/errors';
import { randomId } from '../../../core/ids';
import type { Pin } from '../../../protocol/pins';
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
function setUp(elements: Record<string, OnPage>) {
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
      url: async () => 'https://acme.test/pricing?who=jane#top',
      // The answers above are of the messages that are sent here.
      send: (async (_tab: number, name: string, request: never) =>
        answers[name]?.(request)) as PinPorts['page']['send'],
    },
    states: perTab(),
    store: {
      list: async (page) => [...pins.values()].filter((pin) => pin.page === page),
      get: async (id) => pins.get(id) ?? null,
      put: async (pin) => void pins.set(pin.id, pin),
      remove: async (id) => void pins.delete(id),
    },
  };
  return { pinsOf: createPinService(ports), elements, marks, pins };
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
});
