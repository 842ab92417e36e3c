/**
 * `npm run eval:text -- --gold FILE[,FILE] --out PRED`: runs the shipped recognisers over every text of
 * a labelled set and writes a line `{"id","spans":[{"start","end","label"}]}` for each.
 */
import { createWriteStream } from 'node:fs';
import * as v from 'valibot';
import { recognise } from '../../lib/pii';
import { jsonLines } from './lines';
import { readOptions } from './options';
import { textLabel } from './text-labels';

const GoldSchema = v.object({ id: v.union([v.string(), v.number()]), text: v.string() });

const { gold, out } = readOptions('eval:text');
const file = createWriteStream(out);
let texts = 0;
let characters = 0;
let found = 0;
let spent = 0;
for (const path of gold) {
  for await (const line of jsonLines(path)) {
    const { id, text } = v.parse(GoldSchema, line);
    const began = performance.now();
    const matches = recognise(text);
    spent += performance.now() - began;
    const spans = matches.map(({ start, end, pii, kind }) => ({
      start,
      end,
      label: textLabel(pii, kind),
    }));
    file.write(`${JSON.stringify({ id, spans })}\n`);
    texts += 1;
    characters += text.length;
    found += spans.length;
  }
}
await new Promise((resolve) => file.end(resolve));
const rate = characters / 1e6 / (spent / 1000);
console.error(`${texts} texts, ${found} values found, ${rate.toFixed(1)} MB/s in short texts.`);
