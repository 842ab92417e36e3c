import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { useTranslate } from '../ui/translate';
import css from './walk.module.css';

/** Seconds that have passed, and how long it still takes where that is known. Not read out. */
export function Elapsed(props: {
  readonly since: number;
  readonly until: number | null;
}): JSX.Element {
  const t = useTranslate();
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), 500);
  onCleanup(() => clearInterval(timer));
  const passed = () => Math.max(0, Math.floor((now() - props.since) / 1000));
  return (
    <span class={css.elapsed} data-testid="walk-elapsed">
      <Show
        when={props.until}
        fallback={t('ui.audit.walk.run.waiting', [Math.floor(passed() / 60), pad(passed() % 60)])}
      >
        {(until) => t('ui.audit.walk.run.left', [Math.max(0, Math.ceil((until() - now()) / 1000))])}
      </Show>
    </span>
  );
}

const pad = (seconds: number): string => String(seconds).padStart(2, '0');
