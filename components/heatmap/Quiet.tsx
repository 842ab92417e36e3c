import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { For, type JSX, Show } from 'solid-js';
import { Switch } from '../ui/Switch';
import { useTranslate } from '../ui/translate';
import type { SidePanelProps } from './props';
import css from './quiet.module.css';

/** To look at a page should not change what is counted on it. */
export function Quiet(props: Pick<SidePanelProps, 'quiet' | 'onQuiet'>): JSX.Element {
  const t = useTranslate();
  return (
    <Show when={props.quiet?.status !== 'unavailable' && props.quiet}>
      {(quiet) => (
        <section class={css.quiet} aria-label={t('ui.heat.quiet.label')}>
          <Switch
            label={t('ui.heat.quiet.label')}
            checked={quiet().status === 'on'}
            onChange={(on) => props.onQuiet(on)}
            help={t(quiet().status === 'on' ? 'ui.heat.quiet.on' : 'ui.heat.quiet.off', [
              quiet().receivers.length,
            ])}
            testId="quiet"
          />
          <Show when={quiet().status === 'broken'}>
            <p class={css.broken} role="alert">
              <TriangleAlert size={13} aria-hidden="true" />
              <span>{t('ui.heat.quiet.broken')}</span>
            </p>
          </Show>
          <details class={css.which}>
            <summary>{t('ui.heat.quiet.which')}</summary>
            <ul>
              <For each={quiet().receivers}>{(name) => <li>{name}</li>}</For>
            </ul>
            <p>{t('ui.heat.quiet.limits')}</p>
          </details>
        </section>
      )}
    </Show>
  );
}
