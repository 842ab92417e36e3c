import ArrowRight from 'lucide-solid/icons/arrow-right';
import KeyRound from 'lucide-solid/icons/key-round';
import Landmark from 'lucide-solid/icons/landmark';
import ShieldCheck from 'lucide-solid/icons/shield-check';
import { createEffect, createMemo, createSignal, For, type JSX, on, Show } from 'solid-js';
import { sentenceOf } from '../../lib/core/errors';
import { needsKey } from '../../lib/sources/needs-key';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { LossDialog } from '../ui/Dialog';
import { shortUrl } from '../ui/format';
import { useTranslate } from '../ui/translate';
import type { SourceEntry, TestOutcome, WorkspaceProps } from './props';
import { SourceOutcome } from './SourceOutcome';
import css from './source.module.css';

interface SourceCardProps extends WorkspaceProps {
  readonly entry: SourceEntry;
  readonly onEdit: () => void;
}

export function SourceCard(props: SourceCardProps): JSX.Element {
  const t = useTranslate();
  const entry = createMemo(() => props.entry);
  const config = createMemo(() => entry().config);
  const [outcome, setOutcome] = createSignal<TestOutcome | 'testing' | null>(null);
  const [removing, setRemoving] = createSignal(false);
  const hasKey = () => props.entry.hasSecret || !needsKey(config());
  /** An endpoint is known by its address alone. */
  const kept = () => {
    const { kind, host } = config();
    if (kind === 'endpoint') return t('ui.workspace.sources.lossMapsAt', [shortUrl(host)]);
    return t('ui.workspace.sources.lossMaps', [t(`ui.workspace.form.kinds.${kind}`)]);
  };
  const test = async (): Promise<void> => {
    const tested = config();
    setOutcome('testing');
    // The source may be gone: removed in another tab.
    const answer = await props.onTest(tested.id).catch(refused);
    if (tested === config()) setOutcome(answer);
  };
  // Of other settings, or with another key or permission, nothing is known yet.
  createEffect(on(config, () => setOutcome(null), { defer: true }));
  createEffect(
    on(entry, () => setOutcome((now) => (now === 'testing' ? now : null)), { defer: true }),
  );
  return (
    <article class={css.card} data-testid="source-card">
      <header class={css.top}>
        <div class={css.names}>
          <h2>{config().name}</h2>
          <p class={css.where}>
            {t(`ui.workspace.sources.where.${config().kind}`, [
              shortUrl(config().host),
              placeOf(config()),
            ])}
          </p>
        </div>
        <div class={css.badges}>
          <Show when={props.entry.managed}>
            <Badge tone="ours" icon={Landmark}>
              {t('ui.workspace.sources.managed')}
            </Badge>
          </Show>
          <Show
            when={needsKey(config())}
            fallback={
              <Badge tone="none" icon={KeyRound}>
                {t('ui.workspace.sources.keyless')}
              </Badge>
            }
          >
            <Badge tone={props.entry.hasSecret ? 'clear' : 'person'} icon={KeyRound}>
              {t(
                props.entry.hasSecret
                  ? 'ui.workspace.sources.hasKey'
                  : 'ui.workspace.sources.noKey',
              )}
            </Badge>
          </Show>
          <Badge tone={props.entry.granted ? 'clear' : 'person'} icon={ShieldCheck}>
            {t(
              props.entry.granted
                ? 'ui.workspace.sources.allowed'
                : 'ui.workspace.sources.notAllowed',
            )}
          </Badge>
        </div>
      </header>
      <Pages entry={props.entry} />
      <SourceOutcome of={outcome()} />
      <footer class={css.actions}>
        <Show when={!props.entry.granted}>
          <Button kind="primary" onClick={() => props.onAllow(config())}>
            {t('ui.workspace.sources.allow')}
          </Button>
        </Show>
        <Button
          disabled={!hasKey() || !props.entry.granted || outcome() === 'testing'}
          onClick={() => void test()}
        >
          {t('ui.workspace.sources.test')}
        </Button>
        <Button onClick={() => props.onEdit()}>
          {t(props.entry.managed ? 'ui.workspace.sources.enterKey' : 'ui.workspace.sources.edit')}
        </Button>
        <Show when={!props.entry.managed}>
          <Button kind="quiet" onClick={() => setRemoving(true)}>
            {t('ui.workspace.sources.remove')}
          </Button>
        </Show>
      </footer>
      <LossDialog
        open={removing()}
        title={t('ui.workspace.sources.removeTitle', [config().name])}
        losses={[t('ui.workspace.sources.lossKey'), t('ui.workspace.sources.lossSettings'), kept()]}
        verb={t('ui.workspace.sources.remove')}
        onConfirm={() => props.onRemove(config().id)}
        onClose={() => setRemoving(false)}
      />
    </article>
  );
}

const refused = (cause: unknown): TestOutcome => ({
  ok: false,
  said: sentenceOf(cause),
  remarks: [],
});

function Pages(props: { entry: SourceEntry }): JSX.Element {
  const t = useTranslate();
  return (
    <dl class={css.pages}>
      <div>
        <dt>{t('ui.workspace.sources.pages')}</dt>
        <dd>
          <For each={props.entry.config.origins}>{(origin) => <code>{shortUrl(origin)}</code>}</For>
        </dd>
      </div>
      <Show when={props.entry.config.mappings.length > 0}>
        <div>
          <dt>{t('ui.workspace.sources.alsoShownOn')}</dt>
          <dd>
            <For each={props.entry.config.mappings}>
              {({ from, to }) => (
                <span class={css.mapping}>
                  <code>{shortUrl(from)}</code>
                  <ArrowRight size={13} aria-label={t('ui.workspace.sources.showsDataOf')} />
                  <code>{shortUrl(to)}</code>
                </span>
              )}
            </For>
          </dd>
        </div>
      </Show>
    </dl>
  );
}

/** Which of a host's data it is. */
function placeOf(config: SourceEntry['config']): string {
  if (config.kind === 'matomo') return config.siteId;
  if (config.kind === 'clickhouse') return `${config.database}.${config.table}`;
  if (config.kind === 'endpoint') return config.path;
  return config.projectId;
}
