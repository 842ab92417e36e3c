import { createSignal, type JSX, onMount } from 'solid-js';
import { MAX_NOTE } from '../../../lib/protocol/pins';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { useTranslate } from '../../ui/translate';
import css from './pins.module.css';

interface NoteFormProps {
  /** What the element is called. */
  readonly on: string;
  readonly note: string;
  readonly onSave: (note: string) => void;
  readonly onCancel: () => void;
}

/** Writes a note on an element, or writes it anew. Escape leaves it as it was. */
export function NoteForm(props: NoteFormProps): JSX.Element {
  const t = useTranslate();
  const [note, setNote] = createSignal(props.note);
  const length = () => note().trim().length;
  let form: HTMLFormElement | undefined;
  onMount(() => form?.querySelector('textarea')?.focus());
  return (
    <form
      class={css.form}
      ref={(element) => {
        form = element;
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (length() > 0 && length() <= MAX_NOTE) props.onSave(note().trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      <Field
        label={t('ui.heat.pins.note', [props.on])}
        help={t('ui.heat.pins.help')}
        value={note()}
        onChange={setNote}
        rows={3}
        error={length() > MAX_NOTE ? t('ui.heat.pins.tooLong', [length()]) : null}
        testId="pin-note"
      />
      <div class={css.actions}>
        <Button type="submit" kind="primary" disabled={length() === 0 || length() > MAX_NOTE}>
          {t('ui.heat.pins.save')}
        </Button>
        <Button kind="quiet" onClick={() => props.onCancel()}>
          {t('ui.heat.pins.cancel')}
        </Button>
      </div>
    </form>
  );
}
