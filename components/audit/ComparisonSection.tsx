import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Comparison } from '../../lib/protocol/comparison';
import type { AuditResult } from '../../lib/protocol/findings';
import { setupIdOf, setupName } from '../../lib/recorders/setups';
import { Badge } from '../ui/Badge';
import { formatCount, formatShare } from '../ui/format';
import { Select } from '../ui/Select';
import { useTranslate } from '../ui/translate';
import css from './evidence.module.css';
import { PairTable } from './PairTable';
import { VERDICT_FACES } from './words';

/** How each recorder or option set would end by itself, and what one of two changes of the other. */
export function ComparisonSection(props: { readonly result: AuditResult }): JSX.Element {
  const t = useTranslate();
  const nameOf = (id: string): string => {
    const state = props.result.recorders.find((each) => setupIdOf(each) === id);
    return state ? setupName(state) : id;
  };
  return (
    <Show when={props.result.comparison}>
      {(comparison) => (
        <section class={css.section} data-testid="comparison">
          <h2>{t('ui.audit.compare.title')}</h2>
          <p class={css.soft}>
            {t('ui.audit.compare.about')}
            <Show when={props.result.recorders.some(({ detected }) => !detected)}>
              {' '}
              {t('ui.audit.compare.predicted')}
            </Show>
          </p>
          <Standings of={comparison().setups} result={props.result} nameOf={nameOf} />
          <Pairs of={comparison().pairs} nameOf={nameOf} />
        </section>
      )}
    </Show>
  );
}

interface StandingsProps {
  readonly of: Comparison['setups'];
  readonly result: AuditResult;
  readonly nameOf: (id: string) => string;
}

function Standings(props: StandingsProps): JSX.Element {
  const t = useTranslate();
  const shareOf = (id: string): string => {
    const share = props.result.coverage.byRecorder[id]?.share ?? null;
    return share === null
      ? t('ui.audit.coverage.noData')
      : t('ui.heat.elements.percent', [formatShare(share)]);
  };
  return (
    <table class={css.table} data-wrap>
      <thead>
        <tr>
          <th scope="col">{t('ui.audit.column.recorder')}</th>
          <th scope="col">{t('ui.audit.compare.verdict')}</th>
          <th scope="col" data-align="end">
            {t('ui.audit.compare.blocking')}
          </th>
          <th scope="col" data-align="end">
            {t('ui.audit.column.coverage')}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.of}>
          {({ id, verdict, blocking, review }) => (
            <tr>
              <th scope="row">{props.nameOf(id)}</th>
              <td>
                <Badge tone={VERDICT_FACES[verdict].tone} icon={VERDICT_FACES[verdict].icon}>
                  {t(`ui.audit.verdict.${VERDICT_FACES[verdict].key}.word`)}
                </Badge>
              </td>
              <td data-align="end">
                {review === 0
                  ? formatCount(blocking)
                  : t('ui.audit.compare.open', [formatCount(blocking), formatCount(review)])}
              </td>
              <td data-align="end">{shareOf(id)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

/** One pair at a time: the first one, until somebody chooses another. */
function Pairs(props: {
  readonly of: Comparison['pairs'];
  readonly nameOf: (id: string) => string;
}): JSX.Element {
  const t = useTranslate();
  const [chosen, setChosen] = createSignal('');
  const options = createMemo(() =>
    props.of.map(({ first, second }) => ({
      value: `${first} ${second}`,
      label: t('ui.audit.compare.pair', [props.nameOf(first), props.nameOf(second)]),
    })),
  );
  const place = () =>
    Math.max(
      0,
      options().findIndex(({ value }) => value === chosen()),
    );
  return (
    <>
      <Show when={props.of.length > 1}>
        <div class={css.pick}>
          <Select
            label={t('ui.audit.compare.choose')}
            options={options()}
            value={options()[place()]?.value ?? ''}
            onChange={setChosen}
            testId="compare-pair"
          />
        </div>
      </Show>
      <Show when={props.of[place()]}>
        {(pair) => (
          <PairTable
            of={pair()}
            first={props.nameOf(pair().first)}
            second={props.nameOf(pair().second)}
          />
        )}
      </Show>
    </>
  );
}
