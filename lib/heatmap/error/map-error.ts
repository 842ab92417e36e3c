import type { Steps } from '../../core/steps';
import type { Unit } from '../../protocol/heat-kinds';
import type { Cells } from '../cells';
import { quantisationSteps } from './quantisation';
import { samplingSteps } from './sampling';

/**
 * How large one kind of error is. `value` is a total variation, 0 to 1: the share of all heat that lies
 * elsewhere than it should; null where it is unknown.
 */
export interface ErrorPart {
  readonly value: number | null;
  readonly how: 'measured' | 'estimated' | 'unknown';
  readonly model: ErrorModel;
}

/**
 * `evenInCell`: clicks as if spread evenly over their cell, at the picture's own blur. `dropped`: the
 * share of clicks that was left out. `merged`: that, and how unevenly the engine counted in what was
 * merged. `perPerson`: each person is drawn at random, and all clicks in a cell are theirs. `none`: the
 * data does not say.
 */
export const ERROR_MODELS = ['evenInCell', 'dropped', 'merged', 'perPerson', 'none'] as const;
export type ErrorModel = (typeof ERROR_MODELS)[number];

export interface MapError {
  readonly quantisation: ErrorPart;
  readonly anonymisation: ErrorPart;
  readonly sampling: ErrorPart;
  /** At most this altogether (the triangle inequality); null where one of them is unknown. */
  readonly total: number | null;
  /** Sampling error alone decides how much more data is needed; null where it is unknown. */
  readonly more: MoreData | null;
}

export interface MoreData {
  /** How many times the data of now, 1: no more is needed. */
  readonly times: number;
  /** Sessions beside those of now; null where it is not known how many those are. */
  readonly sessions: number | null;
}

/** The error that heatmaps are held to: two to three per cent. */
export const BENCHMARK = 0.03;

export interface MapFacts {
  /** Cells that are shown. */
  readonly cells: Cells;
  /** Half the source's grid step, CSS px; null: by element, so the question does not arise. */
  readonly gridErrorX: number | null;
  readonly gridErrorY: number | null;
  /** Share of clicks left out under k, 0 to 1; null where the source left them out and does not say. */
  readonly dropped: number | null;
  /** Share of shown clicks misplaced by merging, 0 to 1; null: nothing was merged. */
  readonly misplaced: number | null;
  readonly unit: Unit;
  /** True where the source gave a part of its data, by rules of its own. */
  readonly isPart: boolean;
  /** Sessions behind the map, where the source knows. */
  readonly sessions: number | null;
}

/** What is known of a map's error, and how. Never one number in place of three. */
export function* errorSteps(facts: MapFacts): Steps<MapError> {
  const quantisation = yield* quantisationPart(facts);
  const anonymisation = anonymisationPart(facts);
  const sampling = yield* samplingPart(facts);
  const parts = [quantisation, anonymisation, sampling].map(({ value }) => value);
  return {
    quantisation,
    anonymisation,
    sampling,
    total: parts.includes(null) ? null : Math.min(1, parts.reduce<number>(add, 0)),
    more: sampling.value === null ? null : moreFor(sampling.value, facts.sessions),
  };
}

const UNKNOWN: ErrorPart = { value: null, how: 'unknown', model: 'none' };

const add = (sum: number, value: number | null): number => sum + (value ?? 0);

function* quantisationPart({ cells, gridErrorX, gridErrorY }: MapFacts): Steps<ErrorPart> {
  if (gridErrorX === null || gridErrorY === null) return UNKNOWN;
  const value = yield* quantisationSteps(cells, gridErrorX, gridErrorY);
  return value === null ? UNKNOWN : { value, how: 'estimated', model: 'evenInCell' };
}

function anonymisationPart({ dropped, misplaced }: MapFacts): ErrorPart {
  if (dropped === null) return UNKNOWN;
  if (misplaced === null) return { value: dropped, how: 'measured', model: 'dropped' };
  const value = Math.min(1, dropped + (1 - dropped) * misplaced);
  return { value, how: 'estimated', model: 'merged' };
}

function* samplingPart({ cells, unit, isPart }: MapFacts): Steps<ErrorPart> {
  // A part that was not drawn at random may be off by anything; clicks do not tell how many were asked.
  const value = isPart || unit === 'clicks' ? null : yield* samplingSteps(cells);
  return value === null ? UNKNOWN : { value, how: 'estimated', model: 'perPerson' };
}

/** The error falls with the root of the data. */
function moreFor(error: number, sessions: number | null): MoreData {
  const times = Math.max(1, (error / BENCHMARK) ** 2);
  const isCounted = sessions !== null && Number.isFinite(sessions) && sessions > 0;
  return { times, sessions: isCounted ? Math.ceil((times - 1) * sessions) : null };
}
