import { For, type JSX, Show } from 'solid-js';
import type { AuditResult } from '../../lib/protocol/findings';
import type { RecorderState } from '../../lib/protocol/recorders';
import { setupIdOf, setupName } from '../../lib/recorders/setups';
import { Badge } from '../ui/Badge';
import { ById } from '../ui/ById';
import { useTranslate } from '../ui/translate';
import css from './evidence.module.css';
import type { AuditPanelProps } from './props';
import { WhatIf } from './WhatIf';

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
            <ById each={props.result.recorders} idOf={setupIdOf}>
              {(recorder) => <RecorderRow of={recorder()} />}
            </ById>
          </tbody>
        </table>
      </Show>
      <WhatIf {...props} />
    </section>
  );
}

function RecorderRow(props: { of: RecorderState }): JSX.Element {
  const t = useTranslate();
  const options = () => Object.entries(props.of.options);
  const recording = () => {
    if (!props.of.detected) {
      return t(props.of.setup ? 'ui.audit.recorders.otherSet' : 'ui.audit.recorders.assumed');
    }
    if (props.of.recording === null) return t('ui.audit.recorders.cantTell');
    return t(props.of.recording ? 'ui.audit.recorders.recording' : 'ui.audit.recorders.idle');
  };
  return (
    <tr>
      <th scope="row">{setupName(props.of)}</th>
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
