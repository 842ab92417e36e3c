/** `npm run schemas`: writes the published JSON schemas anew from the code that checks the files. */
import { writeFileSync } from 'node:fs';
import { publishedSchemas } from './schemas';

for (const { path, wanted } of publishedSchemas()) {
  writeFileSync(path, `${JSON.stringify(wanted, null, 2)}\n`);
}
