import type { RecorderId } from '../../lib/protocol/recorders';

/**
 * A recorder to predict for, with the vendor's own init options; `running`: those that it runs with on
 * the page, null: its documented defaults. Several of one recorder are compared with each other.
 */
export interface Assumption {
  readonly id: RecorderId;
  readonly options: Readonly<Record<string, unknown>> | 'running' | null;
}

interface Read {
  readonly assumption: Assumption | null;
  readonly problem: 'notJson' | 'notObject' | null;
}

/** Reads options as somebody has written them: JSON, or nothing for the defaults. */
export function readAssumption(id: RecorderId, text: string): Read {
  if (text.trim() === '') return { assumption: { id, options: null }, problem: null };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { assumption: null, problem: 'notJson' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { assumption: null, problem: 'notObject' };
  }
  return { assumption: { id, options: { ...value } }, problem: null };
}
