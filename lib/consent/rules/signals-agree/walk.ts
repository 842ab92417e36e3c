import { message } from '../../../core/message';
import type { Finding } from '../../../protocol/findings';
import { signalName } from '../../describe';
import {
  RECONCILE_COLUMNS,
  type ReconcileColumn,
  type ReconcileRow,
  reconcile,
} from '../../reconcile';
import { placeOf, teller } from '../../walk/tell';
import { tracesOf } from '../../walk/trace';
import type { WalkEvidence, WalkRule } from '../../walk-contract';
import { lateDefaults } from './late-default';
import { signalsAgree } from './rule';

/** The choice, the signals, what is stored and what is sent say the same, in each step of each path. */
export const signalsAgreeOnWalk: WalkRule = {
  id: signalsAgree.id,
  title: signalsAgree.title,
  source: signalsAgree.source,
  judge(evidence) {
    const { rows } = reconcile(evidence.walk, evidence.policy);
    const found = [
      ...RECONCILE_COLUMNS.flatMap((column) => against(column, rows, evidence)),
      ...pageAgainstWire(rows, evidence),
      ...late(evidence),
    ];
    return found.length > 0 ? found : [agreement(rows)];
  },
};

const tell = teller(signalsAgree.id, 'high');

function against(
  column: ReconcileColumn,
  rows: readonly ReconcileRow[],
  { walk }: WalkEvidence,
): Finding[] {
  if (column === 'choice') return [];
  return (['denied', 'unset', 'granted'] as const).flatMap((choice) => {
    // What is done before any choice is for `before-choice`: nobody has said anything to agree with.
    if (choice === 'unset' && isDone(column)) return [];
    const asked = rows.filter(
      (row) =>
        row.cells.choice.state === choice && row.cells[column].state !== null && !isScrolled(row),
    );
    const wrong = asked.filter(({ cells }) => cells[column].disagrees);
    const [first] = wrong;
    if (first === undefined) return [];
    const { state, detail } = first.cells[column];
    const said = column === 'cmp' ? detail : NAMES[column];
    const text = message(
      `consent.walk.signalsAgree.${choice}.${isDone(column) ? 'done' : 'said'}`,
      ...(isDone(column)
        ? [wrong.length, asked.length, NAMES[column], detail]
        : [wrong.length, asked.length, said, state ?? '']),
    );
    const why = wrong.slice(0, 6).flatMap((row) => placeIn(row, walk));
    // Names may be left from before the refusal; whether they are is for the rules about it.
    const isLeft = column === 'storage' && choice === 'denied';
    const outcome = choice === 'granted' || isLeft ? 'needs-review' : 'fail';
    return [tell(outcome, { text, why, part: `${column}-${choice}` })];
  });
}

/** What scrolling is taken for is for `consent-wall`. */
const isScrolled = ({ scenario, step }: ReconcileRow): boolean =>
  scenario === 'scroll' && step !== 'before';

const isDone = (column: ReconcileColumn): boolean => column === 'storage' || column === 'traffic';

/** Names of standards are the same in every language. */
const NAMES: Readonly<Record<ReconcileColumn, string>> = {
  choice: '',
  tcf: signalName('tcf'),
  'consent-mode': signalName('consent-mode'),
  wire: 'gcs/gcd',
  cmp: '',
  storage: 'storage',
  traffic: 'traffic',
};

/** What the page says of Consent Mode and what it then sends are two different things. */
function pageAgainstWire(rows: readonly ReconcileRow[], { walk }: WalkEvidence): Finding[] {
  const wrong = rows.filter(({ cells }) => {
    const pair = [cells['consent-mode'].state, cells.wire.state];
    return pair.includes('granted') && pair.includes('denied');
  });
  const [first] = wrong;
  if (first === undefined) return [];
  const { wire } = first.cells;
  const page = first.cells['consent-mode'].state ?? '';
  const text = message(
    'consent.walk.signalsAgree.failWire',
    wrong.length,
    page,
    wire.state ?? '',
    wire.detail,
  );
  return [
    tell('fail', {
      text,
      why: wrong.slice(0, 6).flatMap((row) => placeIn(row, walk)),
      part: 'page-wire',
    }),
  ];
}

function late({ walk }: WalkEvidence): Finding[] {
  const found = lateDefaults(walk);
  const [first] = found;
  if (first === undefined) return [];
  const text =
    first.by === null
      ? message('consent.walk.signalsAgree.reviewLate', found.length)
      : message(
          'consent.walk.signalsAgree.reviewLateBy',
          found.length,
          String(Math.round(first.by)),
        );
  const why = found.slice(0, 6).map(({ trace }) => placeOf(trace));
  return [tell('needs-review', { text, why, severity: 'medium', part: 'late' })];
}

function agreement(rows: readonly ReconcileRow[]): Finding {
  const columns = RECONCILE_COLUMNS.filter(
    (column) => column !== 'choice' && rows.some(({ cells }) => cells[column].state !== null),
  );
  const chosen = rows.filter(({ cells }) => cells.choice.state !== 'unset').length;
  const signals = columns.filter((column) => !isDone(column));
  if (chosen === 0 || signals.length === 0) {
    const form = chosen === 0 ? 'reviewNoChoice' : 'reviewNoSignal';
    return tell('needs-review', {
      text: message(`consent.walk.signalsAgree.${form}`),
      severity: 'medium',
    });
  }
  if (!(['storage', 'traffic'] as const).every((column) => columns.includes(column))) {
    return tell('needs-review', { text: message('consent.walk.signalsAgree.reviewUnwatched') });
  }
  return tell('pass', {
    text: message('consent.walk.signalsAgree.pass', rows.length, columns.join(', ')),
  });
}

const placeIn = (row: ReconcileRow, walk: WalkEvidence['walk']) => {
  const trace = tracesOf(walk).find(
    ({ scenario, step }) =>
      scenario.id === row.scenario && scenario.repeat === row.repeat && step.id === row.step,
  );
  return trace === undefined ? [] : [placeOf(trace)];
};
