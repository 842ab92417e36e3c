import { For, type JSX, Show } from 'solid-js';
import type { ClassChange, SetupPair } from '../../lib/protocol/comparison';
import { formatCount } from '../ui/format';
import { useTranslate } from '../ui/translate';
import css from './evidence.module.css';

interface PairTableProps {
  readonly of: SetupPair;
  readonly first: string;
  readonly second: string;
}

const CHANGES = ['removed', 'added', 'kept'] as const;

/** What the second of two setups covers that the first would take, and the other way round, by class. */
export function PairTable(props: PairTableProps): JSX.Element {
  const t = useTranslate();
  const sum = (change: (typeof CHANGES)[number]): number =>
    props.of.classes.reduce((all, each) => all + each[change].values, 0);
  const said = (): string => {
    const names = [props.second, props.first] as const;
    if (sum('removed') + sum('added') === 0) return t('ui.audit.compare.same', names);
    return [
      t('ui.audit.compare.removed', [sum('removed'), ...names, formatCount(sum('removed'))]),
      t('ui.audit.compare.added', [sum('added'), ...names, formatCount(sum('added'))]),
    ].join(' ');
  };
  return (
    <>
      <p data-testid="compare-said">{said()}</p>
      <Show when={props.of.classes.length > 0}>
        <table class={css.table} data-wrap data-testid="compare-classes">
          <thead>
            <tr>
              <th scope="col">{t('ui.audit.column.class')}</th>
              <For each={CHANGES}>
                {(change) => (
                  <th scope="col" data-align="end">
                    {t(`ui.audit.compare.column.${change}`)}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.of.classes}>{(each) => <ClassRow of={each} />}</For>
          </tbody>
        </table>
      </Show>
    </>
  );
}

function ClassRow(props: { readonly of: ClassChange }): JSX.Element {
  const t = useTranslate();
  return (
    <tr>
      <th scope="row">
        <code>{props.of.pii}</code>
      </th>
      <For each={CHANGES}>
        {(change) => {
          const { values, fields } = props.of[change];
          return (
            <td data-align="end" data-change={values > 0 ? change : undefined}>
              {values === 0 ? '–' : t('ui.audit.compare.amount', [fields, formatCount(values)])}
            </td>
          );
        }}
      </For>
    </tr>
  );
}
