import ChevronRight from 'lucide-solid/icons/chevron-right';
import CircleAlert from 'lucide-solid/icons/circle-alert';
import { createSignal, type JSX, Show } from 'solid-js';
import type { HeatState } from '../../../lib/protocol/heat';
import type { MeasuresAbout } from '../../../lib/protocol/measures';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Text, useTranslate } from '../../ui/translate';
import { MeasuresFacts } from './MeasuresFacts';
import css from './measures.module.css';
import type { MeasuresProps } from './props';

/** How fast elements answer and how many who click them reach a goal: where that comes from, and asking for it. */
export function Measures(props: MeasuresProps & { readonly heat: HeatState }): JSX.Element {
  const t = useTranslate();
  const [pressed, setPressed] = createSignal<boolean | null>(null);
  const status = () => props.state?.status ?? 'none';
  /** What went wrong, or is under way, is seen without a press. */
  const open = () => pressed() ?? (status() === 'failed' || status() === 'empty');
  const about = (): MeasuresAbout | null => props.state?.about ?? null;
  return (
    <section class={css.group} aria-label={t('ui.heat.measures.title')}>
      <button
        type="button"
        class={css.head}
        aria-expanded={open()}
        onClick={() => setPressed(!open())}
        data-testid="measures"
      >
        <ChevronRight size={13} aria-hidden="true" data-open={open() || undefined} />
        {t('ui.heat.measures.title')}
      </button>
      <Show when={open()}>
        <div class={css.body}>
          <Show when={props.state?.reason}>
            {(reason) => (
              <p class={css.reason} role="alert" data-testid="measures-reason">
                <CircleAlert size={14} aria-hidden="true" />
                <span>
                  <Text of={reason()} />
                </span>
              </p>
            )}
          </Show>
          <Show
            when={about() !== null && props.state}
            fallback={<p>{t('ui.heat.measures.about')}</p>}
          >
            {(state) => <MeasuresFacts state={state()} />}
          </Show>
          <Asking {...props} />
        </div>
      </Show>
    </section>
  );
}

function Asking(props: MeasuresProps & { readonly heat: HeatState }): JSX.Element {
  const t = useTranslate();
  const [typed, setTyped] = createSignal<string | null>(null);
  const goal = () => typed() ?? props.state?.about?.goal ?? '';
  const able = () => props.heat.sources.filter(({ abilities }) => abilities?.measures === true);
  /** As the background chooses it: the source whose heat is shown, where it can be asked. */
  const asked = () =>
    able().find(({ id }) => id === props.heat.summary?.provenance.sourceId) ?? able()[0];
  const isAsking = () => props.state?.status === 'loading';
  return (
    <>
      <Show when={asked()} fallback={<p class={css.soft}>{t('ui.heat.measures.cannotAsk')}</p>}>
        {(source) => (
          <form
            class={css.ask}
            onSubmit={(event) => {
              event.preventDefault();
              if (!isAsking()) props.onAsk(goal().trim());
            }}
          >
            <Field
              label={t('ui.heat.measures.goal')}
              help={t('ui.heat.measures.goalHelp')}
              value={goal()}
              onChange={setTyped}
              mono
              testId="measures-goal"
            />
            <Button type="submit" disabled={isAsking()} data-testid="measures-ask">
              {t('ui.heat.measures.ask', [source().name])}
            </Button>
          </form>
        )}
      </Show>
      <p class={css.soft} aria-live="polite">
        {isAsking() ? t('ui.heat.measures.asking') : t('ui.heat.measures.file')}
      </p>
      <Show when={props.state?.about}>
        <Button kind="quiet" onClick={() => props.onClear()}>
          {t('ui.heat.measures.clear')}
        </Button>
      </Show>
    </>
  );
}
