import Lock from 'lucide-solid/icons/lock';
import { createSignal, type JSX, Show } from 'solid-js';
import type { Message } from '../../lib/core/message';
import { SOURCE_KINDS } from '../../lib/protocol/heat-kinds';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Segmented } from '../ui/Segmented';
import { Select } from '../ui/Select';
import { Text, useSay, useTranslate } from '../ui/translate';
import type { DraftErrors, DraftField, SourceDraft } from './draft';
import { MappingFields } from './MappingFields';
import { OwnFields } from './OwnFields';
import type { SourceEntry, WorkspaceProps } from './props';
import css from './source.module.css';
import { asksForKey, draftOf, EMPTY_DRAFT, HOSTS, readDraft } from './source-draft';

interface SourceFormProps extends Pick<WorkspaceProps, 'onSave'> {
  /** Null: a new one. */
  readonly entry: SourceEntry | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

type Region = 'eu' | 'us' | 'self';

export function SourceForm(props: SourceFormProps): JSX.Element {
  const t = useTranslate();
  const say = useSay();
  const { entry } = props;
  const [draft, setDraft] = createSignal<SourceDraft>(
    entry === null ? EMPTY_DRAFT : draftOf(entry.config),
  );
  const [errors, setErrors] = createSignal<DraftErrors>({});
  const [refused, setRefused] = createSignal<Message | null>(null);
  const [saving, setSaving] = createSignal(false);
  const [region, setRegion] = createSignal<Region>(regionOf(draft().host));
  const isManaged = entry?.managed === true;
  const needsKey = entry?.hasSecret !== true;
  const set = (part: Partial<SourceDraft>): void => {
    setDraft({ ...draft(), ...part });
    const left = { ...errors() };
    for (const key of Object.keys(part)) Reflect.deleteProperty(left, key);
    for (const key of Object.keys(part.columns ?? {})) {
      Reflect.deleteProperty(left, `column.${key}`);
    }
    for (const key of Object.keys(part.values ?? {})) {
      Reflect.deleteProperty(left, `values.${key}`);
    }
    setErrors(left);
  };
  const wrong = (field: DraftField): string | null => {
    const error = errors()[field];
    return error === undefined ? null : say(error);
  };
  const keyHelp = (): string => {
    const where = t(`ui.workspace.form.secretHelp.${draft().kind}`);
    if (needsKey) return where;
    const kept = t('ui.workspace.form.secretKept');
    // Its token lasts for hours, so that it is mostly entered anew.
    return draft().kind === 'openreplay' ? `${kept} ${where}` : kept;
  };
  const chooseKind = (kind: SourceDraft['kind']): void => {
    setErrors({});
    setDraft({
      ...draft(),
      kind,
      host: kind === 'posthog' ? HOSTS.eu : '',
      path: kind === 'endpoint' ? '/heat' : '/',
    });
    setRegion('eu');
  };
  const chooseRegion = (chosen: Region): void => {
    setRegion(chosen);
    set({ host: chosen === 'self' ? '' : HOSTS[chosen] });
  };
  const save = async (): Promise<void> => {
    const read = readDraft(draft(), entry?.config.id ?? null, needsKey);
    if (!read.ok) {
      setErrors(read.errors);
      return;
    }
    setSaving(true);
    setRefused(await props.onSave(read.config, read.secret));
    setSaving(false);
    if (refused() === null) props.onDone();
  };

  return (
    <form
      class={css.form}
      novalidate
      aria-label={t(entry === null ? 'ui.workspace.form.addTitle' : 'ui.workspace.form.editTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>
        {entry === null
          ? t('ui.workspace.form.addTitle')
          : t('ui.workspace.form.editNamed', [entry.config.name])}
      </h2>
      <Show when={!isManaged} fallback={<p class={css.help}>{t('ui.workspace.form.managed')}</p>}>
        <Show when={entry === null}>
          <Select
            label={t('ui.workspace.form.kind')}
            options={SOURCE_KINDS.map((kind) => ({
              value: kind,
              label: t(`ui.workspace.form.kinds.${kind}`),
              hint: t(`ui.workspace.form.kinds.${kind}Hint`),
            }))}
            value={draft().kind}
            onChange={chooseKind}
            testId="source-kind"
          />
        </Show>
        <Field
          label={t('ui.workspace.form.name')}
          help={t('ui.workspace.form.nameHelp')}
          value={draft().name}
          onChange={(name) => set({ name })}
          error={wrong('name')}
          required
          testId="source-name"
        />
        <Show when={draft().kind === 'posthog'}>
          <div class={css.region}>
            <span class={css.label}>{t('ui.workspace.form.region')}</span>
            <Segmented
              label={t('ui.workspace.form.region')}
              options={[
                { value: 'eu', label: t('ui.workspace.form.eu') },
                { value: 'us', label: t('ui.workspace.form.us') },
                { value: 'self', label: t('ui.workspace.form.self') },
              ]}
              value={region()}
              onChange={chooseRegion}
            />
            <Show when={region() !== 'self'}>
              <p class={css.help}>{draft().host}</p>
            </Show>
          </div>
        </Show>
        <Show when={draft().kind !== 'posthog' || region() === 'self'}>
          <Field
            label={t('ui.workspace.form.host')}
            help={t(`ui.workspace.form.hostHelp.${draft().kind}`)}
            placeholder={t(`ui.workspace.form.hostExample.${draft().kind}`)}
            value={draft().host}
            onChange={(host) => set({ host })}
            error={wrong('host')}
            mono
            required
            testId="source-host"
          />
        </Show>
        <OwnFields draft={draft()} set={set} wrong={wrong} />
      </Show>
      <Show when={asksForKey(draft())}>
        <Field
          label={t(`ui.workspace.form.secret.${draft().kind}`)}
          help={keyHelp()}
          type="password"
          value={draft().secret}
          onChange={(secret) => set({ secret })}
          error={wrong('secret')}
          mono
          required={needsKey}
          testId="source-secret"
        />
        <p class={css.promise}>
          <Lock size={14} aria-hidden="true" />
          <span>{t('ui.workspace.form.promise')}</span>
        </p>
      </Show>
      <Show when={!isManaged}>
        <Field
          label={t('ui.workspace.form.origins')}
          help={t('ui.workspace.form.originsHelp')}
          placeholder="https://acme.com"
          value={draft().origins}
          onChange={(origins) => set({ origins })}
          error={wrong('origins')}
          rows={2}
          mono
          required
          testId="source-origins"
        />
        <MappingFields
          mappings={draft().mappings}
          onChange={(mappings) => set({ mappings })}
          error={wrong('mappings')}
        />
      </Show>
      <Show when={refused()}>
        {(why) => (
          <p class={css.outcome} data-tone="blocks" role="alert">
            <Text of={why()} />
          </p>
        )}
      </Show>
      <div class={css.actions}>
        <Button kind="primary" type="submit" disabled={saving()}>
          {t(saving() ? 'ui.workspace.form.saving' : 'ui.workspace.form.save')}
        </Button>
        <Button onClick={() => props.onCancel()}>{t('ui.common.cancel')}</Button>
      </div>
    </form>
  );
}

function regionOf(host: string): Region {
  if (host === HOSTS.eu) return 'eu';
  return host === HOSTS.us ? 'us' : 'self';
}
