import type { FrameLocator, Page } from 'playwright';
import * as v from 'valibot';
import { type Proof, type ProofState, ProofStateSchema } from '../../lib/protocol/proof';
import { ask, auditState, waitFor } from '../run/drive';
import type { ExtensionBrowser } from '../run/extension';
import { type Leaky, startLeaky, WAYS } from '../sites/leaky/server';
import { expect, test } from './fixture';
import { openWorkspace } from './steps';

let leaky: Leaky;
test.beforeEach(async () => {
  leaky = await startLeaky();
});
test.afterEach(() => leaky.close());

const stateOf = async (own: Page, tabId: number): Promise<ProofState> =>
  v.parse(ProofStateSchema, await ask(own, 'proof.state', { tabId }));

/** Opens DevTools on a page, marks its origin, and lists what would be touched. */
async function listFields(hushmap: ExtensionBrowser, tab: Page, url: string) {
  await tab.goto(url);
  const tabId = await hushmap.tabId(tab);
  const own = await openWorkspace(hushmap);
  await tab.bringToFront();
  const { panel, devtools } = await hushmap.openAuditPanel(tab);
  await panel.getByRole('button', { name: 'Audit this site' }).click();
  await panel.getByRole('tab', { name: 'Proof' }).click();
  await panel.getByRole('button', { name: /is a test environment/ }).click();
  await panel.getByRole('button', { name: 'Reload and list the fields' }).click();
  await expect(panel.getByTestId('proof-choose')).toBeVisible({ timeout: 60_000 });
  return { panel, devtools, own, tabId };
}

/** Plants what is chosen, waits until `holds` or the watch has ended, and gives the proof. */
async function prove(panel: FrameLocator, own: Page, tabId: number): Promise<Proof> {
  await panel.getByTestId('proof-plant').click();
  await expect(panel.getByTestId('proof-report')).toBeVisible({ timeout: 120_000 });
  const { proof } = await waitFor(
    () => stateOf(own, tabId),
    (state) => state.proof !== null && state.status === 'ready',
    'The proof',
  );
  if (!proof) throw new Error('There is no proof.');
  return proof;
}

const textIn = (tab: Page, id: string): Promise<string> =>
  tab.evaluate((name) => {
    const found = document.getElementById(name);
    return found instanceof HTMLInputElement ? found.value : (found?.textContent ?? '');
  }, id);

/** Taps that saw a field's canary at the other site. */
const tapsOf = (proof: Proof, id: string): string[] =>
  [
    ...new Set(
      proof.report.hits
        .filter(({ key, receiver }) => key.endsWith(`#${id}`) && receiver !== '')
        .map(({ tap }) => tap),
    ),
  ].sort();

test('canaries are found in every way that a page sends, each tap sees what it is said to see, and all is put back', async ({
  hushmap,
  tab,
}) => {
  const { panel, own, tabId } = await listFields(hushmap, tab, `${leaky.origin}/`);
  const chosen = panel.getByTestId('proof-targets');
  // Off unless a person chooses it, and what no canary fits into.
  for (const id of ['find', 'reply']) {
    await expect(
      chosen.getByRole('checkbox', { name: `Plant in #${id}`, exact: true }),
    ).not.toBeChecked();
  }
  await expect(
    chosen.getByRole('checkbox', { name: 'Plant in #code', exact: true }),
  ).toBeDisabled();
  const before = leaky.text();
  const proof = await prove(panel, own, tabId);

  expect(proof.report.void).toBeNull();
  expect(Object.fromEntries(WAYS.map((way) => [way, tapsOf(proof, way)]))).toEqual({
    fetch: ['devtools', 'page'],
    request: ['devtools', 'page'],
    gzip: ['devtools', 'page'],
    formdata: ['devtools', 'page'],
    xhr: ['devtools', 'page'],
    beacon: ['devtools', 'page'],
    blob: ['devtools', 'page'],
    image: ['devtools', 'resource'],
    // DevTools shows no frames of sockets.
    socket: ['page'],
    // The page's own taps see what is handed to a worker, and not what that sends.
    worker: ['devtools'],
    hash: ['devtools', 'resource'],
    keys: ['devtools', 'page'],
    // Cancelled, so that only the page's own witness can tell.
    submit: ['page'],
    'script-submit': ['page'],
    header: ['devtools'],
  });
  const formOf = (id: string) => proof.report.hits.find(({ key }) => key.endsWith(`#${id}`))?.form;
  expect(formOf('hash')).toBe('hash');
  expect(formOf('keys')).toBe('typed');
  // What is handed to a worker, or to a stream that packs it, is seen before it is sent.
  const inside = (id: string) =>
    proof.report.hits.find(({ key, receiver }) => key.endsWith(`#${id}`) && receiver === '')
      ?.request;
  expect(inside('worker')).toMatch(/^worker:/);
  expect(inside('gzip')).toMatch(/^packing:/);
  expect(tapsOf(proof, 'shown')).toEqual(['devtools', 'page']);
  // What nobody can read is said, and is never clean.
  expect(proof.report.opaque.map(({ receiver }) => receiver)).toContain(leaky.other);
  expect(proof.fields.find(({ key }) => key.endsWith('#stubborn'))?.state).toBe('refused');

  // Nothing was written to the site's own server, nothing was submitted; reading went on.
  const arrived = leaky.arrived();
  expect(arrived.filter((each) => /save|submitted|leak\/form$/.test(each))).toEqual([]);
  expect(arrived).toContain('GET /suggest');
  expect(before).not.toContain('canary.example');

  // Everything is as it was; what remains is named.
  expect(await textIn(tab, 'saved')).toBe('old@acme.test');
  expect(await textIn(tab, 'controlled')).toBe('+1 212 555 0000');
  expect(await tab.evaluate('model')).toBe('+1 212 555 0000');
  expect(await textIn(tab, 'shown')).toBe('ada.lovelace@acme.test');
  for (const id of [...WAYS, 'stubborn', 'coded']) expect(await textIn(tab, id)).toBe('');
  // The page has made two forms of its own that hold what it was about to submit.
  expect(proof.leftovers).toEqual([
    { area: 'field', name: expect.stringContaining('input') },
    { area: 'field', name: expect.stringContaining('input') },
    { area: 'sessionStorage', name: 'seen' },
  ]);
  await tab.evaluate(`fetch('/save', { method: 'POST', body: 'x' })`);
  expect(leaky.arrived()).toContain('POST /save');

  // No value, not even a canary's, is in what is kept.
  expect(JSON.stringify(proof)).not.toContain('canary.example');
  const { result } = await auditState(own, tabId);
  expect(result?.findings.filter(({ rule }) => rule === 'prediction-disagrees')).toEqual([]);
});

test('a run ends with the page, with its panel, and when it is cancelled, and leaves nothing behind', async ({
  hushmap,
  tab,
}) => {
  const { panel, own, tabId } = await listFields(hushmap, tab, `${leaky.origin}/`);
  const plant = async () => {
    await panel.getByTestId('proof-plant').click();
    await expect(panel.getByTestId('proof-so-far')).toBeVisible({ timeout: 60_000 });
    expect(await textIn(tab, 'saved')).toContain('canary.example');
    // The site is not written to meanwhile.
    await tab.evaluate(`fetch('/save', { method: 'POST' }).catch(() => undefined)`);
  };
  const isOpenAgain = async () => {
    await tab.evaluate(`fetch('/after', { method: 'POST' })`);
    expect(leaky.arrived()).toContain('POST /after');
    expect(leaky.arrived()).not.toContain('POST /save');
  };

  await plant();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel.getByRole('button', { name: 'Reload and list the fields' })).toBeVisible();
  expect(await textIn(tab, 'saved')).toBe('old@acme.test');
  await isOpenAgain();

  // The page is left in the middle.
  await panel.getByRole('button', { name: 'Reload and list the fields' }).click();
  await expect(panel.getByTestId('proof-choose')).toBeVisible({ timeout: 60_000 });
  await plant();
  await tab.reload();
  await waitFor(
    () => stateOf(own, tabId),
    ({ status, proof }) => status === 'ready' && proof === null,
    'The end of the run',
  );
  await isOpenAgain();
  await expect(panel.getByText('The page was left or reloaded')).toBeVisible();

  // No taps are left in the page after that.
  expect(await tab.evaluate('document.querySelector("#saved").value')).toBe('old@acme.test');
});

test('closing DevTools in the middle puts everything back', async ({ hushmap, tab }) => {
  const { panel, own, tabId, devtools } = await listFields(hushmap, tab, `${leaky.origin}/`);
  await panel.getByTestId('proof-plant').click();
  await expect(panel.getByTestId('proof-so-far')).toBeVisible({ timeout: 60_000 });
  await devtools.close();
  await waitFor(
    () => stateOf(own, tabId),
    ({ status }) => status === 'ready',
    'The end of the run',
  );
  expect(await textIn(tab, 'saved')).toBe('old@acme.test');
  await tab.evaluate(`fetch('/save', { method: 'POST' })`);
  expect(leaky.arrived()).toContain('POST /save');
});

test('what the real recorder of the demo site takes is what the rules say, and stands in the verdict', async ({
  hushmap,
  tab,
  parley,
}) => {
  const { panel, own, tabId } = await listFields(hushmap, tab, `${parley.origin}/sign-up`);
  const proof = await prove(panel, own, tabId);
  expect(proof.report.void).toBeNull();
  expect(proof.report.recordings.map(({ recorder }) => recorder)).toContain('posthog');
  const outcomes = proof.verdicts.map(({ outcome }) => outcome);
  expect(outcomes.length).toBeGreaterThan(3);
  // It went on sending for as long as it was watched, so that what did not come did not come.
  expect(proof.ended - (proof.report.recordings[0]?.last ?? 0)).toBeLessThan(15_000);
  const { recordings, opaque, more } = proof.report;
  expect(
    proof.verdicts.filter(({ outcome }) => outcome !== 'agrees'),
    JSON.stringify({ recordings, opaque, more, fields: proof.fields }),
  ).toEqual([]);
  const { result } = await auditState(own, tabId);
  const shown = result?.findings.filter(({ rule }) => rule === 'prediction-disagrees') ?? [];
  expect(shown.length).toBe(outcomes.length);
  expect(shown.every(({ outcome }) => outcome === 'pass')).toBe(true);
});
