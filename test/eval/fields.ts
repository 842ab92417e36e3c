/**
 * `npm run eval:fields -- --gold FILE[,FILE] --out PRED`: opens every page of a labelled set (JSON Lines,
 * also gzipped) in Chromium, runs the shipped classifier on it, and writes a line
 * `{"id","field","label"}` for each control that it has a class for. Scripts of the pages do not run
 * and nothing is loaded. A page that fails is named and has no lines. `--details` adds the evidence.
 */
import { createWriteStream } from 'node:fs';
import * as v from 'valibot';
import { fieldLabel } from './field-labels';
import { classifyPages, type LabelledPage, type Outcome } from './field-pages';
import { jsonLines } from './lines';
import { readOptions } from './options';

const PageSchema = v.object({ id: v.union([v.string(), v.number()]), html: v.string() });

const { gold, out, details } = readOptions('eval:fields');
const file = createWriteStream(out);
const failed: string[] = [];
let done = 0;
let labels = 0;
const began = Date.now();
await classifyPages(allPages(), write);
await new Promise((resolve) => file.end(resolve));
const seconds = (Date.now() - began) / 1000;
console.error(
  `${done} pages in ${seconds.toFixed(0)} s (${(done / seconds).toFixed(1)} pages/s), ${labels} controls with a label, ${failed.length} pages failed.`,
);
for (const page of failed) console.error(`failed: ${page}`);

async function* allPages(): AsyncGenerator<LabelledPage> {
  for (const path of gold) {
    for await (const line of jsonLines(path)) yield v.parse(PageSchema, line);
  }
}

function write({ id, verdicts, failure }: Outcome): void {
  for (const { field, pii, why } of verdicts) {
    const label = fieldLabel(pii);
    if (label === 'none') continue;
    file.write(`${JSON.stringify({ id, field, label, ...(details && { why }) })}\n`);
    labels += 1;
  }
  if (failure !== null) failed.push(`${id}: ${failure}`);
  done += 1;
  if (done % 100 === 0) console.error(`${done} pages…`);
}
