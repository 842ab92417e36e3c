import { type Message, message } from '../../core/message';
import type { RecorderId } from '../../protocol/recorders';
import type { Walk, WalkScenario } from '../../protocol/walk/walk';
import { recorderName } from '../../recorders/names';
import { activityOf } from '../activity';
import { isExplained, powerOf, repeatsNeeded } from '../sampling';
import { isMade } from './steps';
import { tracesOf } from './trace';

/** What is known of a recorder where it is allowed: the positive control of every absence. */
export interface Control {
  /** Runs in which consent was given. */
  readonly runs: number;
  /** Of these, the ones in which it sent a recording. */
  readonly recorded: number;
  /** Share of visits that it records: as its options state it, unless the runs say less; else as they do. */
  readonly rate: number;
}

export function controlOf(walk: Walk, recorder: RecorderId, power = 0.95): Control {
  const runs = acceptancesOf(walk);
  const recorded = runs.filter((run) =>
    tracesOf(walk).some(
      ({ scenario, decided, timeline }) =>
        scenario === run &&
        decided === 'granted' &&
        activityOf(recorder, timeline).some(({ what }) => what === 'ingest'),
    ),
  ).length;
  const state = walk.recorders.filter(({ id, detected }) => detected && id === recorder);
  const stated = Math.min(1, ...state.flatMap(({ sampleRate }) => sampleRate ?? []));
  const seen = runs.length === 0 ? 1 : recorded / runs.length;
  // Acceptances end with the first that was heard, so their share is no measure of a rate that is stated.
  const isStated = stated < 1 && isExplained(stated, recorded, runs.length, power);
  return { runs: runs.length, recorded, rate: isStated ? stated : Math.min(stated, seen) };
}

/** Runs in which consent was given, and not only sought: a banner may never have come. */
export const acceptancesOf = ({ scenarios }: Walk): readonly WalkScenario[] =>
  scenarios.filter(
    (scenario) => (scenario.id === 'accept' || scenario.id === 'withdraw') && isMade(scenario),
  );

/** Whether so many visits without a trace of a recorder show that it kept still, and why or why not. */
export interface Absence {
  readonly isShown: boolean;
  readonly why: Message;
}

export function absenceOf(
  walk: Walk,
  recorder: RecorderId,
  visits: number,
  power: number,
): Absence {
  const { runs, recorded, rate } = controlOf(walk, recorder, power);
  const name = recorderName(recorder);
  if (runs === 0) {
    return { isShown: false, why: message('consent.walk.control.notWalked', name) };
  }
  if (recorded === 0) {
    return { isShown: false, why: message('consent.walk.control.silent', runs, name) };
  }
  const needed = repeatsNeeded(rate, power);
  if (visits < needed) {
    const why = message(
      'consent.walk.control.sampled',
      visits,
      name,
      percent(rate),
      needed,
      percent(power),
    );
    return { isShown: false, why };
  }
  const certainty = percent(powerOf(rate, visits));
  return {
    isShown: true,
    why: message('consent.walk.control.seen', name, recorded, runs, certainty),
  };
}

/** `10`, `0.5`: never rounded up to a certainty that is not there. */
export const percent = (share: number): string =>
  String(share >= 1 ? 100 : Math.min(99.9, Math.floor(share * 1_000) / 10));
