import Grid3x3 from 'lucide-solid/icons/grid-3x3';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { Translate } from '../../lib/core/message';
import type { AuditResult, CoverageCell } from '../../lib/protocol/findings';
import type { RecorderId } from '../../lib/protocol/recorders';
import { recorderName } from '../../lib/recorders/names';
import { EmptyState } from '../ui/EmptyState';
import { formatCount } from '../ui/format';
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
  readonly cells: ReadonlyMap<RecorderId, CoverageCell>;
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
  const recorders = createMemo(() => props.result.recorders.map(({ id }) => id));
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
          columns={columns(recorders(), by(), t)}
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
  const classes = new Map<string, Map<RecorderId, CoverageCell>>();
  for (const cell of cells) {
    const row = classes.get(cell.pii) ?? new Map<RecorderId, CoverageCell>();
    classes.set(cell.pii, row.set(cell.recorder, cell));
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

function columns(recorders: readonly RecorderId[], by: By, t: Translate): Column<Row>[] {
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
    ...recorders.map(
      (id): Column<Row> => ({
        id,
        title: recorderName(id),
        width: 'minmax(96px, 1fr)',
        tip: ({ cells }) => told(cells.get(id), by, t),
        cell: ({ cells }) => <Cell of={cells.get(id)} by={by} />,
        compare: (a, b) => share(a.cells.get(id), by) - share(b.cells.get(id), by),
      }),
    ),
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

/** A bar of what is covered, and how much of it: `3 of 12`. */
function Cell(props: { readonly of: CoverageCell | undefined; readonly by: By }): JSX.Element {
  return (
    <Show when={props.of} fallback={<span class={css.none}>–</span>}>
      {(cell) => {
        const all = () => total(cell(), props.by);
        const open = () => exposed(cell(), props.by);
        return (
          <span class={css.cell} data-tone={open() > 0 ? 'blocks' : 'clear'}>
            <span class={css.bar} style={{ '--part': `${((all() - open()) / all()) * 100}%` }} />
            {formatCount(all() - open())}/{formatCount(all())}
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
    props.result.recorders.flatMap(({ id }) => {
      const cost = props.result.coverage.fidelity?.[id];
      return cost && cost.controls > 0 ? [{ id, ...cost }] : [];
    });
  return (
    <Show when={costs().length > 0}>
      <p class={css.fidelity}>
        {costs()
          .map(({ id, controls, hidden }) =>
            t('ui.audit.matrix.fidelity', [recorderName(id), hidden, controls]),
          )
          .join(' ')}
      </p>
    </Show>
  );
}
