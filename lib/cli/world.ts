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
}

const WORLD = 'hushmap';
const scripts = new Map<string, string>();

/** A script that was built beside the program. */
export function builtScript(name: 'scanner.js' | 'facts.js'): string {
  const known = scripts.get(name) ?? readFileSync(new URL(name, import.meta.url), 'utf8');
  scripts.set(name, known);
  return known;
}

/**
 * Worlds of our own in every frame of a page, frames in processes of their own too, with the closed
 * shadow roots of each handed in by the debugger.
 */
export async function openWorlds(page: Page): Promise<FrameWorld[]> {
  const worlds: FrameWorld[] = [];
  for (const session of await sessionsOf(page)) {
    const ids = await frameIds(session);
    const contexts = new Map<string, number>();
    for (const id of ids) {
      const context = await openWorld(session, id);
      // Whatever opened next would be taken for the page itself.
      if (context === null && worlds.length === 0) return [];
      if (context === null) continue;
      contexts.set(id, context);
      worlds.push(frameWorld(session, id, context, worlds.length));
    }
    await closedRootsOf(session, contexts);
  }
  return worlds;
}

/** The page's session, and one for each frame that another process holds. */
async function sessionsOf(page: Page): Promise<CDPSession[]> {
  const context = page.context();
  const sessions = [await context.newCDPSession(page)];
  for (const frame of page.frames()) {
    if (frame === page.mainFrame()) continue;
    // Only frames of other processes have a session of their own; the rest are in the page's.
    const own = await context.newCDPSession(frame).catch(() => null);
    if (own) sessions.push(own);
  }
  return sessions;
}

interface FrameTree {
  readonly frame: { readonly id: string };
  readonly childFrames?: readonly FrameTree[];
}

async function frameIds(session: CDPSession): Promise<string[]> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const collect = ({ frame, childFrames = [] }: FrameTree): string[] => [
    frame.id,
    ...childFrames.flatMap(collect),
  ];
  return collect(frameTree);
}

async function openWorld(session: CDPSession, frameId: string): Promise<number | null> {
  try {
    const world = await session.send('Page.createIsolatedWorld', { frameId, worldName: WORLD });
    await evaluateIn(
      session,
      world.executionContextId,
      `${builtScript('scanner.js')};void 0`,
      true,
    );
    return world.executionContextId;
  } catch {
    // A frame that is of another process, or that went away: its own session has it, or nobody.
    return null;
  }
}

function frameWorld(session: CDPSession, id: string, context: number, frameId: number): FrameWorld {
  return {
    frameId,
    evaluate: (expression) => evaluateIn(session, context, expression),
    async evaluateInPage(expression) {
      const main = await mainContext(session, id);
      return main === null ? null : evaluateIn(session, main, expression);
    },
  };
}

/** The number of a frame's own world is only told when `Runtime` is switched on. */
async function mainContext(session: CDPSession, frameId: string): Promise<number | null> {
  let found: number | null = null;
  const note = ({ context }: { context: { id: number; auxData?: unknown } }): void => {
    const { auxData } = context;
    if (typeof auxData !== 'object' || auxData === null) return;
    if (Reflect.get(auxData, 'frameId') === frameId && Reflect.get(auxData, 'isDefault') === true) {
      found = context.id;
    }
  };
  session.on('Runtime.executionContextCreated', note);
  await session.send('Runtime.disable');
  await session.send('Runtime.enable');
  session.off('Runtime.executionContextCreated', note);
  return found;
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
