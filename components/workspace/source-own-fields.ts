import * as v from 'valibot';
import { EndpointPathSchema } from '../../lib/protocol/sources';
import { readClickHouse } from './clickhouse-draft';
import { type OwnFields, type SourceDraft, unless } from './draft';

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
      return readClickHouse(draft);
  }
}

const project = ({ projectId }: SourceDraft) =>
  unless(/^[A-Za-z0-9-]{1,64}$/.test(projectId.trim()), 'projectId', 'projectId');

/** People type `matomo` or `/matomo`; what is meant is `/matomo/`. */
function folder(typed: string): string {
  const inner = typed.trim().replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

const isFolder = (path: string): boolean =>
  /^\/(?:[\w.~%-]+\/)*$/.test(path) && !/\/\.\.?\//.test(path);
