import { createSignal, For, type JSX, Show } from 'solid-js';
import type { AuditResult } from '../../lib/protocol/findings';
import { RECORDER_IDS, type RecorderId, type RecorderState } from '../../lib/protocol/recorders';
import { recorderName } from '../../lib/recorders/names';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { useTranslate } from '../ui/translate';
import css from './evidence.module.css';
import type { AuditPanelProps } from './props';

type SectionProps = AuditPanelProps & { readonly result: AuditResult };

export function RecorderSection(props: SectionProps): JSX.Element {
  const t = useTranslate();
  return (
    <section class={css.section}>
      <h2>{t('ui.audit.recorders.title')}</h2>
      <Show
        when={props.result.recorders.length > 0}
        fallback={<p class={css.soft}>{t('ui.audit.recorders.none')}</p>}
      >
        <table class={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('ui.audit.column.recorder')}</th>
              <th scope="col">{t('ui.audit.column.version')}</th>
              <th scope="col">{t('ui.audit.column.recording')}</th>
              <th scope="col">{t('ui.audit.column.options')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.result.recorders}>{(recorder) => <RecorderRow of={recorder} />}</For>
          </tbody>
        </table>
      </Show>
      <Assume {...props} />
    </section>
  );
}

function RecorderRow(props: { of: RecorderState }): JSX.Element {
  const t = useTranslate();
  const options = () => Object.entries(props.of.options);
  const recording = () => {
    if (!props.of.detected) return t('ui.audit.recorders.assumed');
    if (props.of.recording === null) return t('ui.audit.recorders.cantTell');
    return t(props.of.recording ? 'ui.audit.recorders.recording' : 'ui.audit.recorders.idle');
  };
  return (
    <tr>
      <th scope="row">{recorderName(props.of.id)}</th>
      <td>{props.of.version ?? t('ui.audit.recorders.unknownVersion')}</td>
      <td>{recording()}</td>
      <td>
        <Badge tone={props.of.optionSource === 'read' ? 'clear' : 'person'}>
          {t(`ui.audit.recorders.options.${props.of.optionSource}`)}
        </Badge>
        <Show when={options().length > 0}>
          <details class={css.options}>
            <summary>{t('ui.audit.recorders.optionCount', [options().length])}</summary>
            <dl>
              <For each={options()}>
                {([name, value]) => (
                  <div>
                    <dt>{name}</dt>
                    <dd>{JSON.stringify(value) ?? '–'}</dd>
                  </div>
                )}
              </For>
            </dl>
          </details>
        </Show>
      </td>
    </tr>
  );
}

/** "What would it take?", before it is on the page at all. */
function Assume(props: SectionProps): JSX.Element {
  const t = useTranslate();
  const asked = () => new Set((props.state?.assumed ?? []).map(({ id }) => id));
  const [draft, setDraft] = createSignal<ReadonlySet<RecorderId> | null>(null);
  const chosen = () => draft() ?? asked();
  const seen = () =>
    new Set(props.result.recorders.flatMap(({ id, detected }) => (detected ? [id] : [])));
  const others = () => RECORDER_IDS.filter((id) => !seen().has(id));
  const toggle = (id: RecorderId): void => {
    const next = new Set(chosen());
    if (!next.delete(id)) next.add(id);
    setDraft(next);
  };
  return (
    <details class={css.assume} data-testid="assume" open={props.result.recorders.length === 0}>
      <summary>{t('ui.audit.assume.title')}</summary>
      <fieldset>
        <legend class={css.soft}>{t('ui.audit.assume.about')}</legend>
        <div class={css.choices}>
          <For each={others()}>
            {(id) => (
              <label>
                <input type="checkbox" checked={chosen().has(id)} onChange={() => toggle(id)} />
                {recorderName(id)}
              </label>
            )}
          </For>
        </div>
        <Button
          disabled={draft() === null}
          onClick={() => {
            props.onAssume([...chosen()]);
            setDraft(null);
          }}
        >
          {t('ui.audit.assume.apply')}
        </Button>
      </fieldset>
    </details>
  );
}
