import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { AuditResult } from '../../lib/protocol/findings';
import { RECORDER_IDS, type RecorderId } from '../../lib/protocol/recorders';
import { recorderName } from '../../lib/recorders/names';
import { Button } from '../ui/Button';
import { useTranslate } from '../ui/translate';
import css from './evidence.module.css';
import { OptionSets } from './OptionSets';
import { assumptionsIn, type Draft, draftOf, type OptionSet } from './option-sets';
import type { AuditPanelProps } from './props';

type Props = AuditPanelProps & { readonly result: AuditResult };

/** "What would it take?", before a recorder is on the page at all, or with other options than it has. */
export function WhatIf(props: Props): JSX.Element {
  const t = useTranslate();
  const isFirst = createMemo(() => props.result.recorders.length === 0);
  const asked = createMemo(() => draftOf(props.state?.assumed ?? []));
  const [draft, setDraft] = createSignal<Draft | null>(null);
  const chosen = () => draft() ?? asked();
  const wanted = createMemo(() => assumptionsIn(chosen()));
  const runningOf = (id: RecorderId) =>
    props.state?.onPage.find((state) => state.id === id)?.options ?? null;
  const change = (make: (next: Map<RecorderId, readonly OptionSet[]>) => void): void => {
    const next = new Map(chosen());
    make(next);
    setDraft(next);
  };
  const apply = (): void => {
    props.onAssume(wanted() ?? []);
    setDraft(null);
  };
  return (
    <details class={css.assume} data-testid="assume" open={isFirst()}>
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
                  onChange={() => change((next) => next.delete(id) || next.set(id, ['']))}
                />
                {recorderName(id)}
              </label>
            )}
          </For>
        </div>
        {/* By id, so that a field stays while somebody writes into it. */}
        <For each={[...chosen().keys()]}>
          {(id) => (
            <OptionSets
              id={id}
              sets={chosen().get(id) ?? []}
              running={runningOf(id)}
              onChange={(sets) => change((next) => next.set(id, sets))}
            />
          )}
        </For>
        <div class={css.apply}>
          <Button disabled={draft() === null || wanted() === null} onClick={apply}>
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
