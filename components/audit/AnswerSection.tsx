import { createSignal, type JSX, Show } from 'solid-js';
import type { Finding } from '../../lib/protocol/findings';
import { Button } from '../ui/Button';
import { formatDate } from '../ui/format';
import { createOneAtATime } from '../ui/one-at-a-time';
import { useToast } from '../ui/Toast';
import { useTranslate } from '../ui/translate';
import css from './detail.module.css';
import type { AuditPanelProps } from './props';
import { type Answered, DAY, ResolveForm } from './ResolveForm';

interface AnswerSectionProps extends Pick<AuditPanelProps, 'onResolve'> {
  readonly finding: Finding;
}

/** What a person says to what the machine can't tell; every answer can be taken back. */
export function AnswerSection(props: AnswerSectionProps): JSX.Element {
  const t = useTranslate();
  const tell = useToast();
  const [answering, setAnswering] = createSignal(false);
  const [underWay, begin] = createOneAtATime();
  const withdraw = async (finding: Finding): Promise<void> => {
    await props.onResolve(finding, 'withdrawn', '', Date.now());
  };
  const save = async (...[answer, reason, days]: Answered): Promise<void> => {
    const { finding } = props;
    if (!(await props.onResolve(finding, answer, reason, Date.now() + days * DAY))) return;
    setAnswering(false);
    tell({ text: t('ui.audit.answer.saved'), undo: () => void withdraw(finding) });
  };
  return (
    <Show when={props.finding.outcome === 'needs-review' || props.finding.resolution !== null}>
      <section class={css.part}>
        <h3>{t('ui.audit.answer.title')}</h3>
        <Show
          when={props.finding.resolution}
          fallback={
            <Show
              when={answering()}
              fallback={
                <>
                  <p class={css.soft}>{t('ui.audit.answer.needed')}</p>
                  <Button onClick={() => setAnswering(true)}>{t('ui.audit.answer.start')}</Button>
                </>
              }
            >
              <ResolveForm
                onCancel={() => setAnswering(false)}
                onAnswer={(...answered) => begin(() => save(...answered))}
                busy={underWay()}
              />
            </Show>
          }
        >
          {(resolution) => (
            <>
              <p>
                {t(`ui.audit.answer.${resolution().answer}`, [formatDate(resolution().expires)])}
              </p>
              <blockquote class={css.reason}>{resolution().reason}</blockquote>
              <Button onClick={() => begin(() => withdraw(props.finding))}>
                {t('ui.audit.answer.withdraw')}
              </Button>
            </>
          )}
        </Show>
      </section>
    </Show>
  );
}
