import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright';
import { closedRootsOf } from './closed-roots';

/** One frame with a world of our own in it, where nothing that the page replaced is in force. */
export interface FrameWorld {
  /** 0 for the page's own document. */
  readonly frameId: number;
  /** Evaluates in our world; the answer comes by value. */
  evaluate(expression: string): Promise<unknown>;
  /** Evaluates in the page's own world: believed no more than the page. */
  evaluateInPage(expression: string): Promise<unknown>;
  /** Where the frame's viewport begins in the page's, in CSS pixels; null: it is gone. */
  offset(): Promise<Offset | null>;
}

export interface Offset {
  readonly x: number;
  readonly y: number;
}

/** Programs that are put into pages, and the world that each of them has for itself. */
const WORLDS = { 'scanner.js': 'hushmap', 'consent.js': 'hushmap-consent' } as const;
export type InPage = keyof typeof WORLDS;

export const worldName = (script: InPage): string => WORLDS[script];
const scripts = new Map<string, string>();

/** A script that was built beside the program. */
export function builtScript(name: InPage | 'facts.js' | 'probe.js' | 'cmp.js'): string {
  const known = scripts.get(name) ?? readFileSync(new URL(name, import.meta.url), 'utf8');
  scripts.set(name, known);
  return known;
}

/**
 * Worlds of our own in every frame of a page, frames in processes of their own too, with the closed
 * shadow roots of each handed in by the debugger.
 */
export async function openWorlds(page: Page, script: InPage = 'scanner.js'): Promise<FrameWorld[]> {
  const worlds: FrameWorld[] = [];
  const sessions = await sessionsOf(page);
  for (const session of sessions) {
    const ids = await frameIds(session);
    const contexts = new Map<string, number>();
    const mainContext = mainContextsOf(session);
    for (const id of ids) {
      const context = await openWorld(session, id, script);
      // Whatever opened next would be taken for the page itself.
      if (context === null && worlds.length === 0) return [];
      if (context === null) continue;
      contexts.set(id, context);
      const inPage = () => mainContext(id);
      const offset = () => offsetOf(sessions, session, ids[0], id);
      worlds.push({ ...frameWorld(session, inPage, context, worlds.length), offset });
    }
    if (!(await isBeyondLimits(session, contexts))) await closedRootsOf(session, contexts);
  }
  return worlds;
}

/**
 * Whether a scan will leave text out anyway, and so can't call the page clear: the debugger would copy
 * all of that text before it tells of a single root.
 */
async function isBeyondLimits(
  session: CDPSession,
  contexts: ReadonlyMap<string, number>,
): Promise<boolean> {
  const told = await Promise.all(
    [...contexts.values()].map((context) =>
      evaluateIn(session, context, 'hushmap.isBeyondLimits()').catch(() => false),
    ),
  );
  return told.includes(true);
}

/** The page's session, and one for each frame that another process holds. */
async function sessionsOf(page: Page): Promise<CDPSession[]> {
  const context = page.context();
  const sessions = [await pageSession(page)];
  for (const frame of page.frames()) {
    if (frame === page.mainFrame()) continue;
    // Only frames of other processes have a session of their own; the rest are in the page's.
    const own = await context.newCDPSession(frame).catch(() => null);
    if (own) sessions.push(own);
  }
  return sessions;
}

/** Kept for as long as its page: a walk looks at a page several times a second. */
const PAGE_SESSIONS = new WeakMap<Page, Promise<CDPSession>>();

function pageSession(page: Page): Promise<CDPSession> {
  const known = PAGE_SESSIONS.get(page) ?? page.context().newCDPSession(page);
  PAGE_SESSIONS.set(page, known);
  return known;
}

interface FrameTree {
  readonly frame: { readonly id: string };
  readonly childFrames?: readonly FrameTree[];
}

async function frameIds(session: CDPSession): Promise<string[]> {
  const tree = await session.send('Page.getFrameTree').catch(() => null);
  if (tree === null) return frameIdsByWorld(session);
  const { frameTree } = tree;
  const collect = ({ frame, childFrames = [] }: FrameTree): string[] => [
    frame.id,
    ...childFrames.flatMap(collect),
  ];
  return collect(frameTree);
}

/** Frames nested too deep for one message of the debugger, by their worlds, which it tells one by one. */
async function frameIdsByWorld(session: CDPSession): Promise<string[]> {
  const { targetInfo } = await session.send('Target.getTargetInfo');
  const ids = new Set([targetInfo.targetId]);
  await eachMainWorld(session, ({ frameId }) => ids.add(frameId));
  return [...ids];
}

async function openWorld(
  session: CDPSession,
  frameId: string,
  script: InPage,
): Promise<number | null> {
  try {
    const world = await session.send('Page.createIsolatedWorld', {
      frameId,
      worldName: worldName(script),
    });
    await evaluateIn(session, world.executionContextId, `${builtScript(script)};void 0`, true);
    return world.executionContextId;
  } catch {
    // A frame that is of another process, or that went away: its own session has it, or nobody.
    return null;
  }
}

function frameWorld(
  session: CDPSession,
  mainContext: () => Promise<number | null>,
  context: number,
  frameId: number,
): Omit<FrameWorld, 'offset'> {
  return {
    frameId,
    evaluate: (expression) => evaluateIn(session, context, expression),
    async evaluateInPage(expression) {
      const main = await mainContext();
      return main === null ? null : evaluateIn(session, main, expression);
    },
  };
}

/** A frame of another process has its owner in the page's process; deeper ones add up. */
async function offsetOf(
  sessions: readonly CDPSession[],
  session: CDPSession,
  root: string | undefined,
  frameId: string,
): Promise<Offset | null> {
  const [page] = sessions;
  const inside = frameId === root ? NONE : await ownerBox(session, frameId);
  const around = session === page || !page || !root ? NONE : await ownerBox(page, root);
  if (inside === null || around === null) return null;
  return { x: inside.x + around.x, y: inside.y + around.y };
}

const NONE: Offset = { x: 0, y: 0 };

async function ownerBox(session: CDPSession, frameId: string): Promise<Offset | null> {
  try {
    const { backendNodeId } = await session.send('DOM.getFrameOwner', { frameId });
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
    const [x, y] = model.content;
    return x === undefined || y === undefined ? null : { x, y };
  } catch {
    return null;
  }
}

/**
 * Numbers of the frames' own worlds. They are only told when `Runtime` is switched on, all at once:
 * asked for each of many frames, that would cost their square.
 */
function mainContextsOf(session: CDPSession): (frameId: string) => Promise<number | null> {
  let told: Promise<ReadonlyMap<string, number>> | null = null;
  return async (frameId) => {
    told ??= mainWorlds(session);
    return (await told).get(frameId) ?? null;
  };
}

async function mainWorlds(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const contexts = new Map<string, number>();
  await eachMainWorld(session, ({ frameId, context }) => contexts.set(frameId, context));
  return contexts;
}

/** Tells of the page's own world in every frame: the debugger names them when it is switched on. */
async function eachMainWorld(
  session: CDPSession,
  tell: (world: { readonly frameId: string; readonly context: number }) => void,
): Promise<void> {
  const note = ({ context }: { context: { id: number; auxData?: unknown } }): void => {
    const { auxData } = context;
    if (typeof auxData !== 'object' || auxData === null) return;
    const frameId: unknown = Reflect.get(auxData, 'frameId');
    if (typeof frameId !== 'string' || Reflect.get(auxData, 'isDefault') !== true) return;
    tell({ frameId, context: context.id });
  };
  session.on('Runtime.executionContextCreated', note);
  await session.send('Runtime.disable');
  await session.send('Runtime.enable');
  session.off('Runtime.executionContextCreated', note);
}

async function evaluateIn(
  session: CDPSession,
  contextId: number,
  expression: string,
  quiet = false,
): Promise<unknown> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: !quiet,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'It failed.');
  return result.value;
}
