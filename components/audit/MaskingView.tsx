import CircleCheck from 'lucide-solid/icons/circle-check';
import SearchX from 'lucide-solid/icons/search-x';
import WandSparkles from 'lucide-solid/icons/wand-sparkles';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { fixesToTry } from '../../lib/masking/preview';
import type { AuditResult, Finding } from '../../lib/protocol/findings';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { SplitPane } from '../ui/SplitPane';
import { Table } from '../ui/Table';
import { useTranslate } from '../ui/translate';
import { createChosen } from './chosen';
import { FilterBar } from './FilterBar';
import { FindingDetail } from './FindingDetail';
import { DEFAULT_FILTERS, type Filters, isDefault, matches, NO_FILTERS } from './filters';
import { maskingColumns } from './finding-columns';
import { PatchButton } from './PatchButton';
import { PreviewNote } from './PreviewNote';
import type { AuditPanelProps } from './props';
import { useTargets } from './targets';
import css from './views.module.css';
import { byUrgency, isOpen } from './words';

/** Personal values that a recorder would take, each with its reason and its fix. */
export function MaskingView(props: AuditPanelProps & { result: AuditResult }): JSX.Element {
  const t = useTranslate();
  const [filters, setFilters] = createSignal<Filters>(DEFAULT_FILTERS);
  let detail: HTMLElement | undefined;
  const all = createMemo(() =>
    props.result.findings.filter(({ half }) => half === 'masking').sort(byUrgency),
  );
  const rows = createMemo(() => all().filter((finding) => matches(finding, filters())));
  const { chosen, choose, keep } = createChosen(all, rows);
  const isHot = createMemo(() => props.heat?.kind === 'shown');
  const columns = createMemo(() =>
    maskingColumns(t, () => props.result.recorders, isHot() ? () => props.heat : null),
  );
  const canPreview = createMemo(() => {
    const { marks, options } = fixesToTry(props.result.findings);
    return marks.length > 0 || options.size > 0;
  });
  const target = useTargets(props);

  return (
    <div class={css.view}>
      <FilterBar
        findings={all()}
        setups={props.result.recorders}
        shown={rows().length}
        filters={filters()}
        onChange={setFilters}
      >
        <Show
          when={all().some(isOpen) || props.pages.some(({ findings }) => findings.some(isOpen))}
        >
          <Show when={!props.result.partial && props.state?.preview === null && canPreview()}>
            <Button
              icon={WandSparkles}
              title={t('ui.audit.preview.actionHint')}
              disabled={props.state?.status === 'running'}
              onClick={() => props.onPreview(true)}
            >
              {t('ui.audit.preview.action')}
            </Button>
          </Show>
          <PatchButton result={props.result} pages={props.pages} />
        </Show>
      </FilterBar>
      <PreviewNote {...props} />
      <div class={css.rest}>
        <SplitPane
          label={t('ui.audit.detail.resize')}
          initial={360}
          min={220}
          main={
            <Table<Finding>
              label={t('ui.audit.masking.table')}
              columns={columns()}
              rows={rows()}
              idOf={({ id }) => id}
              rowHeight={22}
              selected={chosen()?.id ?? null}
              onHover={target.highlight}
              onSelect={choose}
              onOpen={() => detail?.focus()}
              testId="masking-table"
            >
              <NothingShown findings={all()} filters={filters()} onFilters={setFilters} />
            </Table>
          }
          side={
            <FindingDetail
              {...props}
              url={props.result.url}
              setups={props.result.recorders}
              finding={chosen()}
              onEnter={keep}
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

interface NothingShownProps {
  readonly findings: readonly Finding[];
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
}

/** No row: nothing personal was seen, nothing is open, or the filters hide it. */
function NothingShown(props: NothingShownProps): JSX.Element {
  const t = useTranslate();
  const kind = (): 'none' | 'settled' | 'noMatch' => {
    if (props.findings.length === 0) return 'none';
    return props.findings.some(isOpen) || !isDefault(props.filters) ? 'noMatch' : 'settled';
  };
  return (
    <EmptyState
      kind={kind()}
      icon={kind() === 'noMatch' ? SearchX : CircleCheck}
      title={t(`ui.audit.masking.${kind()}.title`)}
      sentence={t(`ui.audit.masking.${kind()}.sentence`, [props.findings.length])}
      next={
        kind() === 'none'
          ? { words: t('ui.audit.masking.none.next') }
          : {
              label: t('ui.audit.masking.noMatch.next'),
              onPress: () => props.onFilters(NO_FILTERS),
            }
      }
    />
  );
}
