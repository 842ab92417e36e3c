import type { Browser, Page } from 'puppeteer-core';
import { startLeaky } from '../sites/leaky/server';

interface Tools {
  readonly browser: Browser;
  readonly check: (name: string, work: () => Promise<void>) => Promise<void>;
  readonly openOwnPage: (browser: Browser, path: string) => Promise<Page>;
  readonly askOwn: (page: Page, name: string, request: object) => Promise<unknown>;
}

/** Ways that the page's own taps see in a driven Firefox; DevTools is not open there. */
const SEEN = ['fetch', 'gzip', 'xhr', 'beacon', 'socket', 'keys', 'submit', 'script-submit'];

/** A proof from its start to its end, asked for as the panel asks. */
export async function proves({ browser, check, openOwnPage, askOwn }: Tools): Promise<void> {
  const leaky = await startLeaky();
  const page = await browser.newPage();
  await page.goto(`${leaky.origin}/`);
  const own = await openOwnPage(browser, 'options.html');
  await own.waitForSelector('main', { timeout: 60_000 });
  const tabId = await own.evaluate(async (wanted) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url === wanted)?.id ?? -1;
  }, `${leaky.origin}/`);
  const ask = async (name: string, request: object = {}): Promise<Answer> => {
    // What the test reads of an answer is named in `Answer`; the protocol's own tests read it whole.
    const answer = (await askOwn(own, name, { tabId, ...request })) as Envelope | undefined;
    if (answer?.value === undefined) throw new Error(JSON.stringify(answer).slice(0, 300));
    return answer.value;
  };
  const valueOfSaved = () =>
    page.$eval('#saved', (field) =>
      field.getAttribute('id') && 'value' in field ? String(field.value) : '',
    );

  await check('a proof lists fields, plants canaries and finds them on the wire', async () => {
    await ask('proof.mark', { on: true });
    await page.bringToFront();
    const { targets = [] } = await ask('proof.prepare');
    const keys = targets.filter(({ leftOut }) => leftOut === null).map(({ key }) => key);
    const begun = { seed: 'ab'.repeat(16), keys, plantedAt: Date.now() };
    await ask('proof.plant', begun);
    if (!(await valueOfSaved()).includes('canary.example')) throw new Error('Nothing was planted.');
    await new Promise((done) => setTimeout(done, 3_000));
    const { proof } = await ask('proof.finish', { devtools: null });
    if (proof?.report.void !== null) throw new Error(`The run is void: ${proof?.report.void}`);
    const found = new Set(proof.report.hits.map(({ key }) => key.replace(/^.*#/, '')));
    const missing = SEEN.filter((way) => !found.has(way));
    if (missing.length > 0) throw new Error(`Not seen: ${missing.join(', ')}`);
  });
  await check('a proof blocks writes and submits meanwhile, and puts everything back', async () => {
    const bad = leaky.arrived().filter((each) => /save|submitted|leak\/form$/.test(each));
    if (bad.length > 0) throw new Error(`Arrived: ${bad.join(', ')}`);
    if ((await valueOfSaved()) !== 'old@acme.test') throw new Error('A canary was left behind.');
    await page.evaluate(`fetch('/save', { method: 'POST' })`);
    if (!leaky.arrived().includes('POST /save')) throw new Error('Writes are still blocked.');
  });
  leaky.close();
}

interface Envelope {
  readonly value?: Answer;
}

interface Answer {
  readonly targets?: readonly { readonly key: string; readonly leftOut: string | null }[];
  readonly proof?: {
    readonly report: {
      readonly void: string | null;
      readonly hits: readonly { readonly key: string }[];
    };
  } | null;
}
