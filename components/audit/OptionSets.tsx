import X from 'lucide-solid/icons/x';
import { Index, type JSX, Show } from 'solid-js';
import type { RecorderId } from '../../lib/protocol/recorders';
import { recorderName } from '../../lib/recorders/names';
import { Button, IconButton } from '../ui/Button';
import { useTranslate } from '../ui/translate';
import { readAssumption } from './assumption';
import css from './evidence.module.css';
import { MOST_SETS, type OptionSet, withRunning, written } from './option-sets';

interface OptionSetsProps {
  readonly id: RecorderId;
  readonly sets: readonly OptionSet[];
  /** The options that it runs with on the page; null: it is not there. */
  readonly running: Readonly<Record<string, unknown>> | null;
  readonly onChange: (sets: readonly OptionSet[]) => void;
}

/** The option sets of one recorder, to be judged side by side. */
export function OptionSets(props: OptionSetsProps): JSX.Element {
  const t = useTranslate();
  const name = () => recorderName(props.id);
  const hasRunning = () => props.sets.includes(null);
  const replace = (place: number, text: string) => props.onChange(props.sets.with(place, text));
  return (
    <fieldset class={css.sets} data-testid={`assume-sets-${props.id}`}>
      <legend>{name()}</legend>
      <Show when={props.running !== null || hasRunning()}>
        <label class={css.running}>
          <input
            type="checkbox"
            checked={hasRunning()}
            onChange={(event) =>
              props.onChange(withRunning(props.sets, event.currentTarget.checked))
            }
          />
          {t('ui.audit.assume.running')}
        </label>
      </Show>
      <Index each={props.sets}>
        {(set, place) => (
          <Show when={set() !== null}>
            <Given
              id={props.id}
              place={place + 1}
              alone={props.sets.length === 1}
              text={set() ?? ''}
              running={props.running}
              onChange={(text) => replace(place, text)}
              onRemove={() => props.onChange(props.sets.filter((_, index) => index !== place))}
            />
          </Show>
        )}
      </Index>
      <Show when={props.sets.length < MOST_SETS}>
        <Button onClick={() => props.onChange([...props.sets, ''])}>
          {t('ui.audit.assume.add', [name()])}
        </Button>
      </Show>
    </fieldset>
  );
}

interface GivenProps extends Pick<OptionSetsProps, 'id' | 'running'> {
  /** Counted from one, the options that it runs with among them. */
  readonly place: number;
  readonly alone: boolean;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onRemove: () => void;
}

const rowsOf = (text: string): number => Math.min(8, Math.max(2, text.split('\n').length));

/** The vendor's own init options, as they stand in the site's code. */
function Given(props: GivenProps): JSX.Element {
  const t = useTranslate();
  const testId = () => `assume-${props.id}${props.place > 1 ? `-${props.place}` : ''}`;
  const problem = () => readAssumption(props.id, props.text).problem;
  const set = () => t('audit.setup.set', [props.place]);
  const name = () =>
    props.alone ? recorderName(props.id) : `${recorderName(props.id)} (${set()})`;
  return (
    <div class={css.given}>
      <label>
        <span>{t('ui.audit.assume.options', [name()])}</span>
        <textarea
          rows={rowsOf(props.text)}
          spellcheck={false}
          value={props.text}
          placeholder={'{ "maskAllInputs": true }'}
          aria-invalid={problem() !== null}
          aria-describedby={problem() === null ? undefined : `${testId()}-problem`}
          onInput={(event) => props.onChange(event.currentTarget.value)}
          data-testid={testId()}
        />
      </label>
      <Show when={problem()}>
        {(what) => (
          <p id={`${testId()}-problem`} class={css.problem}>
            {t(`ui.audit.assume.${what()}`, [name()])}
          </p>
        )}
      </Show>
      <Show when={props.running ?? !props.alone}>
        <div class={css.apply}>
          <Show when={props.running}>
            {(running) => (
              <Button onClick={() => props.onChange(written(running()))}>
                {t('ui.audit.assume.fill')}
              </Button>
            )}
          </Show>
          <Show when={!props.alone}>
            <IconButton
              icon={X}
              label={t('ui.audit.assume.remove', [name()])}
              onClick={() => props.onRemove()}
            />
          </Show>
        </div>
      </Show>
    </div>
  );
}
