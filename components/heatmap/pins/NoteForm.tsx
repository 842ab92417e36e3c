import { createSignal, type JSX, onCleanup, onMount } from 'solid-js';
import { MAX_NOTE } from '../../../lib/protocol/pins';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { createOneAtATime } from '../../ui/one-at-a-time';
import { useTranslate } from '../../ui/translate';
import css from './pins.module.css';

interface NoteFormProps {
  /** What the element is called. */
  readonly on: string;
  readonly note: string;
  /** False: it was not saved, and why is said elsewhere. */
  readonly onSave: (note: string) => Promise<boolean>;
  /** It is saved, or is left as it was. */
  readonly onClose: () => void;
}

/** Writes a note on an element, or writes it anew; stays until that is saved. Escape leaves it as it was. */
export function NoteForm(props: NoteFormProps): JSX.Element {
  const t = useTranslate();
  const [note, setNote] = createSignal(props.note);
  const [underWay, begin] = createOneAtATime();
  const length = () => note().trim().length;
  const canSave = () => length() > 0 && length() <= MAX_NOTE;
  let form: HTMLFormElement | undefined;
  let isOpen = true;
  onMount(() => form?.querySelector('textarea')?.focus());
  onCleanup(() => {
    isOpen = false;
  });
  const save = async (): Promise<void> => {
    const isSaved = await props.onSave(note().trim());
    // Another form may be open by now.
    if (isSaved && isOpen) props.onClose();
  };
  return (
    <form
      class={css.form}
      aria-busy={underWay()}
      ref={(element) => {
        form = element;
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave()) begin(save);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose();
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
        <Button type="submit" kind="primary" disabled={!canSave()}>
          {t('ui.heat.pins.save')}
        </Button>
        <Button kind="quiet" onClick={() => props.onClose()}>
          {t('ui.heat.pins.cancel')}
        </Button>
      </div>
    </form>
  );
}
