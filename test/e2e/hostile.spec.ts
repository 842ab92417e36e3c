import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { AuditResult, Finding } from '../../lib/protocol/findings';
import { ask, auditState } from '../run/drive';
import type { ExtensionBrowser } from '../run/extension';
import { listenTcp } from '../sites/sender/listeners';
import { expect, test } from './fixture';
import {
  endless,
  INPUTS,
  LIES,
  nestedFrames,
  nestedHosts,
  SELECTORS,
  TEXTS,
} from './hostile-pages';
import { servePage } from './serve-page';
import { audit, openWorkspace } from './steps';
import { strainOf } from './strain';

/** A page that is held up waits as long as the scan takes; a busy machine alone makes it wait less. */
const LONGEST_WAIT_MS = 10_000;
/** What one scan may add to a renderer that holds 100 MB of text already. */
const MOST_GROWTH_MB = 800;

for (const [where, html] of Object.entries(TEXTS)) {
  test(`100 MB of text in ${where}: what was not read is said`, async ({ hushmap, tab }) => {
    await isHeldUpByNothing(hushmap, tab, html);
  });
}

for (const [which, html] of Object.entries(INPUTS)) {
  test(`100,000 inputs ${which}: what was not read is said`, async ({ hushmap, tab }) => {
    await isHeldUpByNothing(hushmap, tab, html);
  });
}

for (const mode of ['open', 'closed'] as const) {
  test(`500 ${mode} shadow hosts in one another: the bottom is read`, async ({ hushmap, tab }) => {
    const { frames, findings } = await auditOf(hushmap, tab, nestedHosts(mode));
    expect(frames[0]?.sightings).toBe(1);
    expect(findings.some(({ pii }) => pii?.class === 'email')).toBe(true);
    const { code, report } = await commandLine(nestedHosts(mode));
    expect([code, report.frames[0]?.sightings]).toEqual([1, 1]);
  });
}

// The extension reads 200 as well; it is the driver that takes half a minute to load them.
test('100 frames in one another: every one is read, or said not to be', async ({
  hushmap,
  tab,
}) => {
  const site = await servePage(nestedFrames(100));
  try {
    await tab.goto(site.url);
    await tab.waitForFunction(() => document.title.startsWith('made '));
    const made = Number((await tab.title()).slice(5));
    expect(made).toBeGreaterThan(20);
    const { result } = await audit(hushmap, tab, false);
    expect(result.frames.length).toBe(made + 1);
    expect(result.frames.at(-1)).toMatchObject({ state: 'read', sightings: 1 });
  } finally {
    site.close();
  }
});

test('options that are no selectors: an answer for the recorder all the same', async ({
  hushmap,
  tab,
}) => {
  for (const [name, { html, recorder, rule }] of Object.entries(SELECTORS)) {
    const result = await auditOf(hushmap, tab, html);
    expect([name, result.recorders.map(({ id }) => id)]).toEqual([name, [recorder]]);
    expect([name, openOf(result, recorder)]).toEqual([name, expect.arrayContaining([rule])]);
    expect(result.verdict).not.toBe('clear');
  }
});

test('stubs that lie: never clear, with a sentence that says what cannot be told', async ({
  hushmap,
  tab,
}) => {
  for (const [name, { html, recorder, rule }] of Object.entries(LIES)) {
    const result = await auditOf(hushmap, tab, html);
    expect([name, openOf(result, recorder)]).toEqual([name, expect.arrayContaining([rule])]);
    expect(result.verdict).not.toBe('clear');
  }
});

test('a recorder that never comes to an end when it is read: said of the page, and of no other', async ({
  hushmap,
  tab,
}) => {
  const nobody = await listenTcp();
  const [site, other] = await Promise.all([
    servePage(endless(`http://127.0.0.1:${nobody.port}/`)),
    servePage('<p>ada.kline@example.com</p>'),
  ]);
  try {
    await tab.goto(site.url);
    const tabId = await hushmap.tabId(tab);
    const own = await openWorkspace(hushmap);
    await ask(own, 'audit.run', { tabId, reload: false });
    expect(await auditState(own, tabId)).toMatchObject({
      ...{ status: 'failed', step: null, result: null },
      error: { id: 'error.page.silent', params: [30] },
    });
    const next = await hushmap.context.newPage();
    await next.goto(other.url);
    const { result } = await audit(hushmap, next, false);
    expect(result.findings.some(({ pii }) => pii?.class === 'email')).toBe(true);
  } finally {
    for (const each of [nobody, site, other]) each.close();
  }
});

test.describe('on the command line', () => {
  test('200 frames in one another: every one is read', async () => {
    const { code, report } = await commandLine(nestedFrames(200));
    expect([code, report.frames.length]).toEqual([1, 201]);
    expect(report.frames.filter(({ sightings }) => sightings === 1)).toHaveLength(1);
  });

  for (const [what, html] of [
    ['100 MB of text', TEXTS['many elements']],
    ['100,000 inputs', INPUTS['of four kinds']],
  ] as const) {
    test(`${what}: ends with 1 and says what was not read`, async () => {
      // With the recorder stated, nothing else is open.
      const { code, report } = await commandLine(html ?? '', '--recorder', 'posthog');
      expect([code, report.verdict]).toEqual([1, 'needs-proof']);
      const open = report.findings.filter(({ outcome }) => outcome !== 'pass');
      expect(open.map(({ rule }) => rule)).toContain('evidence-truncated');
      expect(open.map(({ text }) => text).join()).toMatch(/beyond what one scan can take/);
    });
  }

  for (const [name, sentence] of [
    ['a number for a version', /does not know the capture rules of PostHog/],
    ['options with cycles', /options of PostHog could not be read, or not all/],
  ] as const) {
    test(`${name}: ends with 1 and says what cannot be told`, async () => {
      const { code, report } = await commandLine(LIES[name]?.html ?? '');
      expect([code, report.verdict]).toEqual([1, 'needs-proof']);
      expect(report.findings.map(({ text }) => text).join()).toMatch(sentence);
    });
  }
});

async function isHeldUpByNothing(hushmap: ExtensionBrowser, tab: Page, html: string) {
  const site = await servePage(html);
  try {
    await tab.goto(site.url);
    let result: AuditResult | null = null;
    const strain = await strainOf(hushmap, tab, async () => {
      ({ result } = await audit(hushmap, tab, false));
    });
    expect(result).toMatchObject({
      verdict: expect.stringMatching(/^(blocked|needs-proof)$/),
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'evidence-truncated', outcome: 'needs-review' }),
      ]),
    });
    expect(strain.gap).toBeGreaterThan(0);
    expect(strain.gap).toBeLessThan(LONGEST_WAIT_MS);
    expect(strain.growth ?? 0).toBeLessThan(MOST_GROWTH_MB);
  } finally {
    site.close();
  }
}

async function auditOf(hushmap: ExtensionBrowser, tab: Page, html: string): Promise<AuditResult> {
  const site = await servePage(html);
  try {
    await tab.goto(site.url);
    const { own, result } = await audit(hushmap, tab, false);
    await own.close();
    return result;
  } finally {
    site.close();
  }
}

/** Rules that leave something of a recorder open, consent aside. */
const openOf = ({ findings }: AuditResult, recorder: string): string[] =>
  findings
    .filter(({ outcome, half }) => outcome !== 'pass' && half !== 'consent')
    .filter((finding) => finding.recorder === recorder)
    .map(({ rule }) => rule);

interface Report {
  readonly verdict: string;
  readonly frames: readonly { readonly sightings: number }[];
  readonly findings: readonly (Pick<Finding, 'rule' | 'outcome'> & { readonly text: string })[];
}

async function commandLine(html: string, ...args: string[]) {
  const site = await servePage(html);
  try {
    const program = join(import.meta.dirname, '../../dist/hushmap.mjs');
    // A loaded machine may need longer than the 30 s that a page gets.
    const all = ['audit', site.url, '--format', 'json', '--timeout', '200', ...args];
    const child = spawn(process.execPath, [program, ...all], { cwd: tmpdir() });
    let out = '';
    child.stdout.on('data', (part) => {
      out += part;
    });
    const code = await new Promise<number | null>((done) => child.on('close', done));
    const report: Report = JSON.parse(out);
    return { code, report };
  } finally {
    site.close();
  }
}
