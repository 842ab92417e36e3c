import type { NodeJudge } from '../contract';
import { capture } from './capture';
import type { Dialect } from './dialect';
import { type Place, ROOT, step } from './place';

/**
 * Capture rules of rrweb and of what is built on it, at the document's root. The source of every
 * rule is rrweb-snapshot's `serializeNodeWithId`; the contract test compares them with what the real
 * recorders send.
 */
export const familyJudge = (dialect: Dialect): NodeJudge =>
  judgeOf({ ...ROOT, ownMasks: dialect.ownMasks ?? null }, dialect);

const judgeOf = (place: Place, dialect: Dialect): NodeJudge => ({
  enter: (view, via) => judgeOf(step(place, view, via, dialect), dialect),
  capture: (channel, attribute) => capture(place, dialect, channel, attribute),
});
