import Search from 'lucide-solid/icons/search';
import X from 'lucide-solid/icons/x';
import { type JSX, Show } from 'solid-js';
import css from './search.module.css';
import { useTranslate } from './translate';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** For the panel that sends `/` here. */
  readonly ref?: ((input: HTMLInputElement) => void) | undefined;
  readonly testId?: string | undefined;
}

export function SearchField(props: SearchFieldProps): JSX.Element {
  const t = useTranslate();
  return (
    <span class={css.search}>
      <Search size={13} aria-hidden="true" />
      <input
        ref={(input) => props.ref?.(input)}
        type="search"
        autocomplete="off"
        spellcheck={false}
        aria-label={props.label}
        placeholder={props.label}
        value={props.value}
        data-testid={props.testId}
        onInput={(event) => props.onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          if (props.value === '') event.currentTarget.blur();
          else props.onChange('');
        }}
      />
      <Show when={props.value !== ''} fallback={<kbd>/</kbd>}>
        <button
          type="button"
          aria-label={t('ui.common.clearFilter')}
          title={t('ui.common.clearFilter')}
          onClick={() => props.onChange('')}
        >
          <X size={12} aria-hidden="true" />
        </button>
      </Show>
    </span>
  );
}
