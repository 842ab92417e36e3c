import FileDown from 'lucide-solid/icons/file-down';
import FileUp from 'lucide-solid/icons/file-up';
import { createSignal, type JSX, Show } from 'solid-js';
import type { Message } from '../../lib/core/message';
import { Button } from '../ui/Button';
import { Text, useTranslate } from '../ui/translate';
import type { WorkspaceProps } from './props';
import css from './source.module.css';

interface ShareSourcesProps extends Pick<WorkspaceProps, 'onExport' | 'onImport'> {
  readonly canExport: boolean;
  readonly canImport: boolean;
}

/** A team shares one file of sources; everyone enters a key of their own. */
export function ShareSources(props: ShareSourcesProps): JSX.Element {
  const t = useTranslate();
  const [said, setSaid] = createSignal<Message | null>(null);
  let field: HTMLInputElement | undefined;
  return (
    <section class={css.share}>
      <div>
        <h2>{t('ui.workspace.share.title')}</h2>
        <p class={css.help}>{t('ui.workspace.share.about')}</p>
        <p class={css.help} role="status">
          <Show when={said()}>{(message) => <Text of={message()} />}</Show>
        </p>
      </div>
      <div class={css.actions}>
        <Button icon={FileDown} disabled={!props.canExport} onClick={() => props.onExport()}>
          {t('ui.workspace.share.export')}
        </Button>
        <Show when={props.canImport}>
          <Button icon={FileUp} onClick={() => field?.click()}>
            {t('ui.workspace.share.import')}
          </Button>
          <input
            ref={field}
            class="visually-hidden"
            type="file"
            tabindex="-1"
            accept=".json,application/json"
            aria-label={t('ui.workspace.share.import')}
            data-testid="sources-file"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              event.currentTarget.value = '';
              if (file !== undefined) void props.onImport(file).then(setSaid);
            }}
          />
        </Show>
      </div>
    </section>
  );
}
