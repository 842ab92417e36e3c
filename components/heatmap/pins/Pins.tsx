import Undo from 'lucide-solid/icons/undo-2';
import { createSignal, type JSX, Show } from 'solid-js';
import type { PlacedPin } from '../../../lib/protocol/pins';
import { Button } from '../../ui/Button';
import { ById } from '../../ui/ById';
import { formatCount } from '../../ui/format';
import { Strip } from '../../ui/Strip';
import { useTranslate } from '../../ui/translate';
import { NoteForm } from './NoteForm';
import { PinRow } from './PinRow';
import css from './pins.module.css';
import type { Pinnable, PinsProps } from './props';

interface PinListProps extends PinsProps {
  /** The element that a note is being written on. */
  readonly pinning: Pinnable | null;
  readonly onPinned: () => void;
  readonly onHighlight: (ref: number | null) => void;
  readonly onScrollTo: (ref: number) => void;
}

/** Notes on elements of this page. Nothing is to be seen of them until there is one. */
export function Pins(props: PinListProps): JSX.Element {
  const t = useTranslate();
  const [removed, setRemoved] = createSignal<PlacedPin | null>(null);
  const gone = () => props.pins.filter(({ ref }) => ref === null).length;
  const isEmpty = () => props.pins.length === 0 && props.pinning === null && removed() === null;
  return (
    <Show when={!isEmpty()}>
      <section class={css.pins} aria-label={t('heat.pins.title')} data-testid="heat-pins">
        <h2 class={css.head}>
          {t('heat.pins.title')} <span class={css.soft}>{formatCount(props.pins.length)}</span>
        </h2>
        <Show when={props.pinning} keyed>
          {(element) => (
            <NoteForm
              on={element.label}
              note=""
              onSave={(note) => props.onAdd(element.ref, note)}
              onClose={() => props.onPinned()}
            />
          )}
        </Show>
        <Show when={gone() > 0}>
          <p class={css.gone} role="status">
            {t('ui.heat.pins.gone', [gone()])}
          </p>
        </Show>
        <ol class={css.list}>
          <ById each={props.pins} idOf={({ pin }) => pin.id}>
            {(placed) => (
              <PinRow
                placed={placed()}
                onEdit={props.onEdit}
                onRemove={() => {
                  setRemoved(placed());
                  props.onRemove(placed().pin.id);
                }}
                onHighlight={props.onHighlight}
                onScrollTo={props.onScrollTo}
              />
            )}
          </ById>
        </ol>
        <Show when={removed()}>
          {(placed) => (
            <Strip
              tone="ours"
              icon={Undo}
              testId="pin-removed"
              actions={
                <Button
                  kind="quiet"
                  onClick={() => {
                    props.onPutBack(placed().pin);
                    setRemoved(null);
                  }}
                >
                  {t('ui.common.undo')}
                </Button>
              }
            >
              {t('ui.heat.pins.removed', [placed().number])}
            </Strip>
          )}
        </Show>
      </section>
    </Show>
  );
}
