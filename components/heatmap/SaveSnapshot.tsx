import Camera from 'lucide-solid/icons/camera';
import CircleAlert from 'lucide-solid/icons/circle-alert';
import CircleCheck from 'lucide-solid/icons/circle-check';
import { createEffect, createMemo, createSignal, type JSX, on, Show } from 'solid-js';
import type { Message } from '../../lib/core/message';
import type { SnapshotOffer } from '../../lib/protocol/snapshots';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { formatBytes } from '../ui/format';
import { createOneAtATime } from '../ui/one-at-a-time';
import { Text, useTranslate } from '../ui/translate';
import css from './save-snapshot.module.css';

export interface SaveSnapshotProps {
  /** What saving would take; or why it can't be done. */
  readonly onOffer: () => Promise<SnapshotOffer | { readonly refused: Message }>;
  /** Null: it is saved. Else the sentence that says why not. */
  readonly onSave: (name: string) => Promise<Message | null>;
}

/** Saves the map that is shown, under a name that the person types; `edition` says which one that is. */
export function SaveSnapshot(props: SaveSnapshotProps & { readonly edition: string }): JSX.Element {
  const t = useTranslate();
  const [open, setOpen] = createSignal(false);
  const [offer, setOffer] = createSignal<SnapshotOffer | null>(null);
  const [problem, setProblem] = createSignal<Message | null>(null);
  const [name, setName] = createSignal('');
  const [underWay, begin] = createOneAtATime();
  const [saved, setSaved] = createSignal(false);

  // Another map is not saved yet.
  const edition = createMemo(() => props.edition);
  createEffect(on(edition, () => setSaved(false), { defer: true }));

  const ask = async (): Promise<void> => {
    setSaved(false);
    setProblem(null);
    setOffer(null);
    setName('');
    setOpen(true);
    const answer = await props.onOffer();
    if ('refused' in answer) setProblem(answer.refused);
    else setOffer(answer);
  };
  const save = async (): Promise<void> => {
    const of = edition();
    const refused = await props.onSave(name().trim());
    setProblem(refused);
    if (refused !== null) return;
    setSaved(of === edition());
    setOpen(false);
  };

  return (
    <>
      <Button kind="quiet" icon={saved() ? CircleCheck : Camera} onClick={() => void ask()}>
        {t(saved() ? 'ui.heat.snapshot.saved' : 'ui.heat.snapshot.save')}
      </Button>
      <Dialog open={open()} title={t('ui.heat.snapshot.title')} onClose={() => setOpen(false)}>
        <form
          class={css.form}
          aria-busy={underWay()}
          onSubmit={(event) => {
            event.preventDefault();
            if (name().trim() !== '') begin(save);
          }}
        >
          <Field
            label={t('ui.heat.snapshot.name')}
            help={t('ui.heat.snapshot.nameHelp')}
            value={name()}
            onChange={setName}
            required
            testId="snapshot-name"
          />
          <Show when={offer()?.warning ?? problem()}>
            {(said) => (
              <p class={css.said} role="alert" data-tone={problem() ? 'blocks' : 'person'}>
                <CircleAlert size={14} aria-hidden="true" />
                <span>
                  <Text of={problem() ?? said()} />
                </span>
              </p>
            )}
          </Show>
          <div class={css.end}>
            <Show when={offer()}>
              {(given) => <span>{t('ui.heat.snapshot.takes', [formatBytes(given().bytes)])}</span>}
            </Show>
            <Button
              kind="primary"
              type="submit"
              disabled={offer() === null || name().trim() === ''}
            >
              {t('ui.heat.snapshot.save')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
