import type { RecorderId, RecorderState } from '../../lib/protocol/recorders';
import { type Assumption, readAssumption } from './assumption';

/** Option sets of one recorder that fit beside each other. */
export const MOST_SETS = 4;

/** An option set as the form has it: what somebody wrote, or null for the options that it runs with. */
export type OptionSet = string | null;

/** Option sets by recorder, in the order in which they were chosen. */
export type Draft = ReadonlyMap<RecorderId, readonly OptionSet[]>;

/** What was asked for last, as somebody would write it. */
export function draftOf(assumed: readonly RecorderState[]): Draft {
  const draft = new Map<RecorderId, OptionSet[]>();
  for (const state of assumed)
    draft.set(state.id, [...(draft.get(state.id) ?? []), writtenOf(state)]);
  return draft;
}

function writtenOf({ detected, optionSource, options }: RecorderState): OptionSet {
  if (detected) return null;
  return optionSource === 'entered' ? written(options) : '';
}

/** Options as they stand in the site's code. */
export const written = (options: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(options, null, 1);

/** The choice as a whole; null: a set can't be read. */
export function assumptionsIn(draft: Draft): readonly Assumption[] | null {
  const read = [...draft].flatMap(([id, sets]) =>
    sets.map((set) =>
      set === null ? { id, options: 'running' as const } : readAssumption(id, set).assumption,
    ),
  );
  return read.every((assumption) => assumption !== null) ? read : null;
}

/** The options that a recorder runs with are the first set: the others are compared with them. */
export function withRunning(sets: readonly OptionSet[], on: boolean): readonly OptionSet[] {
  const given = sets.filter((set) => set !== null);
  if (on) return [null, ...given].slice(0, MOST_SETS);
  return given.length > 0 ? given : [''];
}
