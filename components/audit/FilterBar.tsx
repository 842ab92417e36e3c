import { createMemo, type JSX, Show } from 'solid-js';
import type { Finding } from '../../lib/protocol/findings';
import type { RecorderState } from '../../lib/protocol/recorders';
import { setupIdIn, setupNameIn } from '../../lib/recorders/setups';
import { formatCount } from '../ui/format';
import { SearchField } from '../ui/SearchField';
import { Select } from '../ui/Select';
import { useTranslate } from '../ui/translate';
import { type Filters, OUTCOME_FILTERS } from './filters';
import css from './views.module.css';

interface FilterBarProps {
  readonly findings: readonly Finding[];
  /** What the findings are of, so that they can be named. */
  readonly setups: readonly RecorderState[];
  readonly shown: number;
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
  /** Groups of rules to choose from, in place of classes of personal data. */
  readonly groups?: readonly { readonly value: string; readonly label: string }[] | undefined;
  /** What stands at the end of the bar. */
  readonly children?: JSX.Element;
}

export function FilterBar(props: FilterBarProps): JSX.Element {
  const t = useTranslate();
  const set = (part: Partial<Filters>) => props.onChange({ ...props.filters, ...part });
  const classes = createMemo(() =>
    [...new Set(props.findings.flatMap(({ pii }) => (pii === null ? [] : [pii.class])))].sort(),
  );
  const recorders = createMemo(() => {
    const named = props.findings.flatMap(({ recorder, setup }): [string, string][] => {
      if (recorder === null) return [];
      const said = { recorder, setup };
      return [[setupIdIn(said), setupNameIn(props.setups, said)]];
    });
    return [...new Map(named)];
  });
  return (
    <div class={css.filters}>
      <Select
        label={t('ui.audit.filter.outcome')}
        labelHidden
        options={OUTCOME_FILTERS.map((value) => ({ value, label: t(`ui.audit.filter.${value}`) }))}
        value={props.filters.outcome}
        onChange={(outcome) => set({ outcome })}
        testId="filter-outcome"
      />
      <Show
        when={props.groups}
        fallback={
          <Select
            label={t('ui.audit.filter.class')}
            labelHidden
            options={[
              { value: 'all', label: t('ui.audit.filter.allClasses') },
              ...classes().map((value) => ({ value: value as string, label: value as string })),
            ]}
            value={props.filters.pii}
            onChange={(pii) => set({ pii })}
            testId="filter-class"
          />
        }
      >
        {(groups) => (
          <Select
            label={t('ui.audit.filter.group')}
            labelHidden
            options={[{ value: 'all', label: t('ui.audit.filter.allGroups') }, ...groups()]}
            value={props.filters.group}
            onChange={(group) => set({ group })}
            testId="filter-group"
          />
        )}
      </Show>
      <Select
        label={t('ui.audit.filter.recorder')}
        labelHidden
        options={[
          { value: 'all', label: t('ui.audit.filter.allRecorders') },
          ...recorders().map(([value, label]) => ({ value, label })),
        ]}
        value={props.filters.recorder}
        onChange={(recorder) => set({ recorder })}
        testId="filter-recorder"
      />
      <SearchField
        label={t('ui.audit.filter.text')}
        value={props.filters.text}
        onChange={(text) => set({ text })}
        testId="filter-text"
      />
      <span class={css.shown} role="status">
        {t('ui.audit.filter.shown', [formatCount(props.shown), formatCount(props.findings.length)])}
      </span>
      {props.children}
    </div>
  );
}
