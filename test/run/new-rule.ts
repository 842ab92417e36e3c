/**
 * `npm run new:rule -- late-mask "Masks that come late"`: the skeleton of a masking rule: its folder
 * with a fixture page and what it must say of it, its page in the docs, its name for people, its entry in
 * the list. Tests fail until each part says something true.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const [id = '', name = ''] = process.argv.slice(2);

if (!/^[a-z]+(-[a-z]+)+$/.test(id) || name.trim() === '') {
  stop('Usage: npm run new:rule -- an-id "A name for people". The id is a noun in kebab case.');
}
const folder = join(ROOT, 'lib/masking', id);
if (existsSync(folder)) stop(`There is a rule of this name already: lib/masking/${id}.`);

const constant = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
mkdirSync(folder);
write(
  `lib/masking/${id}/index.ts`,
  `import { message } from '../../core/message';
import type { MaskingRule } from '../contract';
import { finding } from '../finding';

/** ${name}. */
export const ${constant}: MaskingRule = {
  id: '${id}',
  half: 'masking',
  resolvable: true,
  check: ({ frames }) =>
    frames
      .filter(({ sightings }) => sightings.length < 0)
      .map(() =>
        finding(
          {
            rule: '${id}',
            half: 'masking',
            outcome: 'needs-review',
            severity: 'medium',
            text: message('audit.rule.${constant}.text'),
          },
          ['${id}'],
        ),
      ),
};
`,
);
write(
  `lib/masking/${id}/fixture.html`,
  '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Fixture</title></head>\n<body>\n<p id="found">What the rule finds</p>\n<p id="passed">What it passes</p>\n</body>\n</html>\n',
);
write(
  `lib/masking/${id}/expected.json`,
  `${JSON.stringify({ recorders: { rrweb: {} }, findings: [{ outcome: 'fail', selector: '#found' }] }, null, 2)}\n`,
);
write(
  `docs/rules/${id}.md`,
  `# ${id}\n\n${name}. Half of the audit: masking.\n\n## What it says\n\n## What it looks at\n\n## Outcomes\n\n## What to do\n`,
);
change('lib/core/locales/en.json', (text) =>
  text.replace(
    '      "recorderUnknown": {',
    `      "${constant}": {\n        "name": ${JSON.stringify(name)},\n        "text": ${JSON.stringify(`${name}.`)}\n      },\n      "recorderUnknown": {`,
  ),
);
change('lib/masking/registry.ts', (text) =>
  text
    .replace(
      'import type { Finding }',
      `import { ${constant} } from './${id}';\nimport type { Finding }`,
    )
    .replace('  recorderUnknown,\n', `  ${constant},\n  recorderUnknown,\n`),
);
console.log(
  `lib/masking/${id} is there. Next: write its check, its fixture and docs/rules/${id}.md; run "npm run format" and "npm run unit -- lib/masking"; raise RULE_SET.`,
);

function write(path: string, text: string): void {
  writeFileSync(join(ROOT, path), text);
}

/** A list that no longer looks as it did must not be left alone in silence. */
function change(path: string, edit: (text: string) => string): void {
  const before = readFileSync(join(ROOT, path), 'utf8');
  const after = edit(before);
  if (after === before) stop(`${path} has changed its form: add the rule there by hand.`);
  writeFileSync(join(ROOT, path), after);
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
