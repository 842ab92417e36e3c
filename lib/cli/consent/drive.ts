import type { Browser, BrowserContext, Page } from 'playwright';
import * as v from 'valibot';
import type { VisitOptions, WalkDriver } from '../../consent/walk/driver';
import type { RecorderId } from '../../protocol/recorders';
import { addHeaders } from '../visit';
import { builtScript, type FrameWorld, worldName } from '../world';
import { contextOptions } from './context-options';
import { ask } from './frames';
import type { WalkRequest } from './options';
import { askGpcFile, askStatus } from './outside';
import { Camera } from './picture';
import { Traffic } from './traffic';
import { vantageOf } from './vantage';
import { CliVisitor } from './visitor';

/** What a walk leaves beside its readings. */
export interface WalkMaterial {
  /** PNG by name. */
  readonly pictures: Map<string, Buffer>;
  /** Requests of each visit, by when it began: a path's first step begins with its visit. */
  readonly visits: Map<number, Pick<Traffic, 'exchanges'>>;
}

export interface DriverParts {
  /** Is filled as the walk goes. */
  readonly material: WalkMaterial;
  /** Ends visits with what they have seen. */
  readonly signal: AbortSignal;
}

/** Walks paths in Chromium, in a context of its own for each, with trusted events. */
export async function createCliDriver(
  browser: Browser,
  request: WalkRequest,
  { material, signal }: DriverParts,
): Promise<WalkDriver & { close(): Promise<void> }> {
  const { pictures, visits } = material;
  const camera = request.pictures ? new Camera(browser) : null;
  const known = new Set<RecorderId>();
  let begun = 0;
  let platform: Promise<string | null> | null = null;
  const statuses = new Map<string, Promise<number | null>>();
  const keep = (png: Buffer, what: string): string => {
    const name = `${String(pictures.size + 1).padStart(3, '0')}-${what}.png`;
    pictures.set(name, png);
    return name;
  };

  const begin = async (options: VisitOptions) => {
    const { storageState } = request.page;
    const context = await browser.newContext({
      ...contextOptions(request, options),
      ...(storageState === null ? {} : { storageState }),
    });
    const traffic = new Traffic(context, request.url);
    await context.addInitScript({ content: builtScript('probe.js') });
    if (options.gpc) await context.addInitScript({ content: GPC });
    const newPage = () => openPage(context, request);
    // Paths that begin at the same time are told apart by a millisecond.
    const since = Math.max(Date.now(), begun + 1);
    begun = since;
    visits.set(since, traffic);
    const statusOf = (address: string): Promise<number | null> => {
      const told = statuses.get(address) ?? askStatus(browser, request, address);
      statuses.set(address, told);
      return told;
    };
    const cmpOf = (world: FrameWorld) => (platform ??= platformIn(world));
    const parts = {
      context,
      traffic,
      camera,
      newPage,
      keep,
      known,
      statusOf,
      cmpOf,
      since,
      signal,
    };
    return new CliVisitor(request, parts);
  };

  return {
    vantage: await vantageOf(browser, request),
    begin,
    obstacleOf: (cause) =>
      cause instanceof Error && cause.name === 'TimeoutError' ? 'timed-out' : 'interrupted',
    gpcFile: () => askGpcFile(browser, request),
    close: async () => camera?.close(),
  };
}

/** Asked once a walk: it is the same platform on every path. */
async function platformIn(world: FrameWorld): Promise<string | null> {
  const asked = `${builtScript('cmp.js')};hushmapCmp.identify()`;
  return (
    (await ask(world, asked, v.nullable(v.object({ name: v.string() }))))?.name.slice(0, 80) ?? null
  );
}

/** As a browser with the control on has it (W3C Global Privacy Control, § "navigator.globalPrivacyControl"). */
const GPC = `Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true, configurable: true, enumerable: true });`;

async function openPage(context: BrowserContext, request: WalkRequest): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(request.page.timeout);
  await addHeaders(page, request.url, request.page.headers);
  const session = await context.newCDPSession(page);
  await session.send('Page.enable');
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: builtScript('consent.js'),
    worldName: worldName('consent.js'),
  });
  // A question would hold the page for ever.
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  return page;
}
