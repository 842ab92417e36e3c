import Grid3x3 from 'lucide-solid/icons/grid-3x3';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { keepEqual } from '../../lib/core/keep-equal';
import type { AuditResult } from '../../lib/protocol/findings';
import { setupIdOf, setupName } from '../../lib/recorders/setups';
import { EmptyState } from '../ui/EmptyState';
import { formatCount } from '../ui/format';
import { SearchField } from '../ui/SearchField';
import { Segmented } from '../ui/Segmented';
import { Table } from '../ui/Table';
import { useTranslate } from '../ui/translate';
import { EyeSelect } from './EyeSelect';
import css from './matrix.module.css';
import {
  type By,
  exceptedIn,
  matrixColumns,
  type Row,
  rowsOf,
  type Setup,
  setupSaid,
} from './matrix-columns';
import type { AuditPanelProps } from './props';
import views from './views.module.css';

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
  const setups = createMemo<readonly Setup[]>(
    (before) => keepEqual(before, props.result.recorders.map(setupSaid)),
    [],
  );
  const owners = createMemo(() => exceptedIn(props.result.findings));
  const columns = createMemo(() =>
    matrixColumns(setups(), by(), (pii, setup) => owners().get(`${pii} ${setup}`) ?? [], t),
  );
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
          columns={columns()}
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
