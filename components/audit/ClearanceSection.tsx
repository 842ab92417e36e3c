import { type JSX, Show } from 'solid-js';
import type { AuditResult } from '../../lib/protocol/findings';
import { recorderName } from '../../lib/recorders/names';
import { formatMoment } from '../ui/format';
import { useTranslate } from '../ui/translate';
import css from './evidence.module.css';

/** The permission to record, with all that it is bound to. */
export function ClearanceSection(props: { result: AuditResult }): JSX.Element {
  const t = useTranslate();
  return (
    <section class={css.section}>
      <h2>{t('ui.audit.clearance.title')}</h2>
      <Show
        when={props.result.clearance}
        fallback={<p class={css.soft}>{t('ui.audit.clearance.none')}</p>}
      >
        {(clearance) => (
          <dl class={css.facts} data-testid="clearance">
            <div>
              <dt>{t('ui.audit.clearance.scope')}</dt>
              <dd>
                <code>{`${clearance().origin}${clearance().path}`}</code>
              </dd>
            </div>
            <div>
              <dt>{t('ui.audit.clearance.recorders')}</dt>
              <dd>{clearance().recorders.map(recorderName).join(', ') || '–'}</dd>
            </div>
            <div>
              <dt>{t('ui.audit.clearance.issued')}</dt>
              <dd>{formatMoment(clearance().issued)}</dd>
            </div>
            <div>
              <dt>{t('ui.audit.clearance.expires')}</dt>
              <dd>{formatMoment(clearance().expires)}</dd>
            </div>
            <div>
              <dt>{t('ui.audit.clearance.states')}</dt>
              <dd>{t('ui.audit.clearance.statesSeen', [clearance().statesSeen.length])}</dd>
            </div>
            <div>
              <dt>{t('ui.audit.clearance.ruleSet')}</dt>
              <dd>
                <code>{clearance().ruleSet}</code>
              </dd>
            </div>
            <div>
              <dt>{t('ui.audit.clearance.signature')}</dt>
              <dd>
                <code title={clearance().exposureSignature}>
                  {clearance().exposureSignature.slice(0, 12)}
                </code>
              </dd>
            </div>
          </dl>
        )}
      </Show>
    </section>
  );
}
