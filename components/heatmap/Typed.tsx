import { createSignal, type JSX } from 'solid-js';
import { Field } from '../ui/Field';

interface TypedProps {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  /** False: it is not taken, and stays as it was typed. */
  readonly onSet: (value: string) => boolean;
  readonly error?: string | null;
  readonly placeholder?: string;
  readonly testId: string;
}

/** A field that asks the source only when it is left, or Enter is pressed. */
export function Typed(props: TypedProps): JSX.Element {
  const [typed, setTyped] = createSignal<string | null>(null);
  const settle = (): void => {
    const value = typed();
    const isNew = value !== null && value.trim() !== props.value;
    // Back to what is set is no mistake any more.
    if (!isNew && value !== null) props.onSet(props.value);
    if (!isNew || props.onSet(value.trim()) !== false) setTyped(null);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        settle();
      }}
    >
      <Field
        label={props.label}
        help={props.help}
        value={typed() ?? props.value}
        onChange={setTyped}
        onBlur={settle}
        error={props.error}
        placeholder={props.placeholder}
        mono
        testId={props.testId}
      />
    </form>
  );
}
