import CircleAlert from 'lucide-solid/icons/circle-alert';
import { For, type JSX, Show } from 'solid-js';
import type { AutopsyReport } from '../../../lib/wire/autopsy/report-schema';
import { OPAQUE } from '../../../lib/wire/decode/contract';
import { formatBytes } from '../../ui/format';
import { useTranslate } from '../../ui/translate';
import css from './autopsy.module.css';

/** Nobody has seen these bytes, so nobody can call them clean. */
export function Unread(props: { readonly report: AutopsyReport }): JSX.Element {
  const t = useTranslate();
  const lines = (): string[] => {
    const { files, opaque, more } = props.report;
    const skipped = files.reduce((sum, file) => sum + file.skipped, 0);
    return [
      ...OPAQUE.flatMap((kind) => {
        const bytes = opaque[kind];
        return bytes ? [t(`ui.workspace.autopsy.opaque.${kind}`, [formatBytes(bytes)])] : [];
      }),
      ...files
        .filter(({ kind }) => kind === 'unreadable')
        .map(({ file }) => t('ui.workspace.autopsy.unreadableFile', [file])),
      ...(skipped > 0 ? [t('ui.workspace.autopsy.skipped', [skipped])] : []),
      ...(more > 0 ? [t('ui.workspace.autopsy.more', [more])] : []),
    ];
  };
  return (
    <Show when={lines().length > 0}>
      <section class={css.unread}>
        <CircleAlert size={16} aria-hidden="true" />
        <div>
          <h2>{t('ui.workspace.autopsy.notRead')}</h2>
          <ul>
            <For each={lines().slice(0, MOST)}>{(line) => <li>{line}</li>}</For>
          </ul>
        </div>
      </section>
    </Show>
  );
}

const MOST = 12;
