import * as v from 'valibot';
import { randomId } from '../../lib/core/ids';
import { type Message, message } from '../../lib/core/message';
import { type SourceConfig, SourceConfigSchema } from '../../lib/protocol/sources';
import { clickHouseDraftOf, EMPTY_CLICKHOUSE } from './clickhouse-draft';
import type { DraftErrors, DraftField, SourceDraft } from './draft';
import { readOwnFields } from './source-own-fields';

export type ReadDraft =
  | { readonly ok: true; readonly config: SourceConfig; readonly secret: string | null }
  | { readonly ok: false; readonly errors: DraftErrors };

export const HOSTS = {
  eu: 'https://eu.posthog.com',
  us: 'https://us.posthog.com',
} as const;

export const EMPTY_DRAFT: SourceDraft = {
  kind: 'posthog',
  name: '',
  host: HOSTS.eu,
  projectId: '',
  siteId: '',
  path: '/',
  ...EMPTY_CLICKHOUSE,
  hogql: false,
  keyless: false,
  secret: '',
  origins: '',
  mappings: [],
};

export function draftOf(config: SourceConfig): SourceDraft {
  const { kind, name, host, origins, mappings } = config;
  return {
    ...EMPTY_DRAFT,
    ...own(config),
    kind,
    name,
    host,
    secret: '',
    origins: origins.join('\n'),
    mappings,
  };
}

/** The fields that one kind alone has. */
function own(config: SourceConfig): Partial<SourceDraft> {
  switch (config.kind) {
    case 'posthog':
      return { projectId: config.projectId, hogql: config.hogql };
    case 'matomo':
      return { path: config.path, siteId: config.siteId };
    case 'openreplay':
      return { projectId: config.projectId };
    case 'clickhouse':
      return clickHouseDraftOf(config);
    case 'endpoint':
      return { path: config.path, keyless: !config.needsKey };
  }
}

/** Whether this source can be saved without a key. */
export const asksForKey = (draft: SourceDraft): boolean =>
  !(draft.kind === 'endpoint' && draft.keyless);

/**
 * Reads a form: a source that the schema takes, or a sentence for each field that it would refuse.
 * Empty mapping rows are left out.
 */
export function readDraft(draft: SourceDraft, id: string | null, needsKey: boolean): ReadDraft {
  const origins = draft.origins.split(/[\s,]+/).filter((line) => line !== '');
  const mappings = draft.mappings
    .map(({ from, to }) => ({ from: withScheme(from), to: withScheme(to) }))
    .filter(({ from, to }) => from !== '' || to !== '');
  const secret = asksForKey(draft) ? draft.secret.trim() : '';
  const errors: Partial<Record<DraftField, Message>> = {};
  if (draft.name.trim() === '') errors.name = message('ui.workspace.form.error.name');
  if (!isOrigin(withScheme(draft.host))) errors.host = message('ui.workspace.form.error.host');
  else if (!isSafe(withScheme(draft.host))) errors.host = message('ui.workspace.form.error.plain');
  const { fields, errors: wrong } = readOwnFields(draft);
  Object.assign(errors, wrong);
  if (secret === '' && needsKey && asksForKey(draft)) {
    errors.secret = message('ui.workspace.form.error.secret');
  }
  if (secret !== '' && !/^[!-~]+$/.test(secret)) {
    errors.secret = message('ui.workspace.form.error.secretShape');
  }
  const notAnOrigin = origins.find((origin) => !isOrigin(withScheme(origin)));
  if (origins.length === 0) errors.origins = message('ui.workspace.form.error.noOrigin');
  else if (notAnOrigin !== undefined) {
    errors.origins = message('ui.workspace.form.error.origin', notAnOrigin);
  }
  if (!mappings.every(({ from, to }) => isOrigin(from) && isOrigin(to))) {
    errors.mappings = message('ui.workspace.form.error.mapping');
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };

  const parsed = v.safeParse(SourceConfigSchema, {
    ...fields,
    kind: draft.kind,
    id: id ?? randomId('source'),
    name: draft.name,
    host: withScheme(draft.host),
    origins: origins.map(withScheme),
    mappings,
  });
  if (!parsed.success) {
    return { ok: false, errors: { name: message('ui.workspace.form.error.name') } };
  }
  return { ok: true, config: parsed.output, secret: secret === '' ? null : secret };
}

/** People type `acme.com`; what is meant is `https://acme.com`. */
function withScheme(typed: string): string {
  const text = typed.trim();
  return text === '' || /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  return /^https?:$/.test(protocol) && hostname !== '' && username === '';
}

/** A key goes over an encrypted connection, or no further than this machine. */
function isSafe(text: string): boolean {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}
