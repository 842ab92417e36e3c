import type { JSX } from 'solid-js';
import { Select } from '../../ui/Select';
import { useTranslate } from '../../ui/translate';
import css from './measures.module.css';
import type { Sort } from './rows';

interface ElementOrderProps {
  readonly sorts: readonly Sort[];
  readonly value: Sort;
  readonly onChange: (sort: Sort) => void;
}

/** By what the table of elements is ordered, once there is more than clicks. */
export function ElementOrder(props: ElementOrderProps): JSX.Element {
  const t = useTranslate();
  return (
    <div class={css.order}>
      <Select
        label={t('ui.heat.measures.sort')}
        options={props.sorts.map((value) => ({
          value,
          label: t(`ui.heat.measures.sorts.${value}`),
        }))}
        value={props.sorts.includes(props.value) ? props.value : 'clicks'}
        onChange={(value) => props.onChange(value)}
        testId="heat-order"
      />
    </div>
  );
}
