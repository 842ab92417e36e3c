import ShieldCheck from 'lucide-solid/icons/shield-check';
import { type JSX, Show } from 'solid-js';
import type { Translate } from '../../lib/core/message';
import type { CoverageCell, Finding } from '../../lib/protocol/findings';
import type { RecorderState } from '../../lib/protocol/recorders';
import { setupIdIn, setupIdOf, setupName } from '../../lib/recorders/setups';
import type { Column } from '../ui/column';
import { formatCount } from '../ui/format';
import { IconOf } from '../ui/IconOf';
import css from './matrix.module.css';

export type By = 'fields' | 'values';

export interface Row {
  readonly pii: string;
  /** By setup. */
  readonly cells: ReadonlyMap<string, CoverageCell>;
  /** Fields or values that at least one recorder would take as they are. */
  readonly worst: number;
}

export interface Setup {
  readonly id: string;
  readonly name: string;
}

/** A column for each setup, which keeps to what it is called; its cells ask who excepted what. */
export function matrixColumns(
  setups: readonly Setup[],
  by: By,
  ownersOf: (pii: string, setup: string) => readonly string[],
  t: Translate,
): Column<Row>[] {
  return [
    {
      id: 'class',
      title: t('ui.audit.column.class'),
      width: 'minmax(110px, 1fr)',
      mono: true,
      cell: ({ pii }) => pii,
      compare: (a, b) => a.pii.localeCompare(b.pii),
    },
    {
      id: 'worst',
      title: t('ui.audit.matrix.exposed'),
      width: '84px',
      align: 'end',
      cell: ({ worst }) => formatCount(worst),
      compare: (a, b) => a.worst - b.worst,
    },
    ...setups.map(
      ({ id, name }): Column<Row> => ({
        id,
        title: name,
        width: 'minmax(96px, 1fr)',
        tip: ({ pii, cells }) =>
          [told(cells.get(id), by, t), exceptionsSaid(ownersOf(pii, id), t)].join(' ').trim(),
        cell: ({ pii, cells }) => (
          <Cell of={cells.get(id)} by={by} excepted={exceptionsSaid(ownersOf(pii, id), t)} />
        ),
        compare: (a, b) => share(a.cells.get(id), by) - share(b.cells.get(id), by),
      }),
    ),
  ];
}

export function rowsOf(cells: readonly CoverageCell[], by: By): Row[] {
  const classes = new Map<string, Map<string, CoverageCell>>();
  for (const cell of cells) {
    const row = classes.get(cell.pii) ?? new Map<string, CoverageCell>();
    classes.set(cell.pii, row.set(setupIdIn(cell), cell));
  }
  return [...classes].map(([pii, row]) => ({
    pii,
    cells: row,
    worst: Math.max(0, ...[...row.values()].map((cell) => exposed(cell, by))),
  }));
}

/** Owners of the exceptions that hold, one a finding, by class and setup. */
export function exceptedIn(findings: readonly Finding[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const { pii, recorder, setup, exception } of findings) {
    if (exception?.void !== null || recorder === null) continue;
    const key = `${pii?.class} ${setupIdIn({ recorder, setup })}`;
    owners.set(key, [...(owners.get(key) ?? []), exception.owner]);
  }
  return owners;
}

/** What a column needs to know of a setup. */
export const setupSaid = (state: RecorderState): Setup => ({
  id: setupIdOf(state),
  name: setupName(state),
});

const exposed = (cell: CoverageCell, by: By): number =>
  by === 'fields' ? cell.fields - cell.coveredFields : cell.values - cell.coveredValues;

const total = (cell: CoverageCell, by: By): number => (by === 'fields' ? cell.fields : cell.values);

const share = (cell: CoverageCell | undefined, by: By): number =>
  cell ? exposed(cell, by) / Math.max(1, total(cell, by)) : -1;

function told(cell: CoverageCell | undefined, by: By, t: Translate): string {
  if (!cell) return t('ui.audit.matrix.noneOfIt');
  const all = total(cell, by);
  return t(`ui.audit.matrix.${by === 'fields' ? 'cellFields' : 'cellValues'}`, [
    all - exposed(cell, by),
    all,
  ]);
}

function exceptionsSaid(owners: readonly string[], t: Translate): string {
  if (owners.length === 0) return '';
  return t('ui.audit.matrix.excepted', [owners.length, [...new Set(owners)].join(', ')]);
}

/** A bar of what is covered, and how much of it: `3 of 12`. */
interface CellProps {
  readonly of: CoverageCell | undefined;
  readonly by: By;
  /** What the team accepts of it, in words; empty: nothing. */
  readonly excepted: string;
}

function Cell(props: CellProps): JSX.Element {
  return (
    <Show when={props.of} fallback={<span class={css.none}>–</span>}>
      {(cell) => {
        const all = () => total(cell(), props.by);
        const open = () => exposed(cell(), props.by);
        return (
          <span class={css.cell} data-tone={open() > 0 ? 'blocks' : 'clear'}>
            <span class={css.bar} style={{ '--part': `${((all() - open()) / all()) * 100}%` }} />
            {formatCount(all() - open())}/{formatCount(all())}
            <Show when={props.excepted}>
              <IconOf of={ShieldCheck} size={12} />
              <span class="visually-hidden">{props.excepted}</span>
            </Show>
          </span>
        );
      }}
    </Show>
  );
}
