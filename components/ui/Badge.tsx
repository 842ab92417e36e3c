import * as Tooltip from '@kobalte/core/tooltip';
import type { JSX, ParentProps } from 'solid-js';
import { Show } from 'solid-js';
import css from './badge.module.css';
import { type Icon, IconOf } from './IconOf';

export type Tone = 'blocks' | 'person' | 'clear' | 'unknown' | 'ours' | 'none';

interface BadgeProps extends ParentProps {
  readonly tone: Tone;
  /** Colour is never alone: every badge has a word, and most have an icon. */
  readonly icon?: Icon | undefined;
  /** A sentence for those who want to know more; shown on hover and on focus. */
  readonly about?: string | undefined;
  readonly testId?: string | undefined;
}

export function Badge(props: BadgeProps): JSX.Element {
  const face = () => (
    <>
      <IconOf of={props.icon} size={12} />
      <span>{props.children}</span>
    </>
  );
  return (
    <Show
      when={props.about}
      fallback={
        <span class={css.badge} data-tone={props.tone} data-testid={props.testId}>
          {face()}
        </span>
      }
    >
      <Tooltip.Root openDelay={250} closeDelay={0} gutter={5}>
        <Tooltip.Trigger class={css.badge} data-tone={props.tone} data-testid={props.testId}>
          {face()}
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content class={css.about}>{props.about}</Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Show>
  );
}
