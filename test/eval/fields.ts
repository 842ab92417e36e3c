/**
 * `npm run eval:fields -- --gold FILE --out PRED`: opens every page of a labelled set in Chromium, runs
 * the shipped classifier on it, and writes a line `{"id","field","label"}` for each control that it has
 * a class for. Scripts of the pages do not run and nothing is loaded. `--details` adds the evidence.
 */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright';
import * as v from 'valibot';
import { CHROMIUM_ARGS, findChromium } from '../run/browsers.mjs';
import type { Verdict } from './fields-in-page';
import { jsonLines } from './lines';
import { readOptions } from './options';

/** Pages that are open at a time; two cores are busy with three. */
const AT_A_TIME = 3;
/** Milliseconds after which a page counts as failed. */
const LIMIT = 30_000;

const ADDRESS = 'http://page.test/';
/** Nothing of the page runs or is loaded; what is put in over the debugger does run. */
const POLICY = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };
const GoldSchema = v.object({ id: v.union([v.string(), v.number()]), html: v.string() });
type Gold = v.InferOutput<typeof GoldSchema>;

const { gold, out, details } = readOptions('eval:fields');
const executablePath = findChromium();
const script = await bundle();
const began = Date.now();
const browser = await launch();
const { pages, labels, failed } = await run(browser);
await browser.close();
const seconds = (Date.now() - began) / 1000;
console.error(
  `${pages} pages in ${seconds.toFixed(0)} s (${(pages / seconds).toFixed(1)}/s), ${labels} controls with a label, ${failed.length} pages failed${failed.length > 0 ? `: ${failed.slice(0, 20).join(', ')}` : ''}.`,
);
process.exit(pages > 0 && failed.length < pages ? 0 : 1);

async function run(opened: Browser) {
  const file = createWriteStream(out);
  const failures: string[] = [];
  let done = 0;
  let count = 0;
  const lines = allLines();
  const work = async () => {
    let page = await openPage(opened);
    // One iterator feeds all workers, so only as many pages are in memory as are open.
    for (let next = await lines.next(); !next.done; next = await lines.next()) {
      const { id, html } = v.parse(GoldSchema, next.value);
      try {
        const verdicts = await withLimit(classify(page, html));
        for (const line of linesOf({ id, html }, verdicts)) {
          file.write(`${line}\n`);
          count += 1;
        }
      } catch (cause) {
        failures.push(`${id} (${String(cause).split('\n')[0]?.slice(0, 120)})`);
        await page
          .context()
          .close()
          .catch(() => undefined);
        page = await openPage(opened);
      }
      done += 1;
      if (done % 100 === 0) console.error(`${done} pages…`);
    }
    await page.context().close();
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  await new Promise((resolve) => file.end(resolve));
  return { pages: done, labels: count, failed: failures };
}

async function* allLines() {
  for (const path of gold) yield* jsonLines(path);
}

async function classify(page: Page, html: string): Promise<Verdict[]> {
  await page.unrouteAll();
  await page.route('**/*', (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', headers: POLICY, body: html })
      : route.abort(),
  );
  await page.goto(ADDRESS, { waitUntil: 'domcontentloaded', timeout: LIMIT });
  return page.evaluate(`(() => { ${script}; return hushmapEval.classifyPage(); })()`);
}

function linesOf({ id }: Gold, verdicts: readonly Verdict[]): string[] {
  return verdicts.flatMap(({ field, pii, why }) =>
    pii === null ? [] : [JSON.stringify({ id, field, label: pii, ...(details && { why }) })],
  );
}

async function openPage(opened: Browser): Promise<Page> {
  const context = await opened.newContext();
  return context.newPage();
}

async function withLimit<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The page took too long.')), LIMIT);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function launch(): Promise<Browser> {
  return chromium.launch({
    args: [...CHROMIUM_ARGS],
    ...(executablePath === null ? {} : { executablePath }),
  });
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'fields-in-page.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'hushmapEval',
    target: 'chrome120',
  });
  return outputFiles[0]?.text ?? '';
}
