import { For, type JSX, Show } from 'solid-js';
import type { Translate } from '../../../lib/core/message';
import type { ProofHit } from '../../../lib/protocol/proof';
import { formatClock } from '../../ui/format';
import { useTranslate } from '../../ui/translate';
import css from './proof.module.css';
import type { ProofRow } from './rows';

/** The requests behind one row, and what follows from it. */
export function RowDetail(props: { readonly row: ProofRow | null }): JSX.Element {
  const t = useTranslate();
  return (
    <Show
      when={props.row}
      fallback={<p class={css.none}>{t('ui.audit.prove.report.detail.pick')}</p>}
    >
      {(row) => (
        <section class={css.detail} data-testid="proof-detail">
          <h2>{row().field.selector}</h2>
          <p>{t(`ui.audit.prove.report.detail.why.${row().outcome}`)}</p>
          <h3>{t('ui.audit.prove.report.detail.title')}</h3>
          <ul>
            <For
              each={row().hits}
              fallback={<li class={css.soft}>{t('ui.audit.prove.report.detail.none')}</li>}
            >
              {(hit) => (
                <li>
                  <code>{hit.receiver === '' ? '' : hit.request}</code>
                  <span class={css.soft}>{saidOf(hit, t)}</span>
                </li>
              )}
            </For>
          </ul>
        </section>
      )}
    </Show>
  );
}

function saidOf({ time, place, tap, form, hash, path, count }: ProofHit, t: Translate): string {
  const found = t(`ui.audit.prove.report.form.${form}`);
  const steps = [...new Set(path)].join(', ');
  return [
    t('ui.audit.prove.report.detail.carried', [
      hash === undefined ? found : t('ui.audit.prove.report.detail.hash', [hash]),
      formatClock(time),
      t(`ui.audit.wire.in.${place}`),
      t(`ui.audit.prove.report.tap.${tap}`),
    ]),
    t('ui.audit.prove.report.detail.times', [count]),
    ...(steps === '' ? [] : [t('ui.audit.prove.report.detail.path', [steps])]),
  ].join('; ');
}
