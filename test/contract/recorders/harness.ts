import { build } from 'esbuild';
import type { Page, Route } from 'playwright/test';
import type { RecorderState } from '../../../lib/protocol/recorders';
import type { WireRequest } from '../../../lib/wire/contract';
import { plant, type Shape } from './canaries';
import { type Driver, keep, type Received } from './driver';
import { DRIVERS, type DrivenId } from './drivers';
import type { Fixture } from './fixtures';
import type { Row } from './in-page/survey';
import type { Snapshot } from './recording';
import { watchRequests } from './sent';

export const SITE = 'http://site.test';
export const PAGE_PATH = '/page?email=cnry9999z#cnry9998z';

/** How one recorder is started on a fixture. Options are JavaScript, as a page would write them. */
export interface Setup {
  readonly recorder: DrivenId;
  readonly options: string;
  /** What the vendor's server answers about masking, where it has a say. */
  readonly project?: Readonly<Record<string, unknown>>;
  /** PostHog: options of `init` beside `session_recording`. */
  readonly config?: string;
  /** The major version, where the rules are held to several; the newest where it is not given. */
  readonly major?: number;
  /** What the canaries look like; digits where it makes no difference. */
  readonly shape?: Shape;
  /** JavaScript that runs in the page before the recorder starts. */
  readonly before?: string;
  /** JavaScript that runs while it records; a new snapshot is taken after it where that is possible. */
  readonly during?: string;
}

export interface Outcome {
  readonly state: RecorderState;
  readonly rows: readonly Row[];
  /** Null where the recorder shows no nodes: then the canaries in the payload tell. */
  readonly snapshot: Snapshot | null;
  /** Everything that the recorder produced, decoded, as text. */
  readonly payload: string;
  /** What was sent beside the recording; empty where that is nothing, or part of the payload. */
  readonly beside: string;
  /** What really left the page, as somebody who watches the wire sees it. */
  readonly sent: readonly WireRequest[];
}

/** Opens a fixture, records it with the real recorder, and asks the rules about the same page. */
export async function record(page: Page, fixture: Fixture, setup: Setup): Promise<Outcome> {
  const driver: Driver = DRIVERS[setup.recorder];
  const received: Received = new Map();
  if (setup.project) keep(received, 'project', Buffer.from(JSON.stringify(setup.project)));
  const seen = watchRequests(page);
  await serve(page, fixture, setup, driver, received);
  await page.goto(SITE + PAGE_PATH);
  if (fixture.setup) await page.evaluate(plant(fixture.setup, driver.classes, setup.shape));
  if (fixture.file) await attachFiles(page, setup.shape);
  await page.addScriptTag({ content: await surveyScript() });
  if (setup.before) await page.evaluate(setup.before);
  await driver.start(page, setup, received);
  await page.evaluate(SETTLE);
  await whileRecording(page, setup, driver);
  const state = await driver.state(page, setup);
  const mirror = driver.mirror ?? '{ getId: () => 0 }';
  const rows = await page.evaluate<Row[]>(`hushmap.survey(${JSON.stringify(state)}, ${mirror})`);
  const nodes = [...new Set(rows.map(({ node }) => node))].filter((id) => id > 0);
  const {
    snapshot,
    payload,
    beside = '',
    arrived = [],
  } = await driver.finish(page, received, nodes);
  return { state, rows, snapshot, payload, beside, sent: [...seen, ...arrived] };
}

/** Frames are recorded a turn or more after the document. */
const SETTLE = 'new Promise((resolve) => setTimeout(resolve, 400))';

async function whileRecording(page: Page, { during }: Setup, driver: Driver): Promise<void> {
  if (!during) return;
  await page.evaluate(during);
  await page.evaluate(SETTLE);
  await driver.again?.(page);
  await page.evaluate(SETTLE);
}

async function serve(
  page: Page,
  fixture: Fixture,
  setup: Setup,
  driver: Driver,
  received: Received,
): Promise<void> {
  let frames = 0;
  const html = (body: string) => ({
    contentType: 'text/html',
    body: plant(body, driver.classes, setup.shape),
  });
  const page404 = { status: 404, body: '' };
  const sitePage = (url: URL) => {
    if (url.pathname === '/page') return html(documentOf(fixture));
    if (url.pathname === '/frame/nested') {
      return html('<p>cnry7001z</p><iframe src="/frame?cnry7002z"></iframe>');
    }
    if (url.pathname !== '/frame') return page404;
    frames += 1;
    const token = (n: number) => `cnry6${String(frames).padStart(2, '0')}${n}z`;
    return html(`<!doctype html><title>${token(1)}</title><p>${token(2)}</p>
      <p class="[mask]" title="${token(3)}">${token(4)}</p>`);
  };
  await page.route('**/*', async (route: Route) => {
    const request = route.request();
    const url = new URL(request.url());
    const asked = { url, method: request.method(), body: request.postDataBuffer() };
    const answer = driver.answer?.(asked, received);
    if (answer) {
      const { headers = {}, contentType = 'text/plain', status = 200, body } = answer;
      return route.fulfill({ status, headers: { ...headers }, contentType, body });
    }
    // A receiver of a driver's own listens on this machine, for bodies that only a server sees whole.
    if (url.hostname === '127.0.0.1') return route.continue();
    return route.fulfill(sitePage(url));
  });
}

const documentOf = (fixture: Fixture): string =>
  `<!doctype html><html lang="en"><head><title>@@</title>${fixture.head ?? ''}</head>
    <body>${fixture.body}</body></html>`;

async function attachFiles(page: Page, shape: Shape | undefined): Promise<void> {
  const inputs = page.locator('input[type="file"]');
  const none = { mask: '', block: '', ignore: '' };
  for (let index = 0; index < (await inputs.count()); index += 1) {
    const name = `${plant(`cnry55${String(index).padStart(2, '0')}z`, none, shape)}.pdf`;
    await inputs
      .nth(index)
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from('x') });
  }
}

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
