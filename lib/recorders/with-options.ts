import type { RecorderState } from '../protocol/recorders';
import { isFunctionMark, isObject, isUndefinedMark } from './json';

type Options = Readonly<Record<string, unknown>>;

/**
 * The same recorder with options added to those in force, as whoever mends a site would add them:
 * tables and lists are joined, selectors too, an empty list empties, and anything else is replaced.
 * What comes of it is a prediction, so the recorder does not count as running with them.
 */
export function withOptions(state: RecorderState, adds: readonly Options[]): RecorderState {
  const options = adds.reduce((before: Options, more) => joinTables(before, more), state.options);
  return { ...state, recording: null, optionSource: 'entered', options: { ...options } };
}

const joinTables = (before: Options, more: Options): Options => ({
  ...before,
  ...Object.fromEntries(
    Object.entries(more).map(([name, value]) => [name, joined(name, before[name], value)]),
  ),
});

function joined(name: string, before: unknown, more: unknown): unknown {
  if (isTable(before) && isTable(more)) return joinTables(before, more);
  if (Array.isArray(before) && Array.isArray(more) && more.length > 0) {
    return [...new Set([...before, ...more])];
  }
  const isSelector = /selector$/i.test(name) && typeof more === 'string';
  return isSelector && typeof before === 'string' ? joinSelectors(before, more) : more;
}

/** A mark that stands for a function or for `undefined` is no table. */
const isTable = (value: unknown): value is Options =>
  isObject(value) && !isFunctionMark(value) && !isUndefinedMark(value);

function joinSelectors(before: string, more: string): string {
  const parts = before.split(',').map((part) => part.trim());
  return before.trim() === '' || parts.includes(more)
    ? before.trim() || more
    : `${before}, ${more}`;
}
