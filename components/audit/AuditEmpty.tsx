import Ban from 'lucide-solid/icons/ban';
import LoaderCircle from 'lucide-solid/icons/loader-circle';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import ScanSearch from 'lucide-solid/icons/scan-search';
import ShieldQuestion from 'lucide-solid/icons/shield-question-mark';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { type JSX, Match, Switch } from 'solid-js';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { useSay, useTranslate } from '../ui/translate';
import css from './audit-panel.module.css';
import type { AuditPanelProps } from './props';

/** Nothing was audited yet: why, and the one next step. */
export function AuditEmpty(props: AuditPanelProps): JSX.Element {
  const t = useTranslate();
  const say = useSay();
  const status = () => props.state?.status ?? 'loading';
  const origin = () => props.state?.origin ?? '';
  return (
    <div class={css.empty}>
      <Switch>
        <Match when={status() === 'loading'}>
          <EmptyState
            kind="loading"
            icon={LoaderCircle}
            working
            title={t('ui.audit.empty.loading.title')}
            sentence={t('ui.audit.empty.loading.sentence')}
            next={{ words: t('ui.audit.empty.loading.next') }}
          />
        </Match>
        <Match when={status() === 'no-grant'}>
          <EmptyState
            kind="noGrant"
            icon={ShieldQuestion}
            title={t('ui.audit.empty.noGrant.title', [origin()])}
            sentence={t('ui.audit.empty.noGrant.sentence')}
            next={{
              label: t('ui.audit.action.audit'),
              icon: ScanSearch,
              onPress: () => props.onGrant(),
            }}
          >
            <p class={css.second}>
              {t('ui.audit.empty.noGrant.or')}{' '}
              <Button kind="quiet" onClick={() => props.onPartial()}>
                {t('ui.audit.action.partial')}
              </Button>
            </p>
          </EmptyState>
        </Match>
        <Match when={status() === 'not-allowed'}>
          <EmptyState
            kind="notAllowed"
            icon={Ban}
            title={t('ui.audit.empty.notAllowed.title')}
            sentence={props.state?.error ? say(props.state.error) : t('error.page.notAllowed')}
            next={{ words: t('ui.audit.empty.notAllowed.next') }}
          />
        </Match>
        <Match when={status() === 'running'}>
          <EmptyState
            kind="running"
            icon={LoaderCircle}
            working
            title={t('ui.audit.empty.running.title', [origin()])}
            sentence={t('ui.audit.empty.running.sentence')}
            next={{ words: t('ui.audit.empty.running.next') }}
          />
        </Match>
        <Match when={status() === 'failed'}>
          <EmptyState
            kind="failed"
            icon={TriangleAlert}
            title={t('ui.audit.empty.failed.title')}
            sentence={props.state?.error ? say(props.state.error) : t('error.unexpected')}
            next={{
              label: t('ui.common.retry'),
              icon: RefreshCw,
              onPress: () => props.onRun(false),
            }}
          />
        </Match>
        <Match when={true}>
          <EmptyState
            kind="idle"
            icon={ScanSearch}
            title={t('ui.audit.empty.idle.title', [origin()])}
            sentence={t('ui.audit.empty.idle.sentence')}
            next={{
              label: t('ui.audit.action.audit'),
              icon: ScanSearch,
              onPress: () => props.onRun(false),
            }}
          />
        </Match>
      </Switch>
    </div>
  );
}
