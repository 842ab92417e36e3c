import type { NodeView } from '../contract';
import type { Tri } from '../rrweb/place';
import type { SentryOptions } from './options';

/** Recorded before the attribute masks are asked. */
export const NEVER_MASKED: ReadonlySet<string> = new Set(['src', 'href', 'srcset', 'style']);

/** Whether an attribute becomes asterisks; null: can't tell. */
export function isAttributeMasked(view: NodeView, name: string, options: SentryOptions): Tri {
  if (NEVER_MASKED.has(name)) return false;
  const opened = isUnmasked(view, options);
  if (opened === true) return false;
  const named = options.maskAttributes?.includes(name.toLowerCase()) ?? null;
  if (named === false) return false;
  return opened === null ? null : named;
}

/** Whether an unmask selector matches the element itself; those around it do not count here. */
export function isUnmasked(view: NodeView, { unmask }: SentryOptions): Tri {
  if (unmask === null) return null;
  return unmask === '' ? false : view.matches(unmask) === true;
}
