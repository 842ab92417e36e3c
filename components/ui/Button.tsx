import { type JSX, type ParentProps, splitProps } from 'solid-js';
import css from './button.module.css';
import { type Icon, IconOf } from './IconOf';

export type { Icon } from './IconOf';

type Native = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'class'>;

interface ButtonProps extends ParentProps<Native> {
  /** `primary`: the one next step of the screen. `quiet`: no border until it is pointed at. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger' | undefined;
  readonly icon?: Icon | undefined;
  /** Takes the whole row. */
  readonly wide?: boolean | undefined;
}

export function Button(props: ButtonProps): JSX.Element {
  const [own, native] = splitProps(props, ['kind', 'icon', 'wide', 'children']);
  return (
    <button
      type="button"
      {...native}
      class={css.button}
      classList={{ [css.wide ?? '']: own.wide === true }}
      data-kind={own.kind ?? 'plain'}
    >
      <IconOf of={own.icon} size={14} />
      <span class={css.label}>{own.children}</span>
    </button>
  );
}

interface IconButtonProps extends Native {
  readonly icon: Icon;
  /** Its name, for people who do not see the icon and for the tooltip. */
  readonly label: string;
  readonly pressed?: boolean | undefined;
}

export function IconButton(props: IconButtonProps): JSX.Element {
  const [own, native] = splitProps(props, ['icon', 'label', 'pressed']);
  return (
    <button
      type="button"
      {...native}
      class={css.icon}
      aria-label={own.label}
      title={own.label}
      aria-pressed={own.pressed}
    >
      <IconOf of={own.icon} size={14} />
    </button>
  );
}
