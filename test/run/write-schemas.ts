/** `npm run schemas`: writes the published JSON schemas anew from the code that checks the files. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AuditFileSchema } from '../../lib/report/audit-file-schema';
import { ConsentFileSchema } from '../../lib/report/consent-file-schema';
import { toJsonSchema } from '../../lib/report/json-schema';
import { HeatFileSchema } from '../../lib/sources/file/format';
import { MeasuresFileSchema } from '../../lib/sources/measures/format';
import { AutopsySchema } from '../../lib/wire/autopsy/report-schema';

const SCHEMAS = [
  ['audit.schema.json', AuditFileSchema],
  ['consent.schema.json', ConsentFileSchema],
  ['autopsy.schema.json', AutopsySchema],
  ['heat-file.schema.json', HeatFileSchema],
  ['measures-file.schema.json', MeasuresFileSchema],
] as const;

for (const [file, source] of SCHEMAS) {
  const path = join(import.meta.dirname, '../../docs', file);
  const { $schema, title, description } = JSON.parse(readFileSync(path, 'utf8'));
  const schema = { $schema, title, description, ...toJsonSchema(source) };
  writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
}
