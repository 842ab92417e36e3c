import Ban from 'lucide-solid/icons/ban';
import Footprints from 'lucide-solid/icons/footprints';
import LoaderCircle from 'lucide-solid/icons/loader-circle';
import Lock from 'lucide-solid/icons/lock';
import SearchX from 'lucide-solid/icons/search-x';
import ShieldQuestion from 'lucide-solid/icons/shield-question-mark';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { type JSX, Show } from 'solid-js';
import type { Message } from '../../lib/core/message';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { useSay, useTranslate } from '../ui/translate';
import type { WalkProps, WalkReport, WalkUi } from './props';
import css from './walk.module.css';

export function Loading(): JSX.Element {
  const t = useTranslate();
  return (
    <EmptyState
      kind="loading"
      icon={LoaderCircle}
      working
      title={t('ui.audit.walk.empty.loading.title')}
      sentence={t('ui.audit.walk.empty.loading.sentence')}
      next={{ words: t('ui.audit.walk.empty.loading.next') }}
    />
  );
}

/** It came to its end and met nobody: no banner asked, and no recorder was there to be asked for. */
export function NothingFound(
  props: WalkProps & { readonly report: WalkReport; readonly onAgain: () => void },
): JSX.Element {
  const t = useTranslate();
  const requests = () =>
    props.report.walk.scenarios.flatMap(({ steps }) => steps).flatMap((step) => step.requests);
  return (
    <EmptyState
      kind="nothingFound"
      icon={SearchX}
      title={t('ui.audit.walk.empty.nothing.title')}
      sentence={t('ui.audit.walk.empty.nothing.sentence', [requests().length])}
      next={{
        label: t('ui.audit.walk.again'),
        icon: Footprints,
        onPress: () => props.onAgain(),
      }}
    >
      <p class={css.second}>
        <Button kind="quiet" onClick={() => props.onExport('json')}>
          {t('ui.audit.walk.export.json')}
        </Button>
      </p>
    </EmptyState>
  );
}

export function Failed(props: {
  readonly error: Message;
  readonly canRetry: boolean;
  readonly onAgain: () => void;
}): JSX.Element {
  const t = useTranslate();
  const say = useSay();
  return (
    <EmptyState
      kind="failed"
      icon={TriangleAlert}
      title={t('ui.audit.walk.empty.failed.title')}
      sentence={say(props.error)}
      next={
        props.canRetry
          ? { label: t('ui.audit.walk.again'), icon: Footprints, onPress: () => props.onAgain() }
          : { words: t('ui.audit.walk.empty.failed.next') }
      }
    />
  );
}

type Ui<S extends WalkUi['status']> = Extract<WalkUi, { status: S }>;

export function NotAllowed(props: WalkProps & { readonly ui: Ui<'not-allowed'> }): JSX.Element {
  const t = useTranslate();
  return (
    <Show
      when={props.ui.why === 'no-grant'}
      fallback={
        <EmptyState
          kind="noPage"
          icon={Ban}
          title={t('ui.audit.walk.empty.noPage.title')}
          sentence={t('ui.audit.walk.empty.noPage.sentence')}
          next={{ words: t('ui.audit.walk.empty.noPage.next') }}
        />
      }
    >
      <EmptyState
        kind="noGrant"
        icon={ShieldQuestion}
        title={t('ui.audit.walk.empty.noGrant.title')}
        sentence={t('ui.audit.walk.empty.noGrant.sentence', [props.ui.origin])}
        next={{ label: t('ui.audit.walk.empty.noGrant.next'), onPress: () => props.onGrant() }}
      />
    </Show>
  );
}

export function Locked(props: WalkProps & { readonly ui: Ui<'locked'> }): JSX.Element {
  const t = useTranslate();
  const isBusy = () => props.ui.why === 'other-tab';
  return (
    <EmptyState
      kind="locked"
      icon={Lock}
      title={t(`ui.audit.walk.empty.${isBusy() ? 'busy' : 'policy'}.title`)}
      sentence={t(`ui.audit.walk.empty.${isBusy() ? 'busy' : 'policy'}.sentence`, [
        props.ui.origin,
      ])}
      next={
        isBusy()
          ? { label: t('ui.audit.walk.empty.busy.next'), onPress: () => props.onStop() }
          : { words: t('ui.audit.walk.empty.policy.next') }
      }
    />
  );
}
