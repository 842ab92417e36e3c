import { For, type JSX, Show } from 'solid-js';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { Field } from '../ui/Field';
import { Segmented } from '../ui/Segmented';
import { useTranslate } from '../ui/translate';
import {
  EVENT_KINDS,
  FURTHER_COLUMNS,
  furtherColumns,
  MAIN_COLUMNS,
  withRaw,
} from './clickhouse-draft';
import type { DraftField, SourceDraft } from './draft';
import css from './source.module.css';

interface EventFieldsProps {
  readonly draft: SourceDraft;
  readonly set: (part: Partial<SourceDraft>) => void;
  readonly wrong: (field: DraftField) => string | null;
}

/** ClickHouse: whether its table holds single events, and how these are read. */
export function EventFields(props: EventFieldsProps): JSX.Element {
  const t = useTranslate();
  const setColumns = (names: Readonly<Record<string, string>>): void =>
    props.set({ columns: { ...props.draft.columns, ...names } });
  const isBare = (): boolean =>
    FURTHER_COLUMNS.every((column) => (props.draft.columns[column] ?? '') === '');
  const column = (name: (typeof MAIN_COLUMNS | typeof FURTHER_COLUMNS)[number]): JSX.Element => (
    <Field
      label={t(`ui.workspace.form.column.${name}`)}
      value={props.draft.columns[name] ?? ''}
      onChange={(typed) => setColumns({ [name]: typed })}
      error={props.wrong(`column.${name}`)}
      mono
      testId={`source-column-${name}`}
    />
  );
  return (
    <>
      <Checkbox
        label={t('ui.workspace.form.raw')}
        help={t('ui.workspace.form.rawHelp')}
        checked={props.draft.raw}
        onChange={(raw) => props.set(withRaw(props.draft, raw))}
        testId="source-raw"
      />
      <Show when={props.draft.raw}>
        <fieldset class={css.columns}>
          <legend class={css.label}>{t('ui.workspace.form.columns')}</legend>
          <For each={MAIN_COLUMNS}>{column}</For>
        </fieldset>
        <fieldset class={css.columns}>
          <legend class={css.label}>{t('ui.workspace.form.further')}</legend>
          <p class={css.across}>{t('ui.workspace.form.furtherHelp')}</p>
          <For each={FURTHER_COLUMNS}>{column}</For>
          <div class={css.across}>
            <Button
              data-testid="source-further"
              onClick={() => setColumns(furtherColumns(isBare() ? 'documented' : 'none'))}
            >
              {t(isBare() ? 'ui.workspace.form.furtherFill' : 'ui.workspace.form.furtherClear')}
            </Button>
          </div>
        </fieldset>
        <div class={css.region}>
          <span class={css.label}>{t('ui.workspace.form.unit')}</span>
          <Segmented
            label={t('ui.workspace.form.unit')}
            options={[
              { value: 'people', label: t('ui.workspace.form.unitPeople') },
              { value: 'sessions', label: t('ui.workspace.form.unitSessions') },
            ]}
            value={props.draft.unit}
            onChange={(unit) => props.set({ unit })}
            testId="source-unit"
          />
          <p class={css.help}>{t('ui.workspace.form.unitHelp')}</p>
        </div>
        <Show when={props.draft.columns.type?.trim()}>
          <fieldset class={css.columns}>
            <legend class={css.label}>{t('ui.workspace.form.values')}</legend>
            <p class={css.across}>{t('ui.workspace.form.valuesHelp')}</p>
            <For each={EVENT_KINDS}>
              {(kind) => (
                <Field
                  label={t(`ui.workspace.form.value.${kind}`)}
                  value={props.draft.values[kind]}
                  onChange={(typed) =>
                    props.set({ values: { ...props.draft.values, [kind]: typed } })
                  }
                  error={props.wrong(`values.${kind}`)}
                  rows={2}
                  mono
                  testId={`source-value-${kind}`}
                />
              )}
            </For>
          </fieldset>
        </Show>
      </Show>
    </>
  );
}
