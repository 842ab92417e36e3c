import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PolicySchema as CliPolicySchema } from '../../lib/cli/policy';
import { ExceptionsFileSchema } from '../../lib/protocol/exceptions';
import { SharedFileSchema } from '../../lib/protocol/views';
import { AuditFileSchema } from '../../lib/report/audit-file-schema';
import { ConsentFileSchema } from '../../lib/report/consent-file-schema';
import { toJsonSchema } from '../../lib/report/json-schema';
import { HeatFileSchema } from '../../lib/sources/file/format';
import { MeasuresFileSchema } from '../../lib/sources/measures/format';
import { AutopsySchema } from '../../lib/wire/autopsy/report-schema';
import { managedSchema } from './managed-schema';

const SCHEMAS = [
  ['docs/audit.schema.json', AuditFileSchema],
  ['docs/consent.schema.json', ConsentFileSchema],
  ['docs/autopsy.schema.json', AutopsySchema],
  ['docs/heat-file.schema.json', HeatFileSchema],
  ['docs/measures-file.schema.json', MeasuresFileSchema],
  ['docs/sources-file.schema.json', SharedFileSchema],
  ['docs/exceptions.schema.json', ExceptionsFileSchema],
  ['docs/cli-policy.schema.json', CliPolicySchema],
] as const;

const MANAGED = 'public/managed-schema.json';

const ROOT = join(import.meta.dirname, '../..');

export interface Published {
  readonly path: string;
  /** As it is in the repository. */
  readonly there: unknown;
  /** As the code that checks such files would have it, with the words that are there. */
  readonly wanted: unknown;
}

/** Every schema that is published, made from the code that checks what it is about. */
export function publishedSchemas(): Published[] {
  const ofFiles = SCHEMAS.map(([file, source]) => {
    const { path, there } = published(file);
    const { $schema, title, description } = there;
    return { path, there, wanted: { $schema, title, description, ...toJsonSchema(source) } };
  });
  const { path, there } = published(MANAGED);
  return [...ofFiles, { path, there, wanted: managedSchema(there.properties) }];
}

function published(file: string) {
  const path = join(ROOT, file);
  return { path, there: JSON.parse(readFileSync(path, 'utf8')) };
}
