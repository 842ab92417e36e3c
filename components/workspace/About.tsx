import Check from 'lucide-solid/icons/check';
import Minus from 'lucide-solid/icons/minus';
import { For, type JSX } from 'solid-js';
import { useTranslate } from '../ui/translate';
import css from './workspace.module.css';

const PROTECTS = ['keys', 'people', 'reports', 'pages'] as const;
const DOES_NOT = ['profile', 'small', 'prediction', 'unread'] as const;
const KEYS = [
  ['Alt+Shift+H', 'toggle'],
  ['/', 'filter'],
  ['↑ ↓', 'move'],
  ['Enter', 'open'],
  ['?', 'help'],
] as const;

/** What this protects, and what it does not. */
export function About(): JSX.Element {
  const t = useTranslate();
  return (
    <>
      <header class={css.head}>
        <div>
          <h1>{t('ui.workspace.about.title')}</h1>
          <p class={css.lead}>{t('extension.description')}</p>
        </div>
      </header>
      <div class={css.columns}>
        <section>
          <h2>{t('ui.workspace.about.protectsTitle')}</h2>
          <ul class={css.points}>
            <For each={PROTECTS}>
              {(key) => (
                <li data-tone="clear">
                  <Check size={16} aria-hidden="true" />
                  <span>{t(`ui.workspace.about.protects.${key}`)}</span>
                </li>
              )}
            </For>
          </ul>
        </section>
        <section>
          <h2>{t('ui.workspace.about.doesNotTitle')}</h2>
          <ul class={css.points}>
            <For each={DOES_NOT}>
              {(key) => (
                <li>
                  <Minus size={16} aria-hidden="true" />
                  <span>{t(`ui.workspace.about.doesNot.${key}`)}</span>
                </li>
              )}
            </For>
          </ul>
        </section>
      </div>
      <section class={css.section}>
        <h2>{t('ui.common.keys.title')}</h2>
        <dl class={css.rules}>
          <For each={KEYS}>
            {([key, does]) => (
              <div>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{t(`ui.workspace.about.key.${does}`)}</dd>
              </div>
            )}
          </For>
        </dl>
      </section>
    </>
  );
}
