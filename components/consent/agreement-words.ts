import type { ReconcileCell, ReconcileColumn, ReconcileRow } from '../../lib/consent/reconcile';
import type { Translate } from '../../lib/core/message';
import { SCENARIO_KEYS, STEP_KEYS } from './words';

export const COLUMN_KEYS = {
  choice: 'choice',
  tcf: 'tcf',
  'consent-mode': 'consentMode',
  wire: 'wire',
  cmp: 'cmp',
  storage: 'storage',
  traffic: 'traffic',
} as const satisfies Record<ReconcileColumn, string>;

/** A row by its path and step. */
export const rowSaid = ({ scenario, step }: ReconcileRow, t: Translate): string =>
  `${t(`ui.audit.walk.scenario.${SCENARIO_KEYS[scenario]}`)}, ${t(
    `ui.audit.walk.step.${STEP_KEYS[step]}`,
  )}`;

/** What a cell says: storage and traffic say it by what was done. */
export function stateSaid(
  { state }: Pick<ReconcileCell, 'state'>,
  column: ReconcileColumn,
  t: Translate,
): string {
  if (column !== 'storage' && column !== 'traffic') {
    return t(`ui.audit.walk.agreement.state.${state ?? 'none'}`);
  }
  if (state === null) return t('ui.audit.walk.agreement.state.none');
  return t(`ui.audit.walk.agreement.done.${state === 'granted' ? column : 'nothing'}`);
}

/** Why a cell agrees with the person or does not, in one sentence. */
export function againstSaid(row: ReconcileRow, column: ReconcileColumn, t: Translate): string {
  const cell = row.cells[column];
  const name = t(`ui.audit.walk.agreement.column.${COLUMN_KEYS[column]}`);
  const chose = stateSaid(row.cells.choice, 'choice', t);
  const said = stateSaid(cell, column, t);
  if (column === 'choice') return t('ui.audit.walk.agreement.chose', [chose]);
  if (cell.state === null) return t('ui.audit.walk.agreement.silent', [name]);
  const key = cell.disagrees ? 'against' : 'agrees';
  const detail = cell.detail === '' ? '' : ` (${cell.detail})`;
  return t(`ui.audit.walk.agreement.${key}`, [name, `${said}${detail}`, chose]);
}
