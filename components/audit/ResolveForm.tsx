import { createSignal, type JSX } from 'solid-js';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Select } from '../ui/Select';
import { useTranslate } from '../ui/translate';
import css from './detail.module.css';

export const DAY = 86_400_000;

const PERIODS = ['7', '30', '90', '180'] as const;

/** Enough to be a reason that the next person can weigh. */
const SHORTEST_REASON = 8;

export type Answered = [answer: 'accepted' | 'confirmed', reason: string, days: number];

interface ResolveFormProps {
  readonly onAnswer: (...answered: Answered) => void;
  /** An answer is being saved. */
  readonly busy: boolean;
  readonly onCancel: () => void;
}

/** What the machine can't tell, a person may: with a reason, and for a time. */
export function ResolveForm(props: ResolveFormProps): JSX.Element {
  const t = useTranslate();
  const [reason, setReason] = createSignal('');
  const [days, setDays] = createSignal<(typeof PERIODS)[number]>('30');
  const [tried, setTried] = createSignal(false);
  const isShort = () => reason().trim().length < SHORTEST_REASON;
  const answer = (what: 'accepted' | 'confirmed'): void => {
    setTried(true);
    if (!isShort()) props.onAnswer(what, reason().trim().slice(0, 500), Number(days()));
  };
  return (
    <form class={css.form} aria-busy={props.busy} onSubmit={(event) => event.preventDefault()}>
      <Field
        label={t('ui.audit.answer.reason')}
        value={reason()}
        onChange={setReason}
        rows={2}
        help={t('ui.audit.answer.reasonHelp')}
        error={tried() && isShort() ? t('ui.audit.answer.reasonShort') : null}
        testId="answer-reason"
      />
      <Select
        label={t('ui.audit.answer.holds')}
        options={PERIODS.map((value) => ({
          value,
          label: t('ui.audit.answer.days', [Number(value)]),
        }))}
        value={days()}
        onChange={setDays}
        testId="answer-days"
      />
      <div class={css.actions}>
        <Button kind="primary" onClick={() => answer('accepted')}>
          {t('ui.audit.answer.accept')}
        </Button>
        <Button onClick={() => answer('confirmed')}>{t('ui.audit.answer.confirm')}</Button>
        <Button kind="quiet" onClick={() => props.onCancel()}>
          {t('ui.common.cancel')}
        </Button>
      </div>
    </form>
  );
}
