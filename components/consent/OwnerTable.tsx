import { createMemo, For, type JSX, Show } from 'solid-js';
import type { RecorderId } from '../../lib/protocol/recorders';
import type { WalkStep } from '../../lib/protocol/walk/step';
import { formatBytes, formatCount, formatOffset } from '../ui/format';
import { useTranslate } from '../ui/translate';
import { requestsByOwner } from './owners';
import css from './walk.module.css';

/** Owners that are listed; the rest is counted. */
const MOST = 12;

/** Requests of a step by who owns the host. */
export function OwnerTable(props: {
  readonly step: WalkStep;
  readonly recorder: RecorderId | null;
}): JSX.Element {
  const t = useTranslate();
  const rows = createMemo(() => requestsByOwner(props.step.requests, props.recorder));
  return (
    <Show
      when={rows().length > 0}
      fallback={<p class={css.soft}>{t('ui.audit.walk.cell.noRequests')}</p>}
    >
      <table class={css.plain}>
        <thead>
          <tr>
            <th scope="col">{t('ui.audit.walk.cell.owner')}</th>
            <th scope="col">{t('ui.audit.walk.cell.count')}</th>
            <th scope="col">{t('ui.audit.walk.cell.size')}</th>
            <th scope="col">{t('ui.audit.walk.cell.first')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows().slice(0, MOST)}>
            {(row) => (
              <tr>
                <th scope="row" title={row.hosts.join(' ')}>
                  {row.owner || row.hosts[0]}
                  <Show when={row.recordings > 0}>
                    <span class={css.recorded}>
                      {t('ui.audit.walk.cell.recordings', [
                        row.recordings,
                        formatCount(row.recordings),
                      ])}
                    </span>
                  </Show>
                </th>
                <td>{formatCount(row.count)}</td>
                <td>{formatBytes(row.bytes)}</td>
                <td>{formatOffset(row.first - props.step.startedAt)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={rows().length > MOST}>
        <p class={css.soft}>
          {t('ui.audit.walk.cell.moreOwners', [
            rows().length - MOST,
            formatCount(rows().length - MOST),
          ])}
        </p>
      </Show>
      <Show when={props.step.requestsDropped > 0}>
        <p class={css.soft}>
          {t('ui.audit.walk.cell.dropped', [
            props.step.requestsDropped,
            formatCount(props.step.requestsDropped),
          ])}
        </p>
      </Show>
    </Show>
  );
}
