import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Page } from 'playwright/test';
import type { RecorderState } from '../../../lib/protocol/recorders';
import { type Classes, plant } from './canaries';
import type { Fixture } from './fixtures';
import type { Row } from './in-page/survey';
import { type RecordedEvent, readSnapshot, type Snapshot } from './recording';

export const SITE = 'http://site.test';
const POSTHOG = 'http://posthog.test';
export const PAGE_PATH = '/page?email=cnry9999z#cnry9998z';

const packaged = (path: string): string =>
  readFileSync(new URL(`../../../node_modules/${path}`, import.meta.url), 'utf8');

/** How one recorder is started on a fixture. Options are JavaScript, as a page would write them. */
export interface Setup {
  readonly recorder: 'rrweb' | 'posthog';
  readonly options: string;
  /** PostHog: the project's "Privacy and masking" settings. */
  readonly project?: Readonly<Record<string, unknown>>;
  /** PostHog: options of `init` beside `session_recording`. */
  readonly config?: string;
  /** JavaScript that runs in the page before the recorder starts. */
  readonly before?: string;
  /** JavaScript that runs while it records; a new snapshot is taken after it. */
  readonly during?: string;
}

export interface Outcome {
  readonly state: RecorderState;
  readonly rows: readonly Row[];
  readonly snapshot: Snapshot;
  /** Everything that the recorder produced, as text. */
  readonly payload: string;
}

export const CLASSES: Readonly<Record<Setup['recorder'], Classes>> = {
  rrweb: { mask: 'rr-mask', block: 'rr-block', ignore: 'rr-ignore' },
  posthog: { mask: 'ph-mask', block: 'ph-no-capture', ignore: 'ph-ignore-input' },
};

/** Opens a fixture, records it with the real recorder, and asks the rules about the same page. */
export async function record(page: Page, fixture: Fixture, setup: Setup): Promise<Outcome> {
  const classes = CLASSES[setup.recorder];
  const sent: RecordedEvent[] = [];
  await serve(page, fixture, setup, sent);
  await page.goto(SITE + PAGE_PATH);
  if (fixture.setup) await page.evaluate(plant(fixture.setup, classes));
  if (fixture.file) await attachFiles(page);
  await page.addScriptTag({ content: await surveyScript() });
  if (setup.before) await page.evaluate(setup.before);
  return setup.recorder === 'rrweb' ? withRrweb(page, setup) : withPosthog(page, setup, sent);
}

async function withRrweb(page: Page, setup: Setup): Promise<Outcome> {
  await page.addScriptTag({ content: packaged('rrweb/umd/rrweb.js') });
  await page.evaluate(`{
    const options = (${setup.options});
    window.recorded = [];
    window.rrwebState = hushmap.enterRrweb(options);
    rrweb.record({ ...options, emit: (event) => window.recorded.push(event) });
  }`);
  await page.evaluate(SETTLE);
  await whileRecording(page, setup, 'rrweb');
  const state = await page.evaluate<RecorderState>('window.rrwebState');
  const rows = await page.evaluate<Row[]>('hushmap.survey(window.rrwebState, rrweb.record.mirror)');
  const payload = await page.evaluate<string>('JSON.stringify(window.recorded)');
  return { state, rows, payload, snapshot: readSnapshot(JSON.parse(payload)) };
}

async function withPosthog(page: Page, setup: Setup, sent: RecordedEvent[]): Promise<Outcome> {
  await page.addScriptTag({ content: packaged('posthog-js/dist/array.full.no-external.js') });
  await page.evaluate(`posthog.init('phc_contract', {
    api_host: '${POSTHOG}', opt_out_useragent_filter: true, autocapture: false,
    capture_pageview: false, session_recording: (${setup.options}), ${setup.config ?? ''} })`);
  await page.waitForFunction('posthog.sessionRecordingStarted()');
  // A recording is held back until somebody uses the page.
  await page.mouse.click(1, 1);
  await page.evaluate(SETTLE);
  await whileRecording(page, setup, '__PosthogExtensions__.rrweb');
  const state = await page.evaluate<RecorderState>(`hushmap.detect({
    scripts: [], resources: [], storageKeys: [], cookieNames: [] })[0]`);
  const rows = await page.evaluate<Row[]>(
    `hushmap.survey(${JSON.stringify(state)}, __PosthogExtensions__.rrweb.record.mirror)`,
  );
  await page.evaluate('posthog.stopSessionRecording()');
  const known = [...new Set(rows.map(({ node }) => node))].filter((id) => id > 0);
  const isComplete = () => {
    const { nodes } = readSnapshot(sent);
    return known.every((id) => nodes.has(id));
  };
  await waitUntil(isComplete, 'PostHog did not send all that it recorded');
  return { state, rows, payload: JSON.stringify(sent), snapshot: readSnapshot(sent) };
}

/** Frames are recorded a turn or more after the document. */
const SETTLE = 'new Promise((resolve) => setTimeout(resolve, 400))';

async function whileRecording(page: Page, { during }: Setup, rrweb: string): Promise<void> {
  if (!during) return;
  await page.evaluate(during);
  await page.evaluate(SETTLE);
  await page.evaluate(`${rrweb}.record.takeFullSnapshot(true)`);
  await page.evaluate(SETTLE);
}

async function serve(page: Page, fixture: Fixture, setup: Setup, sent: RecordedEvent[]) {
  let frames = 0;
  const html = (body: string) => ({ contentType: 'text/html', body });
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin === POSTHOG) {
      if (url.pathname === '/s/') sent.push(...decodePosthog(route.request().postDataBuffer()));
      return route.fulfill({
        headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
        json: {
          sessionRecording: {
            endpoint: '/s/',
            ...(setup.project ? { masking: setup.project } : {}),
          },
        },
      });
    }
    if (url.pathname === '/page') return route.fulfill(html(documentOf(fixture, setup)));
    if (url.pathname === '/frame/nested') {
      return route.fulfill(html(`<p>cnry7001z</p><iframe src="/frame?cnry7002z"></iframe>`));
    }
    if (url.pathname === '/frame') {
      frames += 1;
      const token = (n: number) => `cnry6${String(frames).padStart(2, '0')}${n}z`;
      return route.fulfill(
        html(`<!doctype html><title>${token(1)}</title><p>${token(2)}</p>
          <p class="${CLASSES[setup.recorder].mask}" title="${token(3)}">${token(4)}</p>`),
      );
    }
    return route.fulfill({ status: 404, body: '' });
  });
}

function documentOf(fixture: Fixture, { recorder }: Setup): string {
  const markup = `<!doctype html><html lang="en"><head><title>@@</title>${fixture.head ?? ''}</head>
    <body>${fixture.body}</body></html>`;
  return plant(markup, CLASSES[recorder]);
}

async function attachFiles(page: Page): Promise<void> {
  const inputs = page.locator('input[type="file"]');
  for (let index = 0; index < (await inputs.count()); index += 1) {
    const name = `cnry55${String(index).padStart(2, '0')}z.pdf`;
    await inputs
      .nth(index)
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from('x') });
  }
}

/** posthog-js may gzip the request, and inside it the parts of an event that are large. */
function decodePosthog(body: Buffer | null): RecordedEvent[] {
  if (!body) return [];
  const text = (body[0] === GZIP ? gunzipSync(body) : body).toString('utf8');
  const batches = [JSON.parse(text)].flat();
  return batches.flatMap((batch) => batch.properties.$snapshot_data.map(unpack));
}

/** First byte of every gzip stream. */
const GZIP = 0x1f;

interface PackedEvent {
  readonly cv?: string;
  readonly type: number;
  readonly data: unknown;
}

function unpack(event: PackedEvent): RecordedEvent {
  const data = event.cv === undefined ? event.data : unpackData(event.data);
  // The form is checked by what is done with it: a snapshot without nodes agrees with nothing.
  return { type: event.type, data } as RecordedEvent;
}

function unpackData(data: unknown): unknown {
  if (typeof data === 'string') return inflate(data);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      ['texts', 'attributes', 'removes', 'adds'].includes(key) && typeof value === 'string'
        ? inflate(value)
        : value,
    ]),
  );
}

const inflate = (text: string): unknown =>
  JSON.parse(gunzipSync(Buffer.from(text, 'latin1')).toString('utf8'));

let script: Promise<string> | undefined;

/** The rules and detection as they run in a page, built from the sources. */
function surveyScript(): Promise<string> {
  script ??= build({
    entryPoints: [new URL('./in-page/survey.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'hushmap',
    target: 'es2023',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return script;
}

async function waitUntil(done: () => boolean, otherwise: string): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    if (done()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(otherwise);
}
