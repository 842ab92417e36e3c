import type { JSX } from 'solid-js';
import { formatCount } from '../../ui/format';
import { SearchField } from '../../ui/SearchField';
import { useTranslate } from '../../ui/translate';
import css from '../elements.module.css';

interface TableTopProps {
  readonly title: string;
  /** Rows there are, whatever the filter leaves of them. */
  readonly total: number;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly filterRef: (input: HTMLInputElement) => void;
  /** Buttons behind the filter. */
  readonly children?: JSX.Element;
}

/** What stands above a table of elements: its name, how many there are, and the filter. */
export function TableTop(props: TableTopProps): JSX.Element {
  const t = useTranslate();
  return (
    <div class={css.head}>
      <h2>{props.title}</h2>
      <span class={css.total}>{formatCount(props.total)}</span>
      <SearchField
        label={t('ui.heat.elements.filter')}
        value={props.filter}
        onChange={props.onFilter}
        ref={props.filterRef}
        testId="heat-filter"
      />
      {props.children}
    </div>
  );
}

/** Whether a filter that somebody typed means this element. */
export function isMeant(filter: string, { label, role }: { label: string; role: string }): boolean {
  return `${label} ${role}`.toLowerCase().includes(filter.trim().toLowerCase());
}
