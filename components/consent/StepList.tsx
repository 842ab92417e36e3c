import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import CircleDot from 'lucide-solid/icons/circle-dot';
import CircleSlash from 'lucide-solid/icons/circle-slash';
import { For, type JSX, Show } from 'solid-js';
import type { Icon } from '../ui/Button';
import { IconOf } from '../ui/IconOf';
import { useTranslate } from '../ui/translate';
import type { PathState, WalkRun } from './props';
import css from './walk.module.css';
import { SCENARIO_KEYS, STEP_KEYS } from './words';

const ICONS: Readonly<Record<PathState, Icon>> = {
  ahead: CircleDashed,
  now: CircleDot,
  walked: CircleCheck,
  partly: CircleSlash,
  'not-walked': CircleSlash,
};

const STATE_KEYS = {
  ahead: 'ahead',
  now: 'now',
  walked: 'walked',
  partly: 'partly',
  'not-walked': 'notWalked',
} as const satisfies Record<PathState, string>;

/** All paths in their order, and the steps of the one that is walked. */
export function StepList(props: { readonly run: WalkRun }): JSX.Element {
  const t = useTranslate();
  const done = () =>
    props.run.paths.filter(({ state }) => state !== 'ahead' && state !== 'now').length;
  return (
    <section class={css.steps} tabindex="0" aria-label={t('ui.audit.walk.run.steps')}>
      <p class={css.soft}>
        {t('ui.audit.walk.run.progress', [done() + 1, props.run.paths.length])}
      </p>
      <ol>
        <For each={props.run.paths}>
          {(path) => (
            <li data-state={path.state} aria-current={path.state === 'now' ? 'step' : undefined}>
              <span class={css.path}>
                <IconOf of={ICONS[path.state]} size={13} />
                <span>{t(`ui.audit.walk.scenario.${SCENARIO_KEYS[path.id]}`)}</span>
                <span class={path.state === 'ahead' ? 'visually-hidden' : css.soft}>
                  {t(`ui.audit.walk.path.${STATE_KEYS[path.state]}`)}
                </span>
              </span>
              <Show when={path.state === 'now'}>
                <ol>
                  <For each={props.run.steps}>
                    {(step) => (
                      <li data-state={step.state}>
                        {t(`ui.audit.walk.step.${STEP_KEYS[step.id]}`)}
                        <span class={step.state === 'now' ? css.soft : 'visually-hidden'}>
                          {t(`ui.audit.walk.stepState.${step.state}`)}
                        </span>
                      </li>
                    )}
                  </For>
                </ol>
              </Show>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}
