import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { AuditResult } from '../../lib/protocol/findings';
import { RECORDER_IDS, type RecorderId } from '../../lib/protocol/recorders';
import { recorderName } from '../../lib/recorders/names';
import { Button } from '../ui/Button';
import { useTranslate } from '../ui/translate';
import { type Assumption, readAssumption } from './assumption';
import css from './evidence.module.css';
import type { AuditPanelProps } from './props';

type Props = AuditPanelProps & { readonly result: AuditResult };

/** Recorder id → the options that somebody has written, as they were written. */
type Draft = ReadonlyMap<RecorderId, string>;

/** "What would it take?", before a recorder is on the page at all, or with other options than it has. */
export function WhatIf(props: Props): JSX.Element {
  const t = useTranslate();
  const asked = createMemo<Draft>(() => {
    const assumed = props.state?.assumed ?? [];
    return new Map(
      assumed.map(({ id, optionSource, options }) => [id, written(optionSource, options)]),
    );
  });
  const [draft, setDraft] = createSignal<Draft | null>(null);
  const chosen = () => draft() ?? asked();
  const read = createMemo(() => [...chosen()].map(([id, text]) => readAssumption(id, text)));
  const isReady = () => draft() !== null && read().every(({ problem }) => problem === null);
  const change = (make: (next: Map<RecorderId, string>) => void): void => {
    const next = new Map(chosen());
    make(next);
    setDraft(next);
  };
  const apply = (): void => {
    const assumptions = read().flatMap(({ assumption }): Assumption[] =>
      assumption ? [assumption] : [],
    );
    props.onAssume(assumptions);
    setDraft(null);
  };
  return (
    <details class={css.assume} data-testid="assume" open={props.result.recorders.length === 0}>
      <summary data-testid="assume-summary">{t('ui.audit.assume.title')}</summary>
      <fieldset>
        <legend class={css.soft}>{t('ui.audit.assume.about')}</legend>
        <div class={css.choices}>
          <For each={RECORDER_IDS}>
            {(id) => (
              <label>
                <input
                  type="checkbox"
                  checked={chosen().has(id)}
                  onChange={() => change((next) => next.delete(id) || next.set(id, ''))}
                />
                {recorderName(id)}
              </label>
            )}
          </For>
        </div>
        {/* By id, so that a field stays while somebody writes into it. */}
        <For each={[...chosen().keys()]}>
          {(id) => (
            <Options
              id={id}
              text={chosen().get(id) ?? ''}
              problem={readAssumption(id, chosen().get(id) ?? '').problem}
              onChange={(text) => change((next) => next.set(id, text))}
            />
          )}
        </For>
        <div class={css.apply}>
          <Button disabled={!isReady()} onClick={apply}>
            {t('ui.audit.assume.apply')}
          </Button>
          <Show when={asked().size > 0}>
            <Button
              onClick={() => {
                setDraft(null);
                props.onAssume([]);
              }}
            >
              {t('ui.audit.assume.reset')}
            </Button>
          </Show>
        </div>
      </fieldset>
    </details>
  );
}

interface OptionsProps {
  readonly id: RecorderId;
  readonly text: string;
  readonly problem: 'notJson' | 'notObject' | null;
  readonly onChange: (text: string) => void;
}

/** The vendor's own init options, as they stand in the site's code. */
function Options(props: OptionsProps): JSX.Element {
  const t = useTranslate();
  const name = () => recorderName(props.id);
  const problemId = () => `assume-${props.id}-problem`;
  return (
    <div class={css.given}>
      <label>
        <span>{t('ui.audit.assume.options', [name()])}</span>
        <textarea
          rows={2}
          spellcheck={false}
          value={props.text}
          placeholder={'{ "maskAllInputs": true }'}
          aria-invalid={props.problem !== null}
          aria-describedby={props.problem === null ? undefined : problemId()}
          onInput={(event) => props.onChange(event.currentTarget.value)}
          data-testid={`assume-${props.id}`}
        />
      </label>
      <Show when={props.problem}>
        {(problem) => (
          <p id={problemId()} class={css.problem}>
            {t(`ui.audit.assume.${problem()}`, [name()])}
          </p>
        )}
      </Show>
    </div>
  );
}

const written = (source: string, options: Readonly<Record<string, unknown>>): string =>
  source === 'entered' ? JSON.stringify(options, null, 1) : '';
