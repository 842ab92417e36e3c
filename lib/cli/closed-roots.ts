import type { CDPSession } from 'playwright';

interface DomNode {
  readonly backendNodeId: number;
  readonly childNodeCount?: number | undefined;
  readonly frameId?: string | undefined;
  readonly shadowRootType?: string | undefined;
  readonly children?: readonly DomNode[] | undefined;
  readonly shadowRoots?: readonly DomNode[] | undefined;
  readonly contentDocument?: DomNode | undefined;
}

/** Roots of one call: enough that thousands of hosts take few calls, and no message is large. */
const AT_ONCE = 200;

/**
 * Hands the closed shadow roots of every frame to our world in it. Only the debugger can see them:
 * `DOM.getDocument` pierces them, and `DOM.resolveNode` makes them objects of a world.
 *
 * @param contexts execution contexts by frame id.
 */
export async function closedRootsOf(
  session: CDPSession,
  contexts: ReadonlyMap<string, number>,
): Promise<void> {
  const [first] = contexts.keys();
  if (first === undefined) return;
  const roots = new Map<string, number[]>();
  const cut = collect({ node: await documentOf(session), frame: first }, roots);
  for (let next = cut.pop(); next; next = cut.pop()) {
    const node = await insideOf(session, next.node);
    if (node) cut.push(...collect({ node, frame: next.frame }, roots));
  }
  for (const [frameId, found] of roots) {
    const context = contexts.get(frameId);
    if (context === undefined) continue;
    for (let at = 0; at < found.length; at += AT_ONCE) {
      await handIn(session, context, found.slice(at, at + AT_ONCE));
    }
  }
}

/** The whole document; of one that is too deep for a message of the debugger, its upper part. */
async function documentOf(session: CDPSession): Promise<DomNode> {
  const whole = await session
    .send('DOM.getDocument', { depth: -1, pierce: true })
    .catch(() => null);
  return (whole ?? (await session.send('DOM.getDocument', { depth: DEEPEST, pierce: true }))).root;
}

/** A node whose children were cut off, with them; null: it has left the page since. */
async function insideOf(session: CDPSession, { backendNodeId }: DomNode): Promise<DomNode | null> {
  const asked = { backendNodeId, depth: DEEPEST, pierce: true };
  const told = await session.send('DOM.describeNode', asked).catch(() => null);
  return told?.node ?? null;
}

/** A message may nest 300 deep, and an element in a shadow root takes four of that. */
const DEEPEST = 50;

interface Found {
  readonly node: DomNode;
  /** The frame that it is in. */
  readonly frame: string;
}

/**
 * Notes the closed roots in a node by their frames. Goes down without recursion: a page may be deeper
 * than any stack.
 *
 * @returns nodes whose children were not told.
 */
function collect(top: Found, roots: Map<string, number[]>): Found[] {
  const cut: Found[] = [];
  const stack = [top];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, frame } = next;
    for (const shadow of node.shadowRoots ?? []) {
      if (shadow.shadowRootType === 'closed') {
        const known = roots.get(frame) ?? [];
        known.push(shadow.backendNodeId);
        roots.set(frame, known);
      }
      // What the browser itself puts into its controls is nobody's content.
      if (shadow.shadowRootType !== 'user-agent') stack.push({ node: shadow, frame });
    }
    const children = node.children ?? [];
    for (const child of children) stack.push({ node: child, frame });
    if (children.length === 0 && (node.childNodeCount ?? 0) > 0) cut.push(next);
    if (node.contentDocument) {
      // The element that holds a document carries the id of the frame in it.
      stack.push({ node: node.contentDocument, frame: node.frameId ?? frame });
    }
  }
  return cut;
}

async function handIn(
  session: CDPSession,
  context: number,
  roots: readonly number[],
): Promise<void> {
  const objects = await Promise.all(
    roots.map((backendNodeId) =>
      session
        .send('DOM.resolveNode', { backendNodeId, executionContextId: context })
        // It has left the page since.
        .catch(() => null),
    ),
  );
  await session.send('Runtime.callFunctionOn', {
    functionDeclaration: '(...roots) => { hushmap.addClosedRoots(...roots); }',
    executionContextId: context,
    arguments: objects.flatMap((found) =>
      found?.object.objectId ? [{ objectId: found.object.objectId }] : [],
    ),
  });
}
