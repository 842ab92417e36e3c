/**
 * `npm run eval:buttons -- --gold CSV --out PRED`: what the shipped classifier says of every label in
 * the first column of a set, as lines of `text,label`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { labelOf } from '../../lib/consent/words/label';
import { readOptions } from './options';

const { gold, out } = readOptions('eval:buttons');
const texts = gold.flatMap((path) => firstColumn(readFileSync(path, 'utf8')));
const rows = texts.map((text) => `"${text.replaceAll('"', '""')}",${labelOf(text)}`);
writeFileSync(out, `text,label\n${rows.join('\n')}\n`);
console.error(`${rows.length} labels read.`);

/** The first field of every row but the head (RFC 4180); a field in quotes may hold line ends. */
function firstColumn(csv: string): string[] {
  const rows = csv.matchAll(
    /^(?:"((?:[^"]|"")*)"|([^,\n]*))(?:,(?:"(?:[^"]|"")*"|[^,\n]*))*\r?$/gm,
  );
  return [...rows]
    .map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain)
    .slice(1)
    .filter((text) => text !== '');
}
