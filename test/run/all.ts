/**
 * `npm test`: every check there is, one after the other, each with its line of counts, and the sum
 * at the end. A check that looked at nothing has failed.
 *
 * `--contract` adds the suite that holds the capture rules to the real recorders, with some sets of
 * options of each; `--only-contract` runs that alone, with all of them. `--clickhouse` and `--only-clickhouse` do the same for the suite that holds the
 * source ClickHouse to the real engine. `--banners` holds the consent rules to every page with a banner, alone: it takes the
 * better part of an hour, so that the others hold them to a page of each kind.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { failuresIn } from './failures';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'test-output');

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Check {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Reads what the check counted from its output or its report. */
  readonly count: (output: string, status: number) => Counts;
}

const node = (...args: string[]) => ({ command: process.execPath, args });
const bin = (name: string, ...args: string[]) => ({
  command: join(ROOT, 'node_modules/.bin', name),
  args,
});

const CHECKS: readonly Check[] = [
  { name: 'types: prepare', ...bin('wxt', 'prepare'), count: byStatus },
  {
    name: 'format and lint',
    ...bin('biome', 'check', '--error-on-warnings', '--colors=off', '.'),
    count: (output, status) => files(/Checked (\d+) files/.exec(output)?.[1], status),
  },
  {
    name: 'types',
    ...bin('tsc', '--noEmit', '--listFiles'),
    count: (output, status) =>
      files(output.split('\n').filter((line) => isOurs(line)).length, status),
  },
  {
    name: 'direction of dependencies',
    ...bin('depcruise', '--config', '.dependency-cruiser.cjs', 'lib', 'components', 'entrypoints'),
    count: (output, status) => files(/(\d+) modules/.exec(output)?.[1], status),
  },
  {
    name: 'unit and component tests',
    ...bin(
      'vitest',
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${OUT}/vitest.json`,
    ),
    count: vitestCounts('vitest.json'),
  },
  { name: 'build for Chrome', ...bin('wxt', 'build'), count: built('chrome-mv3') },
  {
    name: 'build for Firefox',
    ...bin('wxt', 'build', '-b', 'firefox', '--mv3'),
    count: built('firefox-mv3'),
  },
  {
    name: 'build for tests',
    ...bin('wxt', 'build', '--mode', 'testing'),
    count: built('chrome-mv3-testing'),
  },
  {
    name: 'build for tests, Firefox',
    ...bin('wxt', 'build', '-b', 'firefox', '--mv3', '--mode', 'testing'),
    count: built('firefox-mv3-testing'),
  },
  { name: 'build the command line', ...node('lib/cli/build.mjs'), count: byStatus },
  {
    name: 'end to end in Chromium',
    ...bin('playwright', 'test', '-c', 'test/playwright.config.ts'),
    env: { FORCE_COLOR: '0' },
    count: playwrightCounts('playwright.json'),
  },
  {
    name: 'smoke in Firefox',
    ...node('--import', 'tsx', 'test/firefox/smoke.ts', `${OUT}/firefox.json`),
    count: reported('firefox.json'),
  },
];

const CONTRACT: Check = {
  name: 'capture rules against the real recorders',
  ...bin('playwright', 'test', '-c', 'test/contract/recorders/playwright.config.ts'),
  env: { FORCE_COLOR: '0' },
  count: playwrightCounts('contract.json'),
};

/** The first sets of options of each recorder: with all of them a run takes half as long again. */
const SOME_CONTRACT: Check = { ...CONTRACT, env: { ...CONTRACT.env, RECORDERS: 'some' } };

const CLICKHOUSE: Check = {
  name: 'ClickHouse against the real engine',
  ...bin(
    'vitest',
    'run',
    '--config=test/clickhouse/vitest.config.ts',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${OUT}/clickhouse.json`,
  ),
  count: vitestCounts('clickhouse.json'),
};

const BANNERS: Check = {
  name: 'banners',
  ...bin('playwright', 'test', '-c', 'test/contract/banners/playwright.config.ts'),
  env: { FORCE_COLOR: '0' },
  count: playwrightCounts('banners.json'),
};

/** A page of each kind: all of them take the better part of an hour. */
const SOME_BANNERS: Check = {
  ...BANNERS,
  name: 'consent paths on some banners',
  args: [...BANNERS.args, 'audit.spec'],
  env: { ...BANNERS.env, BANNERS: 'some' },
};

/** The command line, which the audit of the banners runs. */
const BUILDS = CHECKS.filter(({ name }) => name === 'build the command line');

/** The reports that name their tests; the others print what failed themselves. */
const REPORTS = [
  'vitest.json',
  'playwright.json',
  'contract.json',
  'clickhouse.json',
  'banners.json',
];

const { values } = parseArgs({
  options: {
    contract: { type: 'boolean' },
    'only-contract': { type: 'boolean' },
    clickhouse: { type: 'boolean' },
    'only-clickhouse': { type: 'boolean' },
    banners: { type: 'boolean' },
  },
});
const chosen = values.banners
  ? [...BUILDS, BANNERS]
  : values['only-contract']
    ? [CONTRACT]
    : values['only-clickhouse']
      ? [CLICKHOUSE]
      : [
          ...CHECKS,
          SOME_BANNERS,
          ...(values.contract ? [SOME_CONTRACT] : []),
          ...(values.clickhouse ? [CLICKHOUSE] : []),
        ];
const total = await runAll(chosen);
console.log(line(total));
process.exit(total.failed > 0 ? 1 : 0);

async function runAll(checks: readonly Check[]): Promise<Counts> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const sum: Counts = { passed: 0, failed: 0, skipped: 0 };
  const lines: string[] = [];
  for (const check of checks) {
    console.log(`\n== ${check.name}`);
    const began = Date.now();
    const { output, status } = await run(check);
    const counts = strict(check.count(output, status), status);
    const seconds = ((Date.now() - began) / 1000).toFixed(0);
    lines.push(`${check.name}: ${line(counts)} (${seconds} s)`);
    console.log(lines.at(-1));
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
  }
  const failed = REPORTS.flatMap((name) => failuresIn(readReport(name)));
  if (failed.length > 0) console.log(`\nWhat failed:\n${failed.join('\n')}`);
  console.log(`\n${lines.join('\n')}\n`);
  return sum;
}

/** A check that failed without counting a failure, or that ran nothing, counts one. */
function strict(counts: Counts, status: number): Counts {
  const silent = (status !== 0 && counts.failed === 0) || counts.passed + counts.failed === 0;
  return silent ? { ...counts, failed: counts.failed + 1 } : counts;
}

function run(check: Check): Promise<{ output: string; status: number }> {
  return new Promise((resolve) => {
    const child = spawn(check.command, check.args, {
      cwd: ROOT,
      env: { ...process.env, ...check.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      // The list of files is for counting, not for reading.
      if (!check.args.includes('--listFiles')) process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ output: `${output}\n${error.message}`, status: 1 }));
    child.on('close', (status) => {
      if (check.args.includes('--listFiles')) {
        console.log(
          output
            .split('\n')
            .filter((each) => each.includes('error TS'))
            .join('\n'),
        );
      }
      resolve({ output, status: status ?? 1 });
    });
  });
}

function byStatus(_output: string, status: number): Counts {
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** One check over many files: it passes or fails as one, and fails where there were no files. */
function files(count: string | number | undefined, status: number): Counts {
  return byStatus('', status === 0 && Number(count ?? 0) > 0 ? 0 : 1);
}

function isOurs(path: string): boolean {
  return path.startsWith(ROOT) && !path.includes('node_modules');
}

function built(folder: string): Check['count'] {
  return (_output, status) =>
    byStatus(
      '',
      status === 0 && existsSync(join(ROOT, '.output', folder, 'manifest.json')) ? 0 : 1,
    );
}

function readReport(name: string): unknown {
  const path = join(OUT, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function numbers(report: unknown, ...keys: string[]): number[] {
  const record = typeof report === 'object' && report !== null ? report : {};
  const entries = new Map<string, unknown>(Object.entries(record));
  return keys.map((key) => Number(entries.get(key) ?? 0));
}

function vitestCounts(file: string): Check['count'] {
  return () => {
    const keys = ['numPassedTests', 'numFailedTests', 'numPendingTests'];
    const [passed = 0, failed = 0, skipped = 0] = numbers(readReport(file), ...keys);
    return { passed, failed, skipped };
  };
}

function playwrightCounts(file: string): Check['count'] {
  return () => {
    const report = readReport(file);
    const stats =
      typeof report === 'object' && report !== null && 'stats' in report ? report.stats : {};
    const [passed = 0, failed = 0, flaky = 0, skipped = 0] = numbers(
      stats,
      'expected',
      'unexpected',
      'flaky',
      'skipped',
    );
    return { passed, failed: failed + flaky, skipped };
  };
}

function reported(name: string): Check['count'] {
  return () => {
    const [passed = 0, failed = 0, skipped = 0] = numbers(
      readReport(name),
      'passed',
      'failed',
      'skipped',
    );
    return { passed, failed, skipped };
  };
}

function line({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
