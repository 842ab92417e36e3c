import { createSignal, type JSX, Show } from 'solid-js';
import { exceptionFor } from '../../lib/gate/exceptions';
import type { Exception } from '../../lib/protocol/exceptions';
import type { Finding } from '../../lib/protocol/findings';
import { Button } from '../ui/Button';
import { formatCalendarDay } from '../ui/format';
import { createOneAtATime } from '../ui/one-at-a-time';
import { useToast } from '../ui/Toast';
import { useTranslate } from '../ui/translate';
import css from './detail.module.css';
import { ExceptionForm } from './ExceptionForm';
import type { AuditPanelProps } from './props';

interface ExceptionSectionProps
  extends Pick<AuditPanelProps, 'exceptions' | 'onExcept' | 'onUnexcept'> {
  readonly finding: Finding;
  readonly url: string;
}

/** The team's exception for a finding: whose it is, or the form for one. */
export function ExceptionSection(props: ExceptionSectionProps): JSX.Element {
  const t = useTranslate();
  const tell = useToast();
  const [writing, setWriting] = createSignal(false);
  const holding = (): Exception | undefined =>
    props.exceptions?.find(
      (each) => exceptionFor(props.finding, props.url, [each], Date.now())?.because === null,
    );
  const [underWay, begin] = createOneAtATime();
  const save = async (exception: Exception): Promise<void> => {
    if (!(await props.onExcept(exception))) return;
    setWriting(false);
    tell({ text: t('ui.audit.exceptions.saved'), undo: () => void props.onUnexcept(exception) });
  };
  const remove = async (exception: Exception): Promise<void> => {
    if (!(await props.onUnexcept(exception))) return;
    tell({ text: t('ui.audit.exceptions.removed'), undo: () => void props.onExcept(exception) });
  };
  return (
    <Show when={canBeExcepted(props.finding)}>
      <section class={css.part} data-testid="exception">
        <h3>{t('ui.audit.exceptions.title')}</h3>
        <Show
          when={holding()}
          fallback={
            <>
              <NoLonger finding={props.finding} />
              <Show
                when={writing()}
                fallback={
                  <>
                    <p class={css.soft}>{t('ui.audit.exceptions.about')}</p>
                    <Button onClick={() => setWriting(true)}>
                      {t('ui.audit.exceptions.start')}
                    </Button>
                  </>
                }
              >
                <ExceptionForm
                  {...props}
                  busy={underWay()}
                  onSave={(exception) => begin(() => save(exception))}
                  onCancel={() => setWriting(false)}
                />
              </Show>
            </>
          }
        >
          {(exception) => (
            <>
              <p>
                {t('ui.audit.exceptions.by', [
                  exception().owner,
                  formatCalendarDay(exception().expires),
                ])}{' '}
                <Show when={exception().approvedBy}>
                  {(name) => t('ui.audit.exceptions.second', [name()])}
                </Show>
              </p>
              <blockquote class={css.reason}>{exception().reason}</blockquote>
              <Button onClick={() => begin(() => remove(exception()))}>
                {t('ui.audit.exceptions.remove')}
              </Button>
            </>
          )}
        </Show>
      </section>
    </Show>
  );
}

/** An exception that fits and does not hold, and why. */
function NoLonger(props: { readonly finding: Finding }): JSX.Element {
  const t = useTranslate();
  const said = (): string | null => {
    const { exception } = props.finding;
    if (!exception?.void) return null;
    const { owner, expires } = exception;
    return exception.void === 'expired'
      ? t('ui.audit.exceptions.void.expired', [owner, formatCalendarDay(expires)])
      : t('ui.audit.exceptions.void.needsSecondName', [owner]);
  };
  return <Show when={said()}>{(words) => <p>{words()}</p>}</Show>;
}

/** What was not seen stays unseen, what passed needs none, and a field must be named by something. */
const canBeExcepted = ({ half, outcome, template }: Finding): boolean =>
  half !== 'coverage' && outcome !== 'pass' && template !== '';
