import { createMemo, type JSX } from 'solid-js';
import type { Finding } from '../../lib/protocol/findings';
import { recorderName } from '../../lib/recorders/names';
import { formatCount } from '../ui/format';
import { SearchField } from '../ui/SearchField';
import { Select } from '../ui/Select';
import { useTranslate } from '../ui/translate';
import { type Filters, OUTCOME_FILTERS } from './filters';
import css from './views.module.css';

interface FilterBarProps {
  readonly findings: readonly Finding[];
  readonly shown: number;
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

export function FilterBar(props: FilterBarProps): JSX.Element {
  const t = useTranslate();
  const set = (part: Partial<Filters>) => props.onChange({ ...props.filters, ...part });
  const classes = createMemo(() =>
    [...new Set(props.findings.flatMap(({ pii }) => (pii === null ? [] : [pii.class])))].sort(),
  );
  const recorders = createMemo(() => [
    ...new Set(props.findings.flatMap(({ recorder }) => (recorder === null ? [] : [recorder]))),
  ]);
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
      <Select
        label={t('ui.audit.filter.recorder')}
        labelHidden
        options={[
          { value: 'all', label: t('ui.audit.filter.allRecorders') },
          ...recorders().map((id) => ({ value: id as string, label: recorderName(id) })),
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
    </div>
  );
}
