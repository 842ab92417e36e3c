import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toJsonSchema } from '../../report/json-schema';
import { AutopsySchema } from './report-schema';

it('is what docs/autopsy.schema.json says', () => {
  const path = join(import.meta.dirname, '../../../docs/autopsy.schema.json');
  const { $schema, title, description, ...published } = JSON.parse(readFileSync(path, 'utf8'));
  expect($schema).toContain('2020-12');
  expect(published).toEqual(toJsonSchema(AutopsySchema));
});
