import type { Finding } from '../protocol/findings';
import type { ScenarioId, StepId } from '../protocol/walk/scenarios';
import { runWalkRules } from './rules/walk-rules';
import type { WalkEvidence } from './walk-contract';
import { type Mark, type MatrixCell, matrixOf } from './walk-matrix';

export interface ChangedFinding {
  readonly before: Finding;
  readonly after: Finding;
}

/** A cell of the matrix whose mark is another one; null: there is no such cell. */
export interface ChangedCell {
  readonly scenario: ScenarioId;
  readonly step: StepId;
  readonly before: Mark | null;
  readonly after: Mark | null;
}

export interface WalkDiff {
  /** Findings that were not there, or no longer are, by their ids. */
  readonly added: readonly Finding[];
  readonly gone: readonly Finding[];
  /** Findings with another outcome or severity. Other numbers alone are no change. */
  readonly changed: readonly ChangedFinding[];
  readonly cells: readonly ChangedCell[];
}

/**
 * What is different between two walks of the same page, each judged by its own policy. Passes that come
 * or go are left out: they are told by the finding that takes their place, or by nothing to judge.
 */
export function diffWalks(before: WalkEvidence, after: WalkEvidence): WalkDiff {
  const [old, now] = [byId(runWalkRules(before)), byId(runWalkRules(after))];
  const isOpen = ({ outcome }: Finding) => outcome !== 'pass';
  return {
    added: [...now.values()].filter((finding) => !old.has(finding.id) && isOpen(finding)),
    gone: [...old.values()].filter((finding) => !now.has(finding.id) && isOpen(finding)),
    changed: [...now.values()].flatMap((finding) => {
      const was = old.get(finding.id);
      if (was === undefined) return [];
      const isSame = was.outcome === finding.outcome && was.severity === finding.severity;
      return isSame ? [] : [{ before: was, after: finding }];
    }),
    cells: changedCells(cellsOf(before), cellsOf(after)),
  };
}

const byId = (findings: readonly Finding[]): ReadonlyMap<string, Finding> =>
  new Map(findings.map((finding) => [finding.id, finding]));

type Cells = ReadonlyMap<string, MatrixCell>;

const cellsOf = ({ walk, policy }: WalkEvidence): Cells =>
  new Map(
    matrixOf(walk, policy)
      .cells.flat()
      .filter((cell) => cell !== null)
      .map((cell) => [`${cell.scenario} ${cell.step}`, cell]),
  );

function changedCells(old: Cells, now: Cells): ChangedCell[] {
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const cell = is ?? was;
    if (cell === undefined || was?.mark === is?.mark) return [];
    const { scenario, step } = cell;
    return [{ scenario, step, before: was?.mark ?? null, after: is?.mark ?? null }];
  });
}
