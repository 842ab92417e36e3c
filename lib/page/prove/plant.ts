import type { Canary } from '../../wire/contract';
import { natives } from '../natives';
import type { Target } from './targets';
import { putBack, textIn, typeInto } from './type-into';

/** A canary that stands on the page, and what stood there before. */
export interface Planted {
  readonly target: Target;
  readonly canary: Canary;
  readonly before: string;
}

/** Plants a canary; null where the page did not keep it, and all is as it was. */
export async function plant(
  target: Target,
  canary: Canary,
  pause: () => Promise<void>,
): Promise<Planted | null> {
  const { node } = target;
  if (!natives.isConnected(node)) return null;
  if (isText(node)) {
    const before = natives.data(node);
    node.data = canary.value;
    return { target, canary, before };
  }
  const before = textIn(node);
  if (await typeInto(node, canary.value, pause)) return { target, canary, before };
  putBack(node, before);
  return null;
}

/** Puts back what stood there. False where a canary stays in a field. */
export function takeOut({ target: { node }, canary, before }: Planted): boolean {
  if (isText(node)) {
    // What the page has written there meanwhile is the page's.
    if (natives.data(node) === canary.value) node.data = before;
    return true;
  }
  return putBack(node, before) || !natives.isConnected(node);
}

const isText = (node: Target['node']): node is CharacterData => natives.nodeType(node) === 3;
