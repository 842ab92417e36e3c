import { now } from '../natives';
import { type Details, statesJson } from '../tape';
import type { NoteSignal, SignalName, States } from './contract';
import { unset } from './read';

/**
 * Notes what a platform says, and whether a person has decided it:
 * `asking`: nobody decided yet, so that every state is unset, whatever the default is;
 * `stored`: decided before this page was opened; `saved`: decided here;
 * `default`: the platform went ahead without asking.
 */
export type TellDecision = (states: States, isDecided: boolean, details?: Details) => void;

/**
 * @param hasStored Whether the platform's own record of a decision is there. Asked for at document
 *   start and again later. Null where there is no record that a script could see.
 */
export function tellDecisions(
  signal: SignalName,
  note: NoteSignal,
  hasStored: (() => boolean) | null,
): TellDecision {
  let wasStored = hasStored?.() ?? false;
  let hasAsked = false;
  let undecidedAt = 0;
  let last = '';
  let remark = 'asking';

  const remarkOn = (key: string): string => {
    if (key === last) return remark;
    if (last !== '') return 'saved';
    if (wasStored) return 'stored';
    if (hasAsked) return 'saved';
    if (hasStored === null) return 'stored';
    return hasStored() ? 'saved' : 'default';
  };

  return (states, isDecided, details) => {
    if (!isDecided) {
      // A platform that has not read its own record yet is loading; one that still asks asks anew.
      if (wasStored && hasStored?.() === true) {
        undecidedAt ||= now();
        if (now() - undecidedAt < LOADING_MS) return;
      }
      unset(states);
      wasStored = false;
      hasAsked = true;
      last = '';
      remark = 'asking';
    } else {
      const key = statesJson(states).json;
      remark = remarkOn(key);
      last = key;
      if (remark === 'default') unset(states);
    }
    note(signal, states, remark, details);
  };
}

/** How long a platform may take to read what it has stored. */
const LOADING_MS = 1_000;
