import * as v from 'valibot';
import { randomId } from '../../lib/core/ids';
import { type Message, message } from '../../lib/core/message';
import { type SourceConfig, SourceConfigSchema } from '../../lib/protocol/sources';

/** What stands in the form, as it was typed. */
export interface SourceDraft {
  readonly name: string;
  readonly host: string;
  readonly projectId: string;
  readonly secret: string;
  /** One address a line. */
  readonly origins: string;
  readonly mappings: readonly { readonly from: string; readonly to: string }[];
}

export type DraftErrors = Readonly<Partial<Record<keyof SourceDraft, Message>>>;

export type ReadDraft =
  | { readonly ok: true; readonly config: SourceConfig; readonly secret: string | null }
  | { readonly ok: false; readonly errors: DraftErrors };

export const HOSTS = {
  eu: 'https://eu.posthog.com',
  us: 'https://us.posthog.com',
} as const;

export const EMPTY_DRAFT: SourceDraft = {
  name: '',
  host: HOSTS.eu,
  projectId: '',
  secret: '',
  origins: '',
  mappings: [],
};

export function draftOf(config: SourceConfig): SourceDraft {
  const { name, host, origins, mappings } = config;
  const projectId = 'projectId' in config ? config.projectId : '';
  return { name, host, projectId, secret: '', origins: origins.join('\n'), mappings };
}

/**
 * Reads a form: a source that the schema takes, or a sentence for each field that it would refuse.
 * Empty mapping rows are left out.
 */
export function readDraft(draft: SourceDraft, id: string | null, needsKey: boolean): ReadDraft {
  const origins = draft.origins.split(/[\s,]+/).filter((line) => line !== '');
  const mappings = draft.mappings
    .map(({ from, to }) => ({ from: withScheme(from), to: withScheme(to) }))
    .filter(({ from, to }) => from !== '' || to !== '');
  const secret = draft.secret.trim();
  const errors: Partial<Record<keyof SourceDraft, Message>> = {};
  if (draft.name.trim() === '') errors.name = message('ui.workspace.form.error.name');
  if (!isOrigin(withScheme(draft.host))) errors.host = message('ui.workspace.form.error.host');
  else if (!isSafe(withScheme(draft.host))) errors.host = message('ui.workspace.form.error.plain');
  if (!/^[A-Za-z0-9-]{1,64}$/.test(draft.projectId.trim())) {
    errors.projectId = message('ui.workspace.form.error.projectId');
  }
  if (secret === '' && needsKey) errors.secret = message('ui.workspace.form.error.secret');
  if (secret !== '' && !/^[!-~]+$/.test(secret)) {
    errors.secret = message('ui.workspace.form.error.secretShape');
  }
  const wrong = origins.find((origin) => !isOrigin(withScheme(origin)));
  if (origins.length === 0) errors.origins = message('ui.workspace.form.error.noOrigin');
  else if (wrong !== undefined) errors.origins = message('ui.workspace.form.error.origin', wrong);
  if (!mappings.every(({ from, to }) => isOrigin(from) && isOrigin(to))) {
    errors.mappings = message('ui.workspace.form.error.mapping');
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };

  const parsed = v.safeParse(SourceConfigSchema, {
    kind: 'posthog',
    id: id ?? randomId('source'),
    name: draft.name,
    host: withScheme(draft.host),
    projectId: draft.projectId,
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
