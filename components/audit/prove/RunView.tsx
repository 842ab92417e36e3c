import Bird from 'lucide-solid/icons/bird';
import LoaderCircle from 'lucide-solid/icons/loader-circle';
import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { formatCount } from '../../ui/format';
import { useTranslate } from '../../ui/translate';
import css from './proof.module.css';
import type { ProofProps } from './props';

/** While canaries stand on the page: what was found so far, and how long it still takes. */
export function RunView(props: ProofProps): JSX.Element {
  const t = useTranslate();
  const step = () => {
    const now = props.proof?.step;
    return now === 'watching' || now === 'finishing' ? now : 'planting';
  };
  return (
    <EmptyState
      kind={step()}
      icon={step() === 'watching' ? Bird : LoaderCircle}
      working
      title={t(`ui.audit.prove.run.${step()}.title`)}
      sentence={t(`ui.audit.prove.run.${step()}.sentence`)}
      next={
        step() === 'watching'
          ? { label: t('ui.audit.prove.run.finish'), onPress: () => props.onFinishProof() }
          : { words: '' }
      }
    >
      <Show when={step() === 'watching'}>
        <SoFar {...props} />
      </Show>
      <Show when={step() !== 'finishing'}>
        <p class={css.second}>
          <Button kind="quiet" onClick={() => props.onCancelProof()}>
            {t('ui.audit.prove.run.cancel')}
          </Button>
        </p>
      </Show>
    </EmptyState>
  );
}

function SoFar(props: ProofProps): JSX.Element {
  const t = useTranslate();
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), 500);
  onCleanup(() => clearInterval(timer));
  const left = () => Math.max(0, Math.ceil(((props.proof?.endsAt ?? now()) - now()) / 1000));
  const read = () =>
    (props.proof?.soFar?.requests ?? []).reduce((sum, { after }) => sum + after, 0);
  const found = () => new Set((props.proof?.soFar?.hits ?? []).map(({ key }) => key)).size;
  return (
    <p class={css.soFar} data-testid="proof-so-far">
      <span>{t('ui.audit.prove.run.seen', [read(), formatCount(read())])}</span>
      <span>{t('ui.audit.prove.run.found', [found()])}</span>
      <span>{t('ui.audit.prove.run.left', [left()])}</span>
    </p>
  );
}
