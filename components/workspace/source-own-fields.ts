import * as v from 'valibot';
import { type Message, message } from '../../lib/core/message';
import {
  ClickHouseColumnsSchema,
  type ClickHouseEvents,
  EndpointPathSchema,
} from '../../lib/protocol/sources';
import type { DraftField, SourceDraft } from './draft';

interface OwnFields {
  /** For the schema, by its names. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Partial<Record<DraftField, Message>>>;
}

/** The fields that one kind of source alone has, and a sentence for each that its schema would refuse. */
export function readOwnFields(draft: SourceDraft): OwnFields {
  switch (draft.kind) {
    case 'posthog':
      return { fields: { projectId: draft.projectId, hogql: draft.hogql }, errors: project(draft) };
    case 'openreplay':
      return { fields: { projectId: draft.projectId }, errors: project(draft) };
    case 'matomo': {
      const path = folder(draft.path);
      return {
        fields: { path, siteId: draft.siteId },
        errors: {
          ...unless(/^[1-9]\d{0,9}$/.test(draft.siteId.trim()), 'siteId', 'siteId'),
          ...unless(isFolder(path), 'path', 'path'),
        },
      };
    }
    case 'endpoint': {
      const path = draft.path.trim();
      return {
        fields: { path, needsKey: !draft.keyless },
        errors: unless(v.is(EndpointPathSchema, path), 'path', 'path'),
      };
    }
    case 'clickhouse':
      return clickhouse(draft);
  }
}

function clickhouse(draft: SourceDraft): OwnFields {
  const { user, database, table, raw } = draft;
  const names = COLUMNS.map((column) => [column, (draft.columns[column] ?? '').trim()] as const);
  const errors: Partial<Record<DraftField, Message>> = {
    ...unless(/^[\w.@-]{1,64}$/.test(user.trim()), 'user', 'user'),
    ...unless(isIdentifier(database), 'database', 'identifier'),
    ...unless(isIdentifier(table), 'table', 'identifier'),
  };
  for (const [column, name] of raw ? names : []) {
    const isFine = isIdentifier(name) || (name === '' && OPTIONAL_COLUMNS.has(column));
    Object.assign(errors, unless(isFine, `column.${column}`, 'identifier'));
  }
  if (!raw) return { fields: { user, database, table, columns: null }, errors };
  const named = (wanted: readonly string[]) =>
    Object.fromEntries(names.filter(([column]) => wanted.includes(column)));
  const events = { ...draft.events, ...named(FURTHER_COLUMNS) };
  return { fields: { user, database, table, columns: named(MAIN_COLUMNS), events }, errors };
}

/** What a table of raw events is asked for. */
const MAIN_COLUMNS = v.keyof(ClickHouseColumnsSchema).options;

/** What it may tell beside: filters, depth and attention. */
const FURTHER_COLUMNS = [
  'viewportHeight',
  'device',
  'noise',
  'internal',
  'segment',
  'depth',
  'seconds',
] as const satisfies readonly (keyof ClickHouseEvents)[];

export const COLUMNS = [...MAIN_COLUMNS, ...FURTHER_COLUMNS];

/** Columns that a table may go without. */
export const OPTIONAL_COLUMNS: ReadonlySet<string> = new Set(['type', 'fixed', ...FURTHER_COLUMNS]);

const project = ({ projectId }: SourceDraft) =>
  unless(/^[A-Za-z0-9-]{1,64}$/.test(projectId.trim()), 'projectId', 'projectId');

const isIdentifier = (name: string): boolean => /^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(name.trim());

/** People type `matomo` or `/matomo`; what is meant is `/matomo/`. */
function folder(typed: string): string {
  const inner = typed.trim().replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

const isFolder = (path: string): boolean =>
  /^\/(?:[\w.~%-]+\/)*$/.test(path) && !/\/\.\.?\//.test(path);

function unless(
  isFine: boolean,
  field: DraftField,
  error: 'projectId' | 'siteId' | 'path' | 'user' | 'identifier',
): Partial<Record<DraftField, Message>> {
  return isFine ? {} : { [field]: message(`ui.workspace.form.error.${error}`) };
}
