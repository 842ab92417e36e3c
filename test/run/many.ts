import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KINDS, type Kind, NOT_REACHED, startMany } from '../sites/many/server';

/**
 * `npx tsx test/run/many.ts [1000 [2]]`: so many addresses, so many at a time, through one `hushmap audit --list`, and what
 * that takes: minutes, and the memory of Node and of the browsers as it goes (Linux, from /proc).
 */
const [count, concurrency] = [Number(process.argv[2] ?? 1000), process.argv[3] ?? '2'];
const PROGRAM = process.env.HUSHMAP_PROGRAM ?? join(import.meta.dirname, '../../dist/hushmap.mjs');
const MB = 1024;

/** One in a hundred hangs, spins or is elsewhere; one in 250 takes its renderer down. */
function kindOf(index: number): Kind {
  if (index % 250 === 120) return 'crashes';
  const odd: Readonly<Record<number, Kind>> = { 7: 'none', 27: 'away', 47: 'hangs', 67: 'spins' };
  return odd[index % 100] ?? KINDS[index % 6] ?? 'form';
}

const site = await startMany();
const folder = mkdtempSync(join(tmpdir(), 'hushmap-many-'));
const list = join(folder, 'pages.txt');
const kinds = Array.from({ length: count }, (_, index) => kindOf(index));
writeFileSync(list, kinds.map((kind, index) => `${site.origin}/${kind}/${index}`).join('\n'));
const out = join(folder, 'out');
const args = ['audit', '--list', list, '--recorder', 'rrweb', '--format', 'jsonl', '--out', out];
const started = Date.now();
const child = spawn(
  process.execPath,
  [PROGRAM, ...args, '--timeout', '10', '--concurrency', concurrency],
  {
    stdio: ['ignore', 'ignore', 'pipe'],
  },
);
let done = 0;
child.stderr.on('data', (part: Buffer) => {
  done += String(part).split('\n').length - 1;
});
const peak = { node: 0, browsers: 0, renderer: 0 };
const timer = setInterval(sample, 1000);
const code = await new Promise((resolve) => child.on('close', resolve));
clearInterval(timer);
site.close();
report();

function sample(): void {
  const all = processes();
  const own = all.find(({ pid }) => pid === child.pid)?.kb ?? 0;
  const browsers = below(child.pid ?? 0, all);
  const kb = browsers.reduce((sum, each) => sum + each.kb, 0);
  peak.node = Math.max(peak.node, own);
  peak.browsers = Math.max(peak.browsers, kb);
  peak.renderer = Math.max(peak.renderer, ...browsers.map((each) => each.kb));
  if (Math.round((Date.now() - started) / 1000) % 30 !== 0) return;
  console.log(
    `${Math.round((Date.now() - started) / 1000)} s, ${done} pages: node ${mb(own)} MB, ${browsers.length} browser processes ${mb(kb)} MB`,
  );
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly kb: number;
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        const field = (what: string) =>
          Number(new RegExp(`^${what}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
        // Pss counts what processes share once.
        const rollup = readFileSync(`/proc/${name}/smaps_rollup`, 'utf8');
        const kb = Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
        return [{ pid: Number(name), parent: field('PPid'), kb }];
      } catch {
        return [];
      }
    });
}

function below(pid: number, all: readonly Process[]): Process[] {
  const children = all.filter(({ parent }) => parent === pid);
  return children.flatMap((each) => [each, ...below(each.pid, all)]);
}

function report(): void {
  const index: { pages: { verdict: string | null; text: string }[] } = JSON.parse(
    readFileSync(join(out, 'index.json'), 'utf8'),
  );
  const wrong = index.pages.flatMap(({ verdict, text }, at) => {
    const kind = kinds[at] ?? 'form';
    const expected = NOT_REACHED[kind];
    const right = expected ? verdict === null && expected.test(text) : verdict !== null;
    return right ? [] : [`${kind}/${at}: ${verdict} ${text}`];
  });
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  console.log(
    `${index.pages.length} of ${count} pages in ${minutes} min, exit ${code}; peak: node ${mb(peak.node)} MB, browsers ${mb(peak.browsers)} MB, one process ${mb(peak.renderer)} MB`,
  );
  for (const line of wrong) console.log(`Not as expected: ${line}`);
  console.log(out);
  process.exitCode = index.pages.length === count && wrong.length === 0 ? 0 : 1;
}

function mb(kb: number): number {
  return Math.round(kb / MB);
}
