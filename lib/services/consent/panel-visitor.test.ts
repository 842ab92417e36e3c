import { describe, expect, it, vi } from 'vitest';
import { control } from '../../consent/testing/banner';
import type { FramePress } from '../../protocol/banner-messages';
import type { MessageName, Request, Response } from '../../protocol/messages';
import { createLeaving } from './leaving';
import { PanelVisitor } from './panel-visitor';
import type { WalkTask } from './run-view';

const REJECT = control('reject');
const PRESS: FramePress = {
  t: 1,
  box: { x: 0, y: 0, width: 40, height: 20 },
  label: REJECT.label,
  selector: REJECT.selector,
  fits: true,
};

/** A background whose page answers a question about a press when somebody presses, or when another one comes. */
function setUp() {
  const world = {
    asked: [] as string[],
    tasks: [] as WalkTask[],
    press: null as (() => void) | null,
    picture: null as string | null,
    /** Answers the question that waits; null: nobody pressed. */
    answer: null as ((press: FramePress | null) => void) | null,
  };
  const answers: { [N in MessageName]?: (request: Request<N>) => unknown } = {
    'walk.guide': ({ id }) => {
      world.asked.push(id);
      world.answer?.(null);
      return new Promise<FramePress | null>((resolve) => {
        world.answer = resolve;
      });
    },
    'walk.picture': () => world.picture,
    'walk.press': () => {
      world.answer?.(null);
      return PRESS;
    },
    'walk.read': () => ({
      url: 'https://shop.test/',
      title: 'Shop',
      timelines: [null],
      recorders: [],
      cookies: [],
      stored: [],
    }),
  };
  const visitor = new PanelVisitor({
    tabId: 4,
    url: 'https://shop.test/',
    ask: async <N extends MessageName>(name: N, request: Request<N>): Promise<Response<N>> => {
      const answer = answers[name] as ((asked: Request<N>) => unknown) | undefined;
      // The table above has the answers of the protocol, by name.
      return (await answer?.(request)) as Response<N>;
    },
    traffic: { take: () => ({ requests: [], dropped: 0 }), late: () => [] },
    leaving: createLeaving(new AbortController().signal),
    keep: (png, what) => (png === null ? '' : `${what}.png`),
    known: new Set(),
    now: Date.now,
    onTask: (task) => world.tasks.push(task),
    onAsked: (press) => {
      world.press = press;
    },
  });
  return { visitor, world };
}

describe('a press in the inspected tab', () => {
  it('is not asked for any more once a script has made it, so that the next one is the next', async () => {
    const { visitor, world } = setUp();
    const first = visitor.press(REJECT, 'reject');
    await vi.waitFor(() => expect(world.asked).toHaveLength(1));
    world.press?.();
    expect(await first).toMatchObject({ by: 'program', trusted: false });
    const second = visitor.press(control('save'), 'save');
    await vi.waitFor(() => expect(world.asked).toHaveLength(2));
    // Longer than whoever asks waits before the next question.
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(world.asked).toHaveLength(2);
    world.answer?.(PRESS);
    expect(await second).toMatchObject({ by: 'person', trusted: true });
  });

  it('has a picture of the page before it, and each step one of its end', async () => {
    const { visitor, world } = setUp();
    world.picture = 'cGlj';
    const byScript = async (aim: 'reject' | 'toggle') => {
      world.press = null;
      const pressed = visitor.press(REJECT, aim);
      await vi.waitFor(() => expect(world.press).not.toBeNull());
      // Nobody is asked to press before the picture is there.
      expect(world.tasks.at(-1)).toMatchObject({ kind: 'press', aim });
      (world.press as (() => void) | null)?.();
      return (await pressed).picture;
    };
    expect(await byScript('reject')).toBe('press-reject.png');
    // A list of switches is one picture many times over.
    expect(await byScript('toggle')).toBe('');
    expect((await visitor.read()).picture).toBe('end.png');
  });

  it('is told to be one more where the one before changed nothing', async () => {
    const { visitor, world } = setUp();
    const aims = ['reopen', 'reopen', 'settings', 'toggle', 'reject', 'save'] as const;
    for (const aim of aims) {
      const pressed = visitor.press(REJECT, aim);
      await vi.waitFor(() => expect(world.press).not.toBeNull());
      world.press?.();
      await pressed;
    }
    // The next step begins with its first press.
    await visitor.read();
    const next = visitor.press(REJECT, 'save');
    await vi.waitFor(() => expect(world.press).not.toBeNull());
    world.press?.();
    await next;
    expect(world.tasks.map((task) => task.kind === 'press' && task.again)).toEqual([
      ...[false, true, false, false, false, true],
      false,
    ]);
  });

  it('is kept where it was on another control than the one that was asked for', async () => {
    const { visitor, world } = setUp();
    const pressed = visitor.press(REJECT, 'reject');
    await vi.waitFor(() => expect(world.asked).toHaveLength(1));
    world.answer?.({ ...PRESS, label: 'Accept all', selector: '#yes', fits: false });
    await expect(pressed).rejects.toMatchObject({ obstacle: 'interrupted' });
    expect((await visitor.read()).clicks).toMatchObject([
      { aim: 'reject', label: 'Accept all', selector: '#yes', by: 'person', trusted: true },
    ]);
  });
});
