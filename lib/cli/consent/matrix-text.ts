import type { Mark, MatrixCell, WalkMatrix } from '../../consent/walk-matrix';
import type { ScenarioId, StepId } from '../../protocol/walk/scenarios';
import { recorderName } from '../../recorders/names';

/** Paths across, steps down, for a terminal: a mark, and what the recorders did that weighs most. */
export function matrixText({ rows, columns, cells }: WalkMatrix): string {
  const head = ['', ...columns.map((id) => SCENARIOS[id])];
  const body = rows.map((step, row) => [
    STEPS[step],
    ...columns.map((_, column) => cellText(cells[row]?.[column] ?? null)),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...body].map((line) => (line[column] ?? '').length)),
  );
  const lines = [head, ...body].map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, '', LEGEND].join('\n');
}

const LEGEND =
  '✓ as the choice asks  ✗ against it  ? for a person to judge  ~ nothing seen, which is no proof  – not walked';

const MARKS: Readonly<Record<Mark, string>> = {
  ok: '✓',
  fail: '✗',
  review: '?',
  unknown: '~',
  'not-walked': '–',
};

function cellText(cell: MatrixCell | null): string {
  if (cell === null) return '';
  const mark = MARKS[cell.mark];
  const worst = cell.recorders.find((one) => one.mark === cell.mark && one.did !== 'none');
  if (worst === undefined)
    return cell.mark === 'review' && cell.others[0]
      ? `${mark} ${cell.others[0].slice(0, 18)}`
      : mark;
  const count = worst.did === 'ingest' ? ` ${worst.ingests}×` : '';
  return `${mark} ${recorderName(worst.recorder)} ${DEEDS[worst.did]}${count}`;
}

const DEEDS = {
  none: '',
  loaded: 'loaded',
  storage: 'stores',
  analytics: 'counts',
  started: 'starts',
  ingest: 'records',
} as const;

const SCENARIOS: Readonly<Record<ScenarioId, string>> = {
  untouched: 'untouched',
  reject: 'reject',
  accept: 'accept',
  withdraw: 'withdraw',
  'settings-off': 'all off',
  gpc: 'GPC on',
  scroll: 'scroll',
};

const STEPS: Readonly<Record<StepId, string>> = {
  before: 'before a choice',
  warm: 'warm cache',
  after: 'after the choice',
  withdrawn: 'after withdrawal',
  reload: 'after a reload',
  'reload-2': 'second reload',
  'reload-3': 'third reload',
  'second-page': 'second page',
};
