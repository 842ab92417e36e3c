/** `npm run schemas`: writes the published JSON schemas anew from the code that checks the files. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AuditFileSchema } from '../../lib/report/audit-file-schema';
import { toJsonSchema } from '../../lib/report/json-schema';

const path = join(import.meta.dirname, '../../docs/audit.schema.json');
const { $schema, title, description } = JSON.parse(readFileSync(path, 'utf8'));
const schema = { $schema, title, description, ...toJsonSchema(AuditFileSchema) };
writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
