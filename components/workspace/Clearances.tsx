import ShieldCheck from 'lucide-solid/icons/shield-check';
import { createSignal, For, type JSX, Match, Switch } from 'solid-js';
import type { Clearance } from '../../lib/protocol/findings';
import { recorderName } from '../../lib/recorders/names';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { LossDialog } from '../ui/Dialog';
import { EmptyState } from '../ui/EmptyState';
import { formatDate, shortUrl } from '../ui/format';
import { createNow } from '../ui/now';
import { useTranslate } from '../ui/translate';
import type { WorkspaceProps } from './props';
import css from './workspace.module.css';

/** What was cleared, for whom and until when. */
export function Clearances(props: Pick<WorkspaceProps, 'clearances' | 'onRevoke'>): JSX.Element {
  const t = useTranslate();
  const [revoking, setRevoking] = createSignal<Clearance | null>(null);
  return (
    <>
      <header class={css.head}>
        <div>
          <h1>{t('ui.workspace.clearances.title')}</h1>
          <p class={css.lead}>{t('ui.workspace.clearances.lead')}</p>
        </div>
      </header>
      <Switch>
        <Match when={props.clearances === null}>
          <p class={css.lead} role="status">
            {t('ui.workspace.reading')}
          </p>
        </Match>
        <Match when={props.clearances?.length === 0}>
          <EmptyState
            kind="noData"
            icon={ShieldCheck}
            title={t('ui.workspace.clearances.noneTitle')}
            sentence={t('ui.workspace.clearances.none')}
            next={{ words: t('ui.workspace.clearances.noneNext') }}
          />
        </Match>
        <Match when={props.clearances}>
          {(clearances) => <List clearances={clearances()} onRevoke={setRevoking} />}
        </Match>
      </Switch>
      <LossDialog
        open={revoking() !== null}
        title={t('ui.workspace.clearances.revokeTitle', [scopeOf(revoking())])}
        losses={[
          t('ui.workspace.clearances.lossPermission'),
          t('ui.workspace.clearances.lossAudit'),
        ]}
        verb={t('ui.workspace.clearances.revoke')}
        onConfirm={() => {
          const clearance = revoking();
          if (clearance !== null) props.onRevoke(clearance.id);
        }}
        onClose={() => setRevoking(null)}
      />
    </>
  );
}

const scopeOf = (clearance: Clearance | null): string =>
  clearance === null ? '' : `${shortUrl(clearance.origin)}${clearance.path}`;

interface ListProps {
  readonly clearances: readonly Clearance[];
  readonly onRevoke: (clearance: Clearance) => void;
}

function List(props: ListProps): JSX.Element {
  const t = useTranslate();
  const now = createNow();
  return (
    <section class={css.wide} tabindex="0" aria-label={t('ui.workspace.clearances.title')}>
      <table class={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('ui.workspace.clearances.scope')}</th>
            <th scope="col">{t('ui.workspace.clearances.recorders')}</th>
            <th scope="col">{t('ui.workspace.clearances.issued')}</th>
            <th scope="col">{t('ui.workspace.clearances.expires')}</th>
            <th scope="col">
              <span class="visually-hidden">{t('ui.workspace.clearances.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.clearances}>
            {(clearance) => (
              <tr>
                <th scope="row">{scopeOf(clearance)}</th>
                <td>{clearance.recorders.map(recorderName).join(', ') || '–'}</td>
                <td>{formatDate(clearance.issued)}</td>
                <td>
                  {formatDate(clearance.expires)}{' '}
                  <Badge tone={clearance.expires > now() ? 'clear' : 'unknown'}>
                    {t(
                      clearance.expires > now()
                        ? 'ui.workspace.clearances.holds'
                        : 'ui.workspace.clearances.expired',
                    )}
                  </Badge>
                </td>
                <td>
                  <Button kind="quiet" onClick={() => props.onRevoke(clearance)}>
                    {t('ui.workspace.clearances.revoke')}
                  </Button>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}
