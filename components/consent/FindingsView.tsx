import SearchX from 'lucide-solid/icons/search-x';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Translate } from '../../lib/core/message';
import type { Finding } from '../../lib/protocol/findings';
import { recorderName } from '../../lib/recorders/names';
import { createChosen } from '../audit/chosen';
import { FilterBar } from '../audit/FilterBar';
import { FindingBody } from '../audit/FindingDetail';
import { type Filters, matches, NO_FILTERS } from '../audit/filters';
import { sentenceColumns } from '../audit/finding-columns';
import { byUrgency, isOpen, standingOf } from '../audit/words';
import { EmptyState } from '../ui/EmptyState';
import { formatCount } from '../ui/format';
import { SplitPane } from '../ui/SplitPane';
import { type Column, Table } from '../ui/Table';
import { useTranslate } from '../ui/translate';
import type { WalkProps, WalkReport } from './props';
import { groupOf, RULE_GROUPS, sourceOf } from './rule-facts';
import css from './walk.module.css';

const ROW = 22;

const SECTIONS = ['fail', 'review', 'pass'] as const;
type Section = (typeof SECTIONS)[number];

/** Everything that the checks said, what fails first, with its numbers, its source and its fix. */
export function FindingsView(
  props: Pick<WalkProps, 'onReveal'> & { readonly report: WalkReport },
): JSX.Element {
  const t = useTranslate();
  const [filters, setFilters] = createSignal<Filters>(NO_FILTERS);
  const all = createMemo(() => [...props.report.findings].sort(byUrgency));
  const rows = createMemo(() =>
    all().filter((finding) =>
      matches(finding, filters(), { groupOf, wordsOf: (each) => wordsOf(each, t) }),
    ),
  );
  const { chosen, choose, keep } = createChosen(all, rows);
  const columns = createMemo(() => columnsOf(t));
  let detail: HTMLElement | undefined;
  return (
    <div class={css.view}>
      <FilterBar
        findings={all()}
        setups={props.report.walk.recorders}
        shown={rows().length}
        filters={filters()}
        groups={RULE_GROUPS.map((value) => ({ value, label: t(`ui.audit.walk.group.${value}`) }))}
        onChange={setFilters}
      />
      <div class={css.rest}>
        <SplitPane
          label={t('ui.audit.detail.resize')}
          initial={340}
          min={220}
          main={
            <Show
              when={rows().length > 0}
              fallback={
                <Nothing none={all().length === 0} onReset={() => setFilters(NO_FILTERS)} />
              }
            >
              <div class={css.scroll}>
                <For each={SECTIONS}>
                  {(section) => (
                    <Findings
                      section={section}
                      rows={rows().filter((each) => sectionOf(each) === section)}
                      columns={columns()}
                      selected={chosen()?.id ?? null}
                      onSelect={choose}
                      onOpen={() => detail?.focus()}
                    />
                  )}
                </For>
              </div>
            </Show>
          }
          side={
            <section
              ref={(element) => {
                detail = element;
              }}
              class={css.detail}
              tabindex="0"
              aria-label={t('ui.audit.detail.label')}
              data-testid="walk-finding"
              onFocusIn={keep}
            >
              <Show when={chosen()} fallback={<p class={css.soft}>{t('ui.audit.detail.none')}</p>}>
                {(finding) => (
                  <FindingBody
                    finding={finding()}
                    setups={props.report.walk.recorders}
                    source={sourceOf(finding().rule)}
                    onReveal={({ target }) => props.onReveal(target.selector)}
                  />
                )}
              </Show>
            </section>
          }
        />
      </div>
    </div>
  );
}

interface FindingsProps {
  readonly section: Section;
  readonly rows: readonly Finding[];
  readonly columns: readonly Column<Finding>[];
  readonly selected: string | null;
  readonly onSelect: (finding: Finding) => void;
  readonly onOpen: () => void;
}

function Findings(props: FindingsProps): JSX.Element {
  const t = useTranslate();
  const title = () => t(`ui.audit.walk.findings.${props.section}`);
  return (
    <Show when={props.rows.length > 0}>
      <section class={css.block} aria-label={title()}>
        <h2>
          {title()} <span class={css.soft}>{formatCount(props.rows.length)}</span>
        </h2>
        <div style={{ height: `${props.rows.length * ROW}px` }}>
          <Table<Finding>
            label={title()}
            columns={props.columns}
            rows={props.rows}
            idOf={({ id }) => id}
            rowHeight={ROW}
            headHidden
            selected={props.selected}
            onSelect={props.onSelect}
            onOpen={props.onOpen}
            testId={`walk-findings-${props.section}`}
          />
        </div>
      </section>
    </Show>
  );
}

function Nothing(props: { readonly none: boolean; readonly onReset: () => void }): JSX.Element {
  const t = useTranslate();
  const kind = () => (props.none ? 'none' : 'noMatch');
  return (
    <EmptyState
      kind={kind()}
      icon={SearchX}
      title={t(`ui.audit.walk.findings.${kind()}.title`)}
      sentence={t(`ui.audit.walk.findings.${kind()}.sentence`)}
      next={
        props.none
          ? { words: t('ui.audit.walk.findings.none.next') }
          : { label: t('ui.audit.walk.findings.noMatch.next'), onPress: () => props.onReset() }
      }
    />
  );
}

function sectionOf(finding: Finding): Section {
  if (!isOpen(finding)) return 'pass';
  return standingOf(finding) === 'fail' ? 'fail' : 'review';
}

/** The sentence and its severity; when it happened is told in its why, since paths have many beginnings. */
const columnsOf = (t: Translate): Column<Finding>[] =>
  sentenceColumns(t, 0)
    .filter(({ id }) => id !== 'at')
    .toSpliced(2, 0, {
      id: 'group',
      title: t('ui.audit.filter.group'),
      width: 'minmax(80px, 0.3fr)',
      hideUnder: 640,
      cell: (finding) => t(`ui.audit.walk.group.${groupOf(finding)}`),
    });

const wordsOf = ({ text, why, recorder }: Finding, t: Translate): string =>
  [text, ...why]
    .map(({ id, params }) => t(id, params))
    .concat(recorder === null ? [] : recorderName(recorder))
    .join(' ');
