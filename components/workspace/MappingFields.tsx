import ArrowRight from 'lucide-solid/icons/arrow-right';
import CircleAlert from 'lucide-solid/icons/circle-alert';
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { Index, type JSX, Show } from 'solid-js';
import { Button, IconButton } from '../ui/Button';
import { useTranslate } from '../ui/translate';
import type { SourceDraft } from './draft';
import css from './source.module.css';

interface MappingFieldsProps {
  readonly mappings: SourceDraft['mappings'];
  readonly onChange: (mappings: SourceDraft['mappings']) => void;
  readonly error: string | null;
}

/** Staging and localhost show the data of production: pairs of addresses. */
export function MappingFields(props: MappingFieldsProps): JSX.Element {
  const t = useTranslate();
  const change = (place: number, part: { from?: string; to?: string }) =>
    props.onChange(props.mappings.map((each, i) => (i === place ? { ...each, ...part } : each)));
  return (
    <fieldset class={css.mappings}>
      <legend class={css.label}>{t('ui.workspace.form.mappings')}</legend>
      <p class={css.help}>{t('ui.workspace.form.mappingsHelp')}</p>
      <Index each={props.mappings}>
        {(mapping, place) => (
          <div class={css.pair}>
            <input
              class={css.input}
              aria-label={t('ui.workspace.form.mappingFrom', [place + 1])}
              placeholder="http://localhost:3000"
              spellcheck={false}
              value={mapping().from}
              onInput={(event) => change(place, { from: event.currentTarget.value })}
            />
            <ArrowRight size={15} aria-hidden="true" />
            <input
              class={css.input}
              aria-label={t('ui.workspace.form.mappingTo', [place + 1])}
              placeholder="https://acme.com"
              spellcheck={false}
              value={mapping().to}
              onInput={(event) => change(place, { to: event.currentTarget.value })}
            />
            <IconButton
              icon={Trash}
              label={t('ui.workspace.form.mappingRemove', [place + 1])}
              onClick={() => props.onChange(props.mappings.filter((_, i) => i !== place))}
            />
          </div>
        )}
      </Index>
      <Show when={props.error}>
        <p class={css.fieldError} role="alert">
          <CircleAlert size={13} aria-hidden="true" />
          <span>{props.error}</span>
        </p>
      </Show>
      <div>
        <Button
          icon={Plus}
          onClick={() => props.onChange([...props.mappings, { from: '', to: '' }])}
        >
          {t('ui.workspace.form.mappingAdd')}
        </Button>
      </div>
    </fieldset>
  );
}
