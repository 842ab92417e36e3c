import { For, type JSX, Show } from 'solid-js';
import type { AuditResult, Coverage } from '../../lib/protocol/findings';
import { setupIdOf, setupName } from '../../lib/recorders/setups';
import { formatCount, formatShare } from '../ui/format';
import { useTranslate } from '../ui/translate';
import css from './evidence.module.css';

/** How much of what is personal is not taken plain, over all recorders and for each setup. */
export function CoverageSection(props: { result: AuditResult }): JSX.Element {
  const t = useTranslate();
  const rows = (): [string, Coverage][] => [
    [t('ui.audit.coverage.all'), props.result.coverage],
    ...Object.entries(props.result.coverage.byRecorder).map(
      ([id, coverage]): [string, Coverage] => [setupLabel(id, props.result), coverage],
    ),
  ];
  return (
    <section class={css.section}>
      <h2>{t('ui.audit.coverage.title')}</h2>
      <p class={css.soft}>{t('ui.audit.coverage.about')}</p>
      <table class={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('ui.audit.column.recorder')}</th>
            <th scope="col" data-align="end">
              {t('ui.audit.column.personal')}
            </th>
            <th scope="col" data-align="end">
              {t('ui.audit.column.covered')}
            </th>
            <th scope="col">{t('ui.audit.column.coverage')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {([name, coverage]) => (
              <tr>
                <th scope="row">{name}</th>
                <td data-align="end">{formatCount(coverage.personal)}</td>
                <td data-align="end">{formatCount(coverage.covered)}</td>
                <td>
                  <Share of={coverage.share} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}

function setupLabel(id: string, { recorders }: AuditResult): string {
  const known = recorders.find((each) => setupIdOf(each) === id);
  return known ? setupName(known) : id;
}

/** No value seen is "no data", not 100 %. */
function Share(props: { of: number | null }): JSX.Element {
  const t = useTranslate();
  return (
    <Show
      when={props.of !== null}
      fallback={<span class={css.soft}>{t('ui.audit.coverage.noData')}</span>}
    >
      <span class={css.share}>
        <span class={css.meter} style={{ '--part': `${(props.of ?? 0) * 100}%` }} />
        {t('ui.heat.elements.percent', [formatShare(props.of ?? 0)])}
      </span>
    </Show>
  );
}
