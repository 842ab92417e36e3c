import { type ChangedCell, diffWalks } from '../../lib/consent/diff-walks';
import type { Mark } from '../../lib/consent/walk-matrix';
import { DEFAULT_WALK_POLICY } from '../../lib/consent/walk-policy';
import type { Translate } from '../../lib/core/message';
import type { Finding } from '../../lib/protocol/findings';
import type { WalkReport } from './props';
import { MARK_KEYS, SCENARIO_KEYS, STEP_KEYS } from './words';

/** What is otherwise than in the run before, as a row. */
export interface Change {
  readonly id: string;
  readonly kind: 'new' | 'gone' | 'changed';
  readonly of: 'finding' | 'cell';
  /** For the better, for the worse, or neither. */
  readonly turn: 'better' | 'worse' | 'neither';
  readonly what: string;
  readonly before: string;
  readonly now: string;
}

/** Findings and cells that are new, gone or otherwise; what got worse comes first. */
export function changesOf({ walk, last, policy }: WalkReport, t: Translate): Change[] {
  if (last === null) return [];
  const by = policy ?? DEFAULT_WALK_POLICY;
  const diff = diffWalks({ walk: last, policy: by }, { walk, policy: by });
  return [
    ...diff.added.map((finding) => findingChange(null, finding, t)),
    ...diff.gone.map((finding) => findingChange(finding, null, t)),
    ...diff.changed.map(({ before, after }) => findingChange(before, after, t)),
    ...cellChanges(diff.cells, t),
  ].sort((a, b) => TURNS.indexOf(a.turn) - TURNS.indexOf(b.turn));
}

const TURNS: readonly Change['turn'][] = ['worse', 'neither', 'better'];

function findingChange(was: Finding | null, is: Finding | null, t: Translate): Change {
  const said = (each: Finding | null) =>
    each === null ? '' : t(`ui.audit.walk.changes.outcome.${OUTCOME_KEYS[each.outcome]}`);
  const badness = (each: Finding | null) => (each === null ? 0 : BADNESS[each.outcome]);
  const shown = is ?? was;
  return {
    id: `finding ${shown?.id}`,
    kind: kindOf(was, is),
    of: 'finding',
    turn: turnOf(badness(was), badness(is)),
    what: shown === null ? '' : t(shown.text.id, shown.text.params),
    before: said(was),
    now: said(is),
  };
}

const OUTCOME_KEYS = { pass: 'pass', fail: 'fail', 'needs-review': 'review' } as const;
const BADNESS = { pass: 0, 'needs-review': 1, fail: 2 } as const;

/** What a walk did not reach is told once for its path, and not again for each of its cells. */
function cellChanges(cells: readonly ChangedCell[], t: Translate): Change[] {
  const rows = new Map<string, Change>();
  for (const { scenario, step, before, after } of cells) {
    const isMissing = before === 'not-walked' || after === 'not-walked';
    const path = t(`ui.audit.walk.scenario.${SCENARIO_KEYS[scenario]}`);
    const said = (mark: Mark | null) =>
      mark === null ? '' : t(`ui.audit.walk.markSaid.${MARK_KEYS[mark]}`);
    const id = isMissing ? `cell ${scenario} missing ${after}` : `cell ${scenario} ${step}`;
    rows.set(id, {
      id,
      kind: kindOf(before, after),
      of: 'cell',
      turn:
        before && after && !isMissing
          ? turnOf(MARK_BADNESS[before], MARK_BADNESS[after])
          : 'neither',
      what: isMissing
        ? t('ui.audit.walk.changes.missing', [path])
        : `${path}, ${t(`ui.audit.walk.step.${STEP_KEYS[step]}`)}`,
      before: isMissing && before !== 'not-walked' ? '' : said(before),
      now: isMissing && after !== 'not-walked' ? '' : said(after),
    });
  }
  return [...rows.values()];
}

const MARK_BADNESS: Readonly<Record<Mark, number>> = {
  ok: 0,
  unknown: 1,
  'not-walked': 1,
  review: 1,
  fail: 2,
};

function kindOf(was: unknown, is: unknown): Change['kind'] {
  if (was === null) return 'new';
  return is === null ? 'gone' : 'changed';
}

function turnOf(before: number, now: number): Change['turn'] {
  if (now === before) return 'neither';
  return now > before ? 'worse' : 'better';
}
