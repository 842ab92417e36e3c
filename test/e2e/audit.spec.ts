import type { Page } from 'playwright';
import { createTranslator } from '../../lib/core/translator';
import type { AuditResult, Finding } from '../../lib/protocol/findings';
import { toAuditFile } from '../../lib/report/audit-file';
import { ask, auditState, heatState, waitFor } from '../run/drive';
import type { ExtensionBrowser } from '../run/extension';
import { expected, PAGES, type Planted, pathOf, plantedIn } from '../sites/parley/expected';
import { expect, test } from './fixture';
import { isSamePlace } from './places';
import { audit, openWorkspace, tabIdOf } from './steps';

for (const path of PAGES) {
  test(`every planted exposure of ${path} is found, and nothing else`, async ({
    hushmap,
    tab,
    parley,
  }) => {
    await tab.goto(parley.origin + pathOf(path, 'default'));
    const { result } = await audit(hushmap, tab);
    const planted = plantedIn('default').filter(
      (value) => value.page === path && value.put === 'page',
    );
    const failed = exposures(result);

    const missed: string[] = [];
    for (const value of planted.filter(({ capture }) => capture === 'plain')) {
      const found = await matching(tab, failed, value);
      if (found.length === 0) missed.push(`${value.id}: ${value.selector} ${value.pii}`);
    }
    expect(missed, 'planted exposures that were not found').toEqual([]);

    const surplus: string[] = [];
    for (const finding of failed) {
      const reasons = planted.filter(({ capture }) => capture === 'plain');
      const because = await Promise.all(reasons.map((value) => matching(tab, [finding], value)));
      if (because.every((found) => found.length === 0)) surplus.push(describe(finding));
    }
    expect(surplus, 'findings of what was not planted').toEqual([]);
    expect(result.verdict).toBe('blocked');
  });
}

test('the consent defects are found: an early start, and a purpose that is not named', async ({
  hushmap,
  tab,
  parley,
}) => {
  await tab.goto(`${parley.origin}/`);
  const { result } = await audit(hushmap, tab);
  expect(failedConsent(result)).toEqual(['before-choice', 'purpose-named']);
});

test('a recorder that goes on after a "no" is found', async ({ hushmap, tab, parley }) => {
  await tab.goto(`${parley.origin}/`);
  await audit(hushmap, tab);
  await tab.getByRole('button', { name: 'Decline' }).first().click();
  await tab.mouse.wheel(0, 800);
  await tab.waitForTimeout(3_500);
  const { result } = await rescan(hushmap, tab);
  expect(failedConsent(result)).toContain('reject-honoured');
});

for (const path of PAGES) {
  test(`with every defect mended, ${path} is clear, and the clearance holds`, async ({
    hushmap,
    tab,
    parley,
  }) => {
    await tab.goto(parley.origin + pathOf(path, 'clean'));
    await audit(hushmap, tab);
    await tab.getByRole('button', { name: 'Accept' }).first().click();
    await expect.poll(() => isRecorded(tab)).toBe(true);
    const first = await rescan(hushmap, tab);
    const open = first.result.findings.filter(({ outcome }) => outcome !== 'pass');
    expect(open.map(describe)).toEqual([]);
    expect(first.result.verdict).toBe('clear');
    expect(first.result.clearance).not.toBeNull();
    const second = await rescan(hushmap, tab);
    expect(second.result.clearance?.id).toBe(first.result.clearance?.id);
  });
}

test('no canary is in any output', async ({ hushmap, tab, parley }) => {
  // Every page of the site, and both panels.
  test.slow();
  const translate = createTranslator();
  // Three digits are found in any hash.
  const searchable = expected.values.filter(({ grep }) => grep);
  for (const path of PAGES) {
    await tab.goto(parley.origin + pathOf(path, 'default'));
    const { result } = await audit(hushmap, tab);
    const outputs = JSON.stringify([result, toAuditFile(result, translate)]);
    for (const { values, id } of searchable) {
      for (const value of values) {
        expect(outputs.includes(value), `${id} leaked into the audit of ${path}`).toBe(false);
      }
    }
  }
  await tab.goto(`${parley.origin}/chat`);
  const panel = await hushmap.openSidePanel(tab);
  await waitFor(
    () => heatState(panel, tabIdOf(panel)),
    ({ elements }) => elements.length > 0,
    'Elements',
  );
  const { panel: devtools } = await hushmap.openAuditPanel(tab);
  await devtools
    .getByRole('button', { name: /Reload and watch|Audit this site/ })
    .first()
    .click();
  await expect(devtools.getByTestId('verdict')).toContainText('Blocked');
  const shown = (await panel.content()) + (await devtools.locator('body').innerHTML());
  for (const { values, id } of searchable) {
    for (const value of values) {
      expect(shown.includes(value), `${id} is shown in a panel`).toBe(false);
      expect(shown.includes(encodeURIComponent(value)), `${id} is shown encoded`).toBe(false);
    }
  }
  const stored = JSON.stringify(await everythingStored(hushmap));
  for (const { values, id } of searchable) {
    for (const value of values) expect(stored.includes(value), `${id} is stored`).toBe(false);
  }
});

test('a new message of a known thread keeps the exposure signature, a new kind of exposure does not', async ({
  hushmap,
  tab,
  parley,
}) => {
  await tab.goto(`${parley.origin}/chat`);
  const before = await audit(hushmap, tab);
  await tab.evaluate(() => {
    const last = document.querySelector('.message:not(.sealed)');
    const copy = last?.cloneNode(true);
    if (copy) last?.after(copy);
  });
  const after = await rescan(hushmap, tab);
  expect(after.result.exposureSignature).toBe(before.result.exposureSignature);
  await tab.evaluate(() => {
    const field = document.createElement('p');
    field.title = 'nova.surprise@quaymail.example';
    document.body.append(field);
  });
  const changed = await rescan(hushmap, tab);
  expect(changed.result.exposureSignature).not.toBe(before.result.exposureSignature);
});

test('a page that changes is scanned again by itself', async ({ hushmap, tab, parley }) => {
  await tab.goto(`${parley.origin}/clean/pricing`);
  const { own, tabId, result } = await audit(hushmap, tab);
  expect(result.verdict).not.toBe('blocked');
  await tab.evaluate(() => {
    const late = document.createElement('p');
    late.textContent = 'Write to late.arrival@quaymail.example';
    document.body.append(late);
  });
  await expect.poll(async () => (await auditState(own, tabId)).result?.verdict).toBe('blocked');
});

test('a worker that is killed during a scan loses nothing', async ({ hushmap, tab, parley }) => {
  await tab.goto(`${parley.origin}/chat`);
  const tabId = await hushmap.tabId(tab);
  const own = await openWorkspace(hushmap);
  const broken = ask(own, 'audit.run', { tabId, reload: true }).catch(() => null);
  await own.waitForTimeout(700);
  await hushmap.killWorker();
  await broken;
  await ask(own, 'audit.run', { tabId, reload: true });
  expect((await auditState(own, tabId)).result?.verdict).toBe('blocked');
});

test('the DevTools panel shows the verdict, and a row opens to its reason and its fix', async ({
  hushmap,
  tab,
  parley,
}) => {
  await tab.goto(`${parley.origin}/`);
  const { panel } = await hushmap.openAuditPanel(tab);
  await panel
    .getByRole('button', { name: /Audit this site|Reload and watch/ })
    .first()
    .click();
  await expect(panel.getByTestId('verdict')).toContainText('Blocked');
  await panel.getByRole('row').filter({ hasText: 'title' }).first().click();
  await expect(panel.getByText('ph-no-capture').first()).toBeVisible();
});

const rescan = (hushmap: ExtensionBrowser, tab: Page) => audit(hushmap, tab, false);

/** Whether the page's recorder has its settings from the server, and records. */
const isRecorded = (tab: Page): Promise<boolean> =>
  tab.evaluate('window.posthog?.sessionRecordingStarted?.() === true');

const failedConsent = (result: AuditResult): string[] =>
  result.findings
    .filter(({ half, outcome }) => half === 'consent' && outcome !== 'pass')
    .map(({ rule }) => rule)
    .toSorted();

const exposures = (result: AuditResult): Finding[] =>
  result.findings.filter(({ half, outcome }) => half === 'masking' && outcome !== 'pass');

async function matching(tab: Page, findings: readonly Finding[], value: Planted) {
  const alike = findings.filter(
    ({ channel, pii }) => channel === value.channel && pii?.class === value.pii,
  );
  const places = await Promise.all(
    alike.map((finding) => isSamePlace(tab, finding.template, finding.target.selector, value)),
  );
  return alike.filter((_, i) => places[i]);
}

const describe = ({ rule, target, channel, pii, attribute }: Finding): string =>
  [rule, target.selector, channel, attribute, pii?.class].join(' ');

async function everythingStored(hushmap: ExtensionBrowser): Promise<unknown> {
  return hushmap.worker.evaluate(async () => {
    const open = indexedDB.open('hushmap');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const tables: unknown[] = [];
    for (const name of db.objectStoreNames) {
      const all = db.transaction(name).objectStore(name).getAll();
      tables.push(
        await new Promise((resolve) => {
          all.onsuccess = () => resolve(all.result);
        }),
      );
    }
    db.close();
    return [tables, await chrome.storage.local.get(null), await chrome.storage.session.get(null)];
  });
}
