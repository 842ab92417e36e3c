import Pencil from 'lucide-solid/icons/pencil';
import Trash from 'lucide-solid/icons/trash';
import { createSignal, type JSX, Show } from 'solid-js';
import type { PlacedPin } from '../../../lib/protocol/pins';
import { IconButton } from '../../ui/Button';
import { useTranslate } from '../../ui/translate';
import { NoteForm } from './NoteForm';
import css from './pins.module.css';
import type { PinsProps } from './props';

interface PinRowProps {
  readonly placed: PlacedPin;
  readonly onEdit: PinsProps['onEdit'];
  readonly onRemove: () => void;
  readonly onHighlight: (ref: number | null) => void;
  readonly onScrollTo: (ref: number) => void;
}

/** One note: its number leads to its element. */
export function PinRow(props: PinRowProps): JSX.Element {
  const t = useTranslate();
  const [isEditing, setEditing] = createSignal(false);
  const pin = () => props.placed.pin;
  const name = () => (pin().label === '' ? pin().role : pin().label);
  const show = () => {
    const { ref } = props.placed;
    if (ref !== null) props.onScrollTo(ref);
  };
  return (
    <li class={css.row} data-testid="pin">
      <button
        type="button"
        class={css.number}
        aria-label={t('ui.heat.pins.show', [props.placed.number])}
        title={t('ui.heat.pins.show', [props.placed.number])}
        disabled={props.placed.ref === null}
        onClick={show}
        onFocus={() => props.onHighlight(props.placed.ref)}
        onBlur={() => props.onHighlight(null)}
        onMouseEnter={() => props.onHighlight(props.placed.ref)}
        onMouseLeave={() => props.onHighlight(null)}
      >
        {props.placed.number}
      </button>
      <Show
        when={!isEditing()}
        fallback={
          <NoteForm
            on={name()}
            note={pin().note}
            onSave={(note) => props.onEdit(pin().id, note)}
            onClose={() => setEditing(false)}
          />
        }
      >
        <div class={css.said}>
          <p class={css.name}>
            <bdi>{name()}</bdi> <span class={css.soft}>{pin().role}</span>
          </p>
          <p class={css.note} dir="auto">
            {pin().note}
          </p>
          <Show when={props.placed.ref === null}>
            <p class={css.soft}>{t('heat.pins.notHere')}</p>
          </Show>
        </div>
        <div class={css.actions}>
          <IconButton
            icon={Pencil}
            label={t('ui.heat.pins.edit', [props.placed.number])}
            onClick={() => setEditing(true)}
          />
          <IconButton
            icon={Trash}
            label={t('ui.heat.pins.remove', [props.placed.number])}
            onClick={() => props.onRemove()}
          />
        </div>
      </Show>
    </li>
  );
}
