import Grid3x3 from 'lucide-solid/icons/grid-3x3';
import ShieldCheck from 'lucide-solid/icons/shield-check';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { Translate } from '../../lib/core/message';
import type { AuditResult, CoverageCell, Finding } from '../../lib/protocol/findings';
import type { RecorderState } from '../../lib/protocol/recorders';
import { setupIdIn, setupIdOf, setupName } from '../../lib/recorders/setups';
import { EmptyState } from '../ui/EmptyState';
import { formatCount } from '../ui/format';
import { IconOf } from '../ui/IconOf';
import { SearchField } from '../ui/SearchField';
import { Segmented } from '../ui/Segmented';
import { type Column, Table } from '../ui/Table';
import { useTranslate } from '../ui/translate';
import { EyeSelect } from './EyeSelect';
import css from './matrix.module.css';
import type { AuditPanelProps } from './props';
import views from './views.module.css';

type By = 'fields' | 'values';

interface Row {
  readonly pii: string;
  /** By setup. */
  readonly cells: ReadonlyMap<string, CoverageCell>;
  /** Fields or values that at least one recorder would take as they are. */
  readonly worst: number;
}

/** Which kinds of personal data would each recorder take? By value, or by distinct field. */
export function MatrixView(
  props: Pick<AuditPanelProps, 'onEye'> & { readonly result: AuditResult },
): JSX.Element {
  const t = useTranslate();
  const [by, setBy] = createSignal<By>('fields');
  const [text, setText] = createSignal('');
  const rows = createMemo(() => rowsOf(props.result.coverage.matrix ?? [], by()));
  const shown = createMemo(() => {
    const wanted = text().trim().toLowerCase();
    return rows().filter(({ pii }) => pii.includes(wanted));
  });
  return (
    <div class={views.view}>
      <div class={views.filters}>
        <Segmented
          label={t('ui.audit.matrix.by')}
          options={[
            { value: 'fields', label: t('ui.audit.matrix.fields') },
            { value: 'values', label: t('ui.audit.matrix.values') },
          ]}
          value={by()}
          onChange={setBy}
        />
        <EyeSelect {...props} />
        <SearchField
          label={t('ui.audit.matrix.filter')}
          value={text()}
          onChange={setText}
          testId="matrix-filter"
        />
        <span class={views.shown} role="status">
          {t('ui.audit.filter.shown', [formatCount(shown().length), formatCount(rows().length)])}
        </span>
      </div>
      <div class={views.rest}>
        <Table<Row>
          label={t('ui.audit.matrix.table')}
          columns={columns(props.result.recorders, by(), exceptedIn(props.result.findings), t)}
          rows={shown()}
          idOf={({ pii }) => pii}
          rowHeight={22}
          sorting={{ column: 'worst', descending: true }}
          testId="matrix"
        >
          <Nothing none={rows().length === 0} onReset={() => setText('')} />
        </Table>
      </div>
      <Fidelity {...props} />
    </div>
  );
}

function Nothing(props: { readonly none: boolean; readonly onReset: () => void }): JSX.Element {
  const t = useTranslate();
  const kind = () => (props.none ? 'none' : 'noMatch');
  return (
    <EmptyState
      kind={kind()}
      icon={Grid3x3}
      title={t(`ui.audit.matrix.${kind()}.title`)}
      sentence={t(`ui.audit.matrix.${kind()}.sentence`)}
      next={
        props.none
          ? { words: t('ui.audit.matrix.none.next') }
          : { label: t('ui.audit.matrix.noMatch.next'), onPress: () => props.onReset() }
      }
    />
  );
}

function rowsOf(cells: readonly CoverageCell[], by: By): Row[] {
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

const exposed = (cell: CoverageCell, by: By): number =>
  by === 'fields' ? cell.fields - cell.coveredFields : cell.values - cell.coveredValues;

const total = (cell: CoverageCell, by: By): number => (by === 'fields' ? cell.fields : cell.values);

/** Owners of the exceptions that hold, one a finding, by class and setup. */
function exceptedIn(findings: readonly Finding[]) {
  const owners = new Map<string, string[]>();
  for (const { pii, recorder, setup, exception } of findings) {
    if (exception?.void !== null || recorder === null) continue;
    const key = `${pii?.class} ${setupIdIn({ recorder, setup })}`;
    owners.set(key, [...(owners.get(key) ?? []), exception.owner]);
  }
  return (pii: string, setup: string) => owners.get(`${pii} ${setup}`) ?? [];
}

function columns(
  setups: readonly RecorderState[],
  by: By,
  ownersOf: ReturnType<typeof exceptedIn>,
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
    ...setups.map((state): Column<Row> => {
      const id = setupIdOf(state);
      return {
        id,
        title: setupName(state),
        width: 'minmax(96px, 1fr)',
        tip: ({ pii, cells }) =>
          [told(cells.get(id), by, t), exceptionsSaid(ownersOf(pii, id), t)].join(' ').trim(),
        cell: ({ pii, cells }) => (
          <Cell of={cells.get(id)} by={by} excepted={exceptionsSaid(ownersOf(pii, id), t)} />
        ),
        compare: (a, b) => share(a.cells.get(id), by) - share(b.cells.get(id), by),
      };
    }),
  ];
}

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

/** What masking costs: controls that hold nothing personal and are hidden all the same. */
function Fidelity(props: { readonly result: AuditResult }): JSX.Element {
  const t = useTranslate();
  const costs = () =>
    props.result.recorders.flatMap((state) => {
      const cost = props.result.coverage.fidelity?.[setupIdOf(state)];
      return cost && cost.controls > 0 ? [{ name: setupName(state), ...cost }] : [];
    });
  return (
    <Show when={costs().length > 0}>
      <p class={css.fidelity}>
        {costs()
          .map(({ name, controls, hidden }) =>
            t('ui.audit.matrix.fidelity', [name, hidden, controls]),
          )
          .join(' ')}
      </p>
    </Show>
  );
}
