import Bird from 'lucide-solid/icons/bird';
import LoaderCircle from 'lucide-solid/icons/loader-circle';
import Lock from 'lucide-solid/icons/lock';
import { type JSX, Match, Show, Switch } from 'solid-js';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { useTranslate } from '../../ui/translate';
import { ChooseView } from './ChooseView';
import css from './proof.module.css';
import type { ProofProps } from './props';
import { ReportView } from './ReportView';
import { RunView } from './RunView';

/** What does this page really send of what is typed into it? Canaries tell. */
export function ProofView(props: ProofProps): JSX.Element {
  const step = () => props.proof?.step ?? 'idle';
  const state = () => props.proof?.state ?? null;
  return (
    <Switch>
      <Match when={step() === 'preparing'}>
        <Preparing {...props} />
      </Match>
      <Match when={step() === 'choosing' && props.proof?.list}>
        {(list) => <ChooseView {...props} list={list()} />}
      </Match>
      <Match when={step() !== 'idle'}>
        <RunView {...props} />
      </Match>
      <Match when={state()?.status === 'unavailable'}>
        <Unavailable />
      </Match>
      <Match when={state()?.isTestEnvironment === false && state()}>
        {(known) => <Unmarked {...props} origin={known().origin} />}
      </Match>
      <Match when={state()?.proof}>{(proof) => <ReportView {...props} shown={proof()} />}</Match>
      <Match when={state()}>{(known) => <Ready {...props} origin={known().origin} />}</Match>
    </Switch>
  );
}

function Preparing(props: ProofProps): JSX.Element {
  const t = useTranslate();
  return (
    <EmptyState
      kind="preparing"
      icon={LoaderCircle}
      working
      title={t('ui.audit.prove.preparing.title')}
      sentence={t('ui.audit.prove.preparing.sentence')}
      next={{ words: t('ui.audit.prove.preparing.next') }}
    >
      <p class={css.second}>
        <Button kind="quiet" onClick={() => props.onCancelProof()}>
          {t('ui.audit.prove.run.cancel')}
        </Button>
      </p>
    </EmptyState>
  );
}

function Unavailable(): JSX.Element {
  const t = useTranslate();
  return (
    <EmptyState
      kind="unavailable"
      icon={Lock}
      title={t('ui.audit.prove.unavailable.title')}
      sentence={t('ui.audit.prove.unavailable.sentence')}
      next={{ words: t('ui.audit.prove.unavailable.next') }}
    />
  );
}

function Unmarked(props: ProofProps & { readonly origin: string }): JSX.Element {
  const t = useTranslate();
  return (
    <EmptyState
      kind="unmarked"
      icon={Bird}
      title={t('ui.audit.prove.unmarked.title')}
      sentence={t('ui.audit.prove.unmarked.sentence')}
      next={{
        label: t('ui.audit.prove.unmarked.next', [props.origin]),
        onPress: () => props.onMarkTestEnvironment(true),
      }}
    />
  );
}

function Ready(props: ProofProps & { readonly origin: string }): JSX.Element {
  const t = useTranslate();
  return (
    <EmptyState
      kind="ready"
      icon={Bird}
      title={t('ui.audit.prove.ready.title')}
      sentence={t('ui.audit.prove.ready.sentence')}
      next={{ label: t('ui.audit.prove.ready.next'), onPress: () => props.onPrepareProof() }}
    >
      <Show when={props.origin}>
        <p class={css.second}>
          <Button kind="quiet" onClick={() => props.onMarkTestEnvironment(false)}>
            {t('ui.audit.prove.ready.unmark', [props.origin])}
          </Button>
        </p>
      </Show>
    </EmptyState>
  );
}
