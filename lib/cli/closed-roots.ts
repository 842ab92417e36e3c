import type { CDPSession } from 'playwright';

interface DomNode {
  readonly backendNodeId: number;
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
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const roots = new Map<string, number[]>();
  collect(root, first, roots);
  for (const [frameId, found] of roots) {
    const context = contexts.get(frameId);
    if (context === undefined) continue;
    for (let at = 0; at < found.length; at += AT_ONCE) {
      await handIn(session, context, found.slice(at, at + AT_ONCE));
    }
  }
}

/** Goes down without recursion: a page may be deeper than any stack. */
function collect(root: DomNode, topFrame: string, roots: Map<string, number[]>): void {
  const stack: { readonly node: DomNode; readonly frame: string }[] = [
    { node: root, frame: topFrame },
  ];
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
    for (const child of node.children ?? []) stack.push({ node: child, frame });
    if (node.contentDocument) {
      // The element that holds a document carries the id of the frame in it.
      stack.push({ node: node.contentDocument, frame: node.frameId ?? frame });
    }
  }
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
