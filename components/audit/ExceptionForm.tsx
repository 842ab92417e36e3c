import { createSignal, type JSX, Show } from 'solid-js';
import { needsSecondName } from '../../lib/gate/exceptions';
import type { Exception } from '../../lib/protocol/exceptions';
import type { Finding } from '../../lib/protocol/findings';
import { recorderName } from '../../lib/recorders/names';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Select } from '../ui/Select';
import { useTranslate } from '../ui/translate';
import css from './detail.module.css';
import { draftFor, type ExceptionDraft, problemsOf, toException } from './exception-draft';
import { channelName } from './words';

interface ExceptionFormProps {
  readonly finding: Finding;
  /** Redacted address of the page. */
  readonly url: string;
  readonly onSave: (exception: Exception) => void;
  /** An exception is being saved. */
  readonly busy: boolean;
  readonly onCancel: () => void;
}

/** Who accepts an exposure, why, on which pages and until when. */
export function ExceptionForm(props: ExceptionFormProps): JSX.Element {
  const t = useTranslate();
  const [draft, setDraft] = createSignal(draftFor(props.url, Date.now()));
  const [tried, setTried] = createSignal(false);
  const set = (part: Partial<ExceptionDraft>) => setDraft((old) => ({ ...old, ...part }));
  const problems = () => problemsOf(draft(), props.finding, props.url, Date.now());
  const said = (field: keyof ExceptionDraft): string | null => {
    const problem = problems()[field];
    return tried() && problem ? t(`ui.audit.exceptions.problem.${problem}`) : null;
  };
  let form: HTMLFormElement | undefined;
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems()).length === 0) {
      props.onSave(toException(draft(), props.finding));
      return;
    }
    form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  return (
    <form
      ref={form}
      class={css.form}
      novalidate
      aria-busy={props.busy}
      onSubmit={save}
      data-testid="exception-form"
    >
      <p>
        {t('ui.audit.exceptions.field')}: <code class={css.code}>{signatureOf(props.finding)}</code>
      </p>
      <Field
        label={t('ui.audit.exceptions.reason')}
        help={t('ui.audit.exceptions.reasonHelp')}
        value={draft().reason}
        onChange={(reason) => set({ reason })}
        rows={2}
        error={said('reason')}
        testId="exception-reason"
      />
      <Field
        label={t('ui.audit.exceptions.owner')}
        help={t('ui.audit.exceptions.ownerHelp')}
        value={draft().owner}
        onChange={(owner) => set({ owner })}
        error={said('owner')}
        testId="exception-owner"
      />
      <Show when={needsSecondName(props.finding)}>
        <Field
          label={t('ui.audit.exceptions.approvedBy')}
          help={t('ui.audit.exceptions.approvedByHelp')}
          value={draft().approvedBy}
          onChange={(approvedBy) => set({ approvedBy })}
          error={said('approvedBy')}
          testId="exception-second"
        />
      </Show>
      <Field
        label={t('ui.audit.exceptions.expires')}
        type="date"
        value={draft().expires}
        onChange={(expires) => set({ expires })}
        error={said('expires')}
        testId="exception-expires"
      />
      <Field
        label={t('ui.audit.exceptions.page')}
        help={t('ui.audit.exceptions.pageHelp')}
        mono
        value={draft().page}
        onChange={(page) => set({ page })}
        error={said('page')}
        testId="exception-page"
      />
      <Show when={props.finding.recorder}>
        {(id) => (
          <Select
            label={t('ui.audit.exceptions.recorder')}
            options={[
              {
                value: 'this',
                label: t('ui.audit.exceptions.thisRecorder', [recorderName(id())]),
              },
              { value: 'any', label: t('ui.audit.exceptions.anyRecorder') },
            ]}
            value={draft().recorders}
            onChange={(recorders) => set({ recorders })}
          />
        )}
      </Show>
      <div class={css.actions}>
        <Button kind="primary" type="submit">
          {t('ui.audit.exceptions.save')}
        </Button>
        <Button kind="quiet" onClick={() => props.onCancel()}>
          {t('ui.common.cancel')}
        </Button>
      </div>
    </form>
  );
}

const signatureOf = (finding: Finding): string =>
  [finding.template, channelName(finding), finding.pii?.class].filter(Boolean).join(' · ');
