import Footprints from 'lucide-solid/icons/footprints';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { ScenarioId } from '../../lib/protocol/walk/scenarios';
import { Button } from '../ui/Button';
import { useTranslate } from '../ui/translate';
import { Losses } from './Losses';
import type { PlannedPath, WalkPlan, WalkProps } from './props';
import css from './walk.module.css';
import { OBSTACLE_KEYS, SCENARIO_KEYS } from './words';

interface ReadyViewProps extends WalkProps {
  readonly plan: WalkPlan;
  /** Back to the report that is there; left out: there is none. */
  readonly onBack?: (() => void) | undefined;
}

/** What will happen and what it costs, before anything does. */
export function ReadyView(props: ReadyViewProps): JSX.Element {
  const t = useTranslate();
  const [left, setLeft] = createSignal<ReadonlySet<ScenarioId>>(new Set());
  const chosen = createMemo(() =>
    props.plan.paths.filter(({ id, obstacle }) => obstacle === null && !left().has(id)),
  );
  const total = (of: (path: PlannedPath) => number) =>
    chosen().reduce((sum, path) => sum + of(path), 0);
  const minutes = () => Math.max(1, Math.ceil(total(({ seconds }) => seconds) / 60));
  const choose = (id: ScenarioId, on: boolean): void => {
    const next = new Set(left());
    if (on) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  const start = () => props.onStart({ scenarios: chosen().map(({ id }) => id) });

  return (
    <div class={css.view} data-testid="walk-ready">
      <div class={css.bar}>
        <p>
          <strong>{t('ui.audit.walk.ready.lead', [chosen().length, props.plan.origin])}</strong>{' '}
          {t('ui.audit.walk.ready.takes', [minutes()])}{' '}
          {t('ui.audit.walk.ready.presses', [total(({ presses }) => presses)])}
        </p>
        <span class={css.actions}>
          <Show when={props.onBack}>
            {(back) => <Button onClick={() => back()()}>{t('ui.audit.walk.ready.back')}</Button>}
          </Show>
          <Button
            kind="primary"
            icon={Footprints}
            disabled={chosen().length === 0}
            onClick={start}
            data-testid="walk-start"
          >
            {t('ui.audit.walk.ready.start', [chosen().length])}
          </Button>
        </span>
      </div>
      <div class={css.columns}>
        <section aria-label={t('ui.audit.walk.ready.paths')}>
          <h2>{t('ui.audit.walk.ready.paths')}</h2>
          <ul class={css.paths}>
            <For each={props.plan.paths}>
              {(path) => (
                <Path
                  path={path}
                  chosen={!left().has(path.id)}
                  onChoose={(on) => choose(path.id, on)}
                />
              )}
            </For>
          </ul>
        </section>
        <section aria-label={t('ui.audit.walk.ready.lost')}>
          <h2>{t('ui.audit.walk.ready.lost')}</h2>
          <div class={css.lost}>
            <Show when={props.plan.isPrivate}>
              <p data-testid="walk-private">{t('ui.audit.walk.ready.private')}</p>
            </Show>
            <Losses of={props.plan.losses} isPrivate={props.plan.isPrivate} />
          </div>
        </section>
      </div>
    </div>
  );
}

interface PathProps {
  readonly path: PlannedPath;
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
}

function Path(props: PathProps): JSX.Element {
  const t = useTranslate();
  const key = () => SCENARIO_KEYS[props.path.id];
  return (
    <li data-off={props.path.obstacle !== null || undefined}>
      <label>
        <input
          type="checkbox"
          checked={props.chosen && props.path.obstacle === null}
          disabled={props.path.obstacle !== null}
          onChange={(event) => props.onChoose(event.currentTarget.checked)}
        />
        <strong>{t(`ui.audit.walk.scenario.${key()}`)}</strong>{' '}
        <span class={css.soft}>
          <Show when={props.path.obstacle} fallback={t(`ui.audit.walk.does.${key()}`)}>
            {(obstacle) => t(`ui.audit.walk.obstacle.${OBSTACLE_KEYS[obstacle()]}`)}
          </Show>
        </span>
      </label>
      <span class={css.soft}>
        <Show when={props.path.obstacle === null && props.path.presses > 0}>
          {t('ui.audit.walk.ready.press', [props.path.presses])}
        </Show>
      </span>
    </li>
  );
}
