import type { Capture, RecorderId } from '../../protocol/recorders';

/** How a value looks in a replay; null: as on the page. */
export type Look =
  | { readonly kind: 'stars'; readonly text: string }
  | { readonly kind: 'box' }
  | { readonly kind: 'exposed' }
  | { readonly kind: 'unknown' };

/** What recorders write in place of a masked character; stars where nothing else is known. */
const MASK: Readonly<Partial<Record<RecorderId, string>>> = { datadog: 'x', clarity: '•' };

/**
 * How a value would look in a replay of a recorder: masked as it masks, a box where it is left out, a
 * frame where it is personal and taken as it is, and a mark where nobody can tell.
 */
export function lookOf(
  recorder: RecorderId,
  capture: Capture,
  value: string,
  personal: boolean,
): Look | null {
  if (capture === 'plain') return personal ? { kind: 'exposed' } : null;
  if (capture === 'absent') return { kind: 'box' };
  if (capture === 'unknown') return { kind: 'unknown' };
  return { kind: 'stars', text: value.replace(/\S/gu, MASK[recorder] ?? '*') };
}
