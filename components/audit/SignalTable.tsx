import { createMemo, For, type JSX, Show } from 'solid-js';
import { signalName } from '../../lib/consent/describe';
import { SIGNAL_NAMES, type SignalEvent, type Timeline } from '../../lib/protocol/timeline';
import { Badge, type Tone } from '../ui/Badge';
import { formatOffset } from '../ui/format';
import { useTranslate } from '../ui/translate';
import css from './consent.module.css';

/** What the machine-readable consent signals say now, each in its own words. */
export function SignalTable(props: { timeline: Timeline }): JSX.Element {
  const t = useTranslate();
  const latest = createMemo(() => {
    const found = new Map<string, SignalEvent>();
    for (const event of props.timeline.events) {
      if (event.kind === 'signal') found.set(event.signal, event);
    }
    return found;
  });
  return (
    <section class={css.part}>
      <h2>{t('ui.audit.consent.signals')}</h2>
      <table class={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('ui.audit.column.signal')}</th>
            <th scope="col">{t('ui.audit.column.states')}</th>
            <th scope="col">{t('ui.audit.column.at')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={SIGNAL_NAMES.filter((name) => ALWAYS.has(name) || latest().has(name))}>
            {(name) => (
              <tr>
                <th scope="row">{signalName(name)}</th>
                <Show
                  when={latest().get(name)}
                  fallback={
                    <td class={css.absent} colspan={2}>
                      {t('ui.audit.consent.notSeen')}
                    </td>
                  }
                >
                  {(signal) => (
                    <>
                      <td>
                        <States of={signal()} />
                      </td>
                      <td>{formatOffset(signal().t - props.timeline.startedAt)}</td>
                    </>
                  )}
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}

/** Standards are named where they are missing too; a vendor's own state only where it is. */
const ALWAYS: ReadonlySet<string> = new Set(['tcf', 'gpp', 'consent-mode', 'gpc']);

/** A read-out and no judgement, so no state colour: granted is not good, and denied is not bad. */
const TONE: Tone = 'unknown';

function States(props: { of: SignalEvent }): JSX.Element {
  const t = useTranslate();
  return (
    <span class={css.states}>
      <For each={Object.entries(props.of.states)}>
        {([purpose, state]) => (
          <Badge tone={TONE}>
            <code>{purpose}</code> {t(`ui.audit.consent.state.${state}`)}
          </Badge>
        )}
      </For>
      <Show when={props.of.note !== ''}>
        <span class={css.absent}>{props.of.note}</span>
      </Show>
    </span>
  );
}
