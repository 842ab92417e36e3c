import CircleAlert from 'lucide-solid/icons/circle-alert';
import CircleCheck from 'lucide-solid/icons/circle-check';
import { For, type JSX, Show } from 'solid-js';
import { Text, useTranslate } from '../ui/translate';
import type { TestOutcome } from './props';
import css from './source.module.css';

/** What came of a test of a source, and what will not work though it answers. */
export function SourceOutcome(props: { of: TestOutcome | 'testing' | null }): JSX.Element {
  const t = useTranslate();
  const done = () => (props.of === 'testing' ? null : props.of);
  return (
    <div role="status">
      <Show when={props.of === 'testing'}>
        <p class={css.outcome}>{t('ui.workspace.sources.testing')}</p>
      </Show>
      <Show when={done()}>
        {(outcome) => (
          <>
            <p class={css.outcome} data-tone={outcome().ok ? 'clear' : 'blocks'}>
              <Show when={outcome().ok} fallback={<CircleAlert size={15} aria-hidden="true" />}>
                <CircleCheck size={15} aria-hidden="true" />
              </Show>
              <span>
                <Text of={outcome().said} />
              </span>
            </p>
            <For each={outcome().remarks}>
              {(remark) => (
                <p class={css.outcome} data-tone="person">
                  <CircleAlert size={15} aria-hidden="true" />
                  <span>
                    <Text of={remark} />
                  </span>
                </p>
              )}
            </For>
          </>
        )}
      </Show>
    </div>
  );
}
