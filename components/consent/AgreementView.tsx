import Scale from 'lucide-solid/icons/scale';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import {
  RECONCILE_COLUMNS,
  type ReconcileCell,
  type ReconcileColumn,
  type ReconcileRow,
  reconcile,
} from '../../lib/consent/reconcile';
import { EmptyState } from '../ui/EmptyState';
import { IconOf } from '../ui/IconOf';
import { Switch } from '../ui/Switch';
import { useTranslate } from '../ui/translate';
import { againstSaid, COLUMN_KEYS, rowSaid, stateSaid } from './agreement-words';
import { CellGrid, type Place } from './CellGrid';
import grid from './grid.module.css';
import type { WalkReport } from './props';
import css from './walk.module.css';
import { OBSTACLE_KEYS, SCENARIO_KEYS } from './words';

/** Does everybody who says something about consent say what the person chose? */
export function AgreementView(props: { readonly report: WalkReport }): JSX.Element {
  const t = useTranslate();
  const [onlyAgainst, setOnlyAgainst] = createSignal(false);
  const [chosen, setChosen] = createSignal<Place | null>(null);
  const all = createMemo(() => reconcile(props.report.walk, props.report.policy));
  const against = () => all().rows.filter(({ disagrees }) => disagrees.length > 0);
  const rows = () => (onlyAgainst() ? against() : all().rows);
  const place = () => chosen() ?? firstAgainst(rows());
  const row = () => rows()[place().row];
  const column = () => RECONCILE_COLUMNS[place().column] ?? 'choice';
  const cellAt = (at: Place): ReconcileCell | undefined => {
    const of = RECONCILE_COLUMNS[at.column];
    return of === undefined ? undefined : rows()[at.row]?.cells[of];
  };
  const tipAt = (at: Place): string => {
    const of = rows()[at.row];
    const name = RECONCILE_COLUMNS[at.column];
    return of === undefined || name === undefined ? '' : againstSaid(of, name, t);
  };
  let detail: HTMLElement | undefined;
  return (
    <div class={css.view}>
      <div class={css.filters}>
        <span class={css.switch}>
          <Switch
            label={t('ui.audit.walk.agreement.only')}
            checked={onlyAgainst()}
            onChange={(on) => {
              setOnlyAgainst(on);
              setChosen(null);
            }}
            testId="walk-only-against"
          />
        </span>
        <span class={css.hint} role="status">
          {t('ui.audit.walk.agreement.shown', [against().length, all().rows.length])}
        </span>
      </div>
      <Show
        when={rows().length > 0}
        fallback={
          <EmptyState
            kind="noMatch"
            icon={Scale}
            title={t('ui.audit.walk.agreement.none.title')}
            sentence={t('ui.audit.walk.agreement.none.sentence')}
            next={
              onlyAgainst()
                ? { label: t('ui.audit.walk.agreement.all'), onPress: () => setOnlyAgainst(false) }
                : { words: '' }
            }
          />
        }
      >
        <div class={css.wide}>
          <CellGrid
            label={t('ui.audit.walk.agreement.label')}
            corner={t('ui.audit.walk.agreement.corner')}
            columns={RECONCILE_COLUMNS.map((id) =>
              t(`ui.audit.walk.agreement.column.${COLUMN_KEYS[id]}`),
            )}
            rows={rows().map((each) => rowSaid(each, t))}
            cell={(at) => (
              <Saying of={cellAt(at)} column={RECONCILE_COLUMNS[at.column] ?? 'choice'} />
            )}
            tip={tipAt}
            selected={place()}
            onSelect={setChosen}
            onOpen={() => detail?.focus()}
            testId="walk-agreement"
          />
          <For each={all().gaps}>
            {(gap) => (
              <p class={css.none}>
                {t('ui.audit.walk.agreement.gap', [
                  t(`ui.audit.walk.scenario.${SCENARIO_KEYS[gap.scenario]}`),
                  t(`ui.audit.walk.obstacle.${OBSTACLE_KEYS[gap.obstacle ?? 'interrupted']}`),
                ])}
              </p>
            )}
          </For>
        </div>
        <section
          ref={(element) => {
            detail = element;
          }}
          class={css.under}
          tabindex="0"
          aria-label={t('ui.audit.walk.cell.label')}
          data-testid="walk-saying"
        >
          <Show when={row()}>
            {(of) => (
              <>
                <h2>
                  {t(`ui.audit.walk.agreement.column.${COLUMN_KEYS[column()]}`)}
                  {' · '}
                  {rowSaid(of(), t)}
                </h2>
                <p>
                  {againstSaid(of(), column(), t)}{' '}
                  <span class={css.soft}>
                    {t(`ui.audit.walk.agreement.about.${COLUMN_KEYS[column()]}`)}
                  </span>
                </p>
              </>
            )}
          </Show>
        </section>
      </Show>
    </div>
  );
}

/** What a cell says; one that says otherwise than the person has an icon of its own and the word. */
function Saying(props: {
  readonly of: ReconcileCell | undefined;
  readonly column: ReconcileColumn;
}): JSX.Element {
  const t = useTranslate();
  return (
    <Show when={props.of}>
      {(cell) => (
        <span class={grid.mark} data-tone={cell().disagrees ? 'blocks' : undefined}>
          <IconOf of={cell().disagrees ? TriangleAlert : undefined} size={13} />
          <span>
            {cell().disagrees
              ? t('ui.audit.walk.agreement.disagrees', [stateSaid(cell(), props.column, t)])
              : stateSaid(cell(), props.column, t)}
          </span>
        </span>
      )}
    </Show>
  );
}

function firstAgainst(rows: readonly ReconcileRow[]): Place {
  const row = rows.findIndex(({ disagrees }) => disagrees.length > 0);
  const [first] = rows[row]?.disagrees ?? [];
  return {
    row: Math.max(0, row),
    column: first === undefined ? 0 : RECONCILE_COLUMNS.indexOf(first),
  };
}
