import type { JSX, ParentProps } from 'solid-js';
import { Show } from 'solid-js';
import { Button, type Icon } from './Button';
import css from './empty.module.css';
import { IconOf } from './IconOf';

/** The one thing to do next: press a button, or do what the words say. */
export type NextStep =
  | { readonly label: string; readonly icon?: Icon; readonly onPress: () => void }
  | { readonly words: JSX.Element };

interface EmptyStateProps extends ParentProps {
  readonly kind: string;
  readonly icon: Icon;
  readonly title: string;
  /** What happened, in the words of what happened. */
  readonly sentence: string;
  readonly next: NextStep;
  /** Something is being done. */
  readonly working?: boolean | undefined;
}

export function EmptyState(props: EmptyStateProps): JSX.Element {
  return (
    <section class={css.empty} data-empty={props.kind} aria-busy={props.working === true}>
      <span class={css.icon} data-working={props.working === true || undefined}>
        <IconOf of={props.icon} size={22} />
      </span>
      <h2 class={css.title}>{props.title}</h2>
      <p class={css.sentence}>{props.sentence}</p>
      <div class={css.next} data-next-step="">
        <Show when={'onPress' in props.next && props.next} fallback={<Words of={props.next} />}>
          {(step) => (
            <Button kind="primary" icon={step().icon} onClick={() => step().onPress()}>
              {step().label}
            </Button>
          )}
        </Show>
      </div>
      {props.children}
    </section>
  );
}

function Words(props: { of: NextStep }): JSX.Element {
  return <p class={css.words}>{'words' in props.of ? props.of.words : null}</p>;
}
