import CircleCheck from 'lucide-solid/icons/circle-check';
import SearchX from 'lucide-solid/icons/search-x';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { AuditResult, Finding } from '../../lib/protocol/findings';
import { EmptyState } from '../ui/EmptyState';
import { SplitPane } from '../ui/SplitPane';
import { Table } from '../ui/Table';
import { useTranslate } from '../ui/translate';
import { FilterBar } from './FilterBar';
import { FindingDetail } from './FindingDetail';
import { DEFAULT_FILTERS, type Filters, matches, NO_FILTERS } from './filters';
import { maskingColumns } from './finding-columns';
import type { AuditPanelProps } from './props';
import { useTargets } from './targets';
import css from './views.module.css';
import { byUrgency } from './words';

/** Personal values that a recorder would take, each with its reason and its fix. */
export function MaskingView(props: AuditPanelProps & { result: AuditResult }): JSX.Element {
  const t = useTranslate();
  const [filters, setFilters] = createSignal<Filters>(DEFAULT_FILTERS);
  const [selected, setSelected] = createSignal<string | null>(null);
  let detail: HTMLElement | undefined;
  const all = createMemo(() =>
    props.result.findings.filter(({ half }) => half === 'masking').sort(byUrgency),
  );
  const rows = createMemo(() => all().filter((finding) => matches(finding, filters())));
  const chosen = () => all().find(({ id }) => id === selected()) ?? rows()[0] ?? null;
  const target = useTargets(props);

  return (
    <div class={css.view}>
      <FilterBar findings={all()} shown={rows().length} filters={filters()} onChange={setFilters} />
      <div class={css.rest}>
        <SplitPane
          label={t('ui.audit.detail.resize')}
          initial={360}
          min={220}
          main={
            <Table<Finding>
              label={t('ui.audit.masking.table')}
              columns={maskingColumns(t)}
              rows={rows()}
              idOf={({ id }) => id}
              rowHeight={22}
              selected={chosen()?.id ?? null}
              onHover={target.highlight}
              onSelect={({ id }) => setSelected(id)}
              onOpen={() => detail?.focus()}
              testId="masking-table"
            >
              <Show
                when={all().length > 0}
                fallback={
                  <EmptyState
                    kind="noData"
                    icon={CircleCheck}
                    title={t('ui.audit.masking.none.title')}
                    sentence={t('ui.audit.masking.none.sentence')}
                    next={{ words: t('ui.audit.masking.none.next') }}
                  />
                }
              >
                <EmptyState
                  kind="filteredOut"
                  icon={SearchX}
                  title={t('ui.audit.masking.noMatch.title')}
                  sentence={t('ui.audit.masking.noMatch.sentence', [all().length])}
                  next={{
                    label: t('ui.audit.masking.noMatch.next'),
                    onPress: () => setFilters(NO_FILTERS),
                  }}
                />
              </Show>
            </Table>
          }
          side={
            <FindingDetail
              finding={chosen()}
              onReveal={props.onReveal}
              onResolve={props.onResolve}
              ref={(element) => {
                detail = element;
              }}
            />
          }
        />
      </div>
    </div>
  );
}
