import { Switch as Choose, type JSX, Match } from 'solid-js';
import { Checkbox } from '../ui/Checkbox';
import { Field } from '../ui/Field';
import { useTranslate } from '../ui/translate';
import type { DraftField, SourceDraft } from './draft';
import { EventFields } from './EventFields';

interface OwnFieldsProps {
  readonly draft: SourceDraft;
  readonly set: (part: Partial<SourceDraft>) => void;
  readonly wrong: (field: DraftField) => string | null;
}

type Text = 'projectId' | 'siteId' | 'path' | 'user' | 'database' | 'table';

/** The fields that one kind of source alone has. */
export function OwnFields(props: OwnFieldsProps): JSX.Element {
  const t = useTranslate();
  const text = (field: Text, name: string, help: string): JSX.Element => (
    <Field
      label={t(`ui.workspace.form.${field}`)}
      help={help}
      value={props.draft[field]}
      onChange={(value) => props.set({ [field]: value })}
      error={props.wrong(field)}
      mono
      required
      testId={`source-${name}`}
    />
  );
  return (
    <Choose>
      <Match when={props.draft.kind === 'posthog'}>
        {text('projectId', 'project', t('ui.workspace.form.projectIdHelp'))}
        <Checkbox
          label={t('ui.workspace.form.hogql')}
          help={t('ui.workspace.form.hogqlHelp')}
          checked={props.draft.hogql}
          onChange={(hogql) => props.set({ hogql })}
          testId="source-hogql"
        />
      </Match>
      <Match when={props.draft.kind === 'matomo'}>
        {text('path', 'path', t('ui.workspace.form.pathMatomoHelp'))}
        {text('siteId', 'site', t('ui.workspace.form.siteIdHelp'))}
      </Match>
      <Match when={props.draft.kind === 'openreplay'}>
        {text('projectId', 'project', t('ui.workspace.form.projectIdOpenReplayHelp'))}
      </Match>
      <Match when={props.draft.kind === 'clickhouse'}>
        {text('user', 'user', t('ui.workspace.form.userHelp'))}
        {text('database', 'database', t('ui.workspace.form.databaseHelp'))}
        {text('table', 'table', t('ui.workspace.form.tableHelp'))}
        <EventFields draft={props.draft} set={props.set} wrong={props.wrong} />
      </Match>
      <Match when={props.draft.kind === 'endpoint'}>
        {text('path', 'path', t('ui.workspace.form.pathEndpointHelp'))}
        <Checkbox
          label={t('ui.workspace.form.keyless')}
          help={t('ui.workspace.form.keylessHelp')}
          checked={props.draft.keyless}
          onChange={(keyless) => props.set({ keyless })}
          testId="source-keyless"
        />
      </Match>
    </Choose>
  );
}
