import { createEffect, createMemo, createSignal, type JSX, on } from 'solid-js';
import { formatCount } from './format';
import css from './number.module.css';
import { readNumber } from './read-number';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** What arrow keys add; ten times that with Shift. */
  readonly step: number;
  readonly unit?: string | undefined;
  readonly onChange: (value: number) => void;
  readonly disabled?: boolean | undefined;
  readonly testId?: string | undefined;
}

/**
 * A number that is typed, as in a design tool: it takes effect on Enter or when it is left, arrow
 * keys step it, Escape brings the old one back, and what is no number changes nothing. What is half
 * typed stays, whatever is told meanwhile.
 */
export function NumberField(props: NumberFieldProps): JSX.Element {
  const [draft, setDraft] = createSignal('');
  const [entered, setEntered] = createSignal(false);
  const [typed, setTyped] = createSignal(false);
  const shown = createMemo(() =>
    entered() ? String(round(props.value)) : formatCount(round(props.value)),
  );
  const value = createMemo(() => props.value);
  createEffect(on([value, entered, shown], () => typed() || setDraft(shown())));
  const reset = (): void => {
    setTyped(false);
    setDraft(shown());
  };

  const commit = (wanted: number): void => {
    const value = Math.min(props.max, Math.max(props.min, wanted));
    if (!Number.isFinite(wanted) || value === props.value) {
      reset();
      return;
    }
    setTyped(false);
    props.onChange(value);
  };
  /** A number that nobody touched stays as it is, though it be out of bounds or was rounded. */
  const commitTyped = (): void => {
    if (typed()) commit(readNumber(draft()));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? props.step * 10 : props.step;
    if (event.key === 'Enter') commitTyped();
    else if (event.key === 'Escape') reset();
    else if (event.key === 'ArrowUp') commit(props.value + step);
    else if (event.key === 'ArrowDown') commit(props.value - step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <span class={css.number}>
      <input
        role="spinbutton"
        inputmode="decimal"
        autocomplete="off"
        aria-label={props.label}
        aria-valuenow={props.value}
        aria-valuemin={props.min}
        aria-valuemax={Number.isFinite(props.max) ? props.max : undefined}
        aria-valuetext={props.unit === undefined ? undefined : `${shown()} ${props.unit}`}
        title={props.label}
        value={draft()}
        disabled={props.disabled}
        data-testid={props.testId}
        onInput={(event) => {
          setTyped(true);
          setDraft(event.currentTarget.value);
        }}
        onFocus={(event) => {
          setEntered(true);
          event.currentTarget.select();
        }}
        onBlur={() => {
          commitTyped();
          setEntered(false);
        }}
        onKeyDown={onKeyDown}
      />
      <span class={css.unit} aria-hidden="true">
        {props.unit}
      </span>
    </span>
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;
