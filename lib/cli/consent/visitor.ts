import type { BrowserContext, Page } from 'playwright';
import * as v from 'valibot';
import { partyOf } from '../../consent/owners';
import { buildTimeline } from '../../consent/timeline';
import { PathBlocked, type Pressed, type Reading, type Visitor } from '../../consent/walk/driver';
import { describeCookies, describeStored, sinceThen } from '../../consent/walk/stored-names';
import type { RecorderId } from '../../protocol/recorders';
import type { BannerControl, BannerReading } from '../../protocol/walk/banner';
import type { WalkClick, WalkCookie, WalkStored } from '../../protocol/walk/step';
import { redactText } from '../../report/redact-text';
import { originOf, redactUrl } from '../../report/redact-url';
import { detectIn } from '../audit-page';
import type { FrameWorld } from '../world';
import type { Brought } from './brought';
import { ask, Frames, type SeenBanner, stateOf } from './frames';
import { tryKeyboard } from './keyboard';
import type { WalkRequest } from './options';
import type { Camera } from './picture';
import { press } from './press';
import type { Traffic } from './traffic';

const POLL_MS = 200;
const HEARD_MS = 100;
/** Waits up to this let a page react, and are waited to their end even when the walk is stopped. */
const REACT_MS = 3_000;

export interface VisitorParts {
  readonly context: BrowserContext;
  readonly traffic: Traffic;
  readonly camera: Camera | null;
  /** Prepares a page before its first document. */
  readonly newPage: () => Promise<Page>;
  /** Keeps a picture; answers its name. */
  readonly keep: (png: Buffer, what: string) => string;
  /** Recorders that were found on the site so far. */
  readonly known: Set<RecorderId>;
  /** What a server answers to an address, asked outside the visit; null: nothing. */
  readonly statusOf: (address: string) => Promise<number | null>;
  /** Whose banner it is, by autoconsent's rules; null: nobody's that they know. */
  readonly cmpOf: (world: FrameWorld) => Promise<string | null>;
  /** When it began, as no other visit of the walk did. */
  readonly since: number;
  /** Ends the visit with what it has seen. */
  readonly signal: AbortSignal;
}

/** One visit in a browser context of its own. */
export class CliVisitor implements Visitor {
  #page: Page | null = null;
  #clicks: WalkClick[] = [];
  #since: number;
  #hasRead = false;
  #second: string | null;
  #brought: Brought;

  constructor(
    private readonly request: WalkRequest,
    private readonly parts: VisitorParts,
  ) {
    this.#since = parts.since;
    this.#second = request.second;
    this.#brought = request.brought;
  }

  async open(): Promise<void> {
    await this.#goto(this.request.url);
    const [top] = (await Frames.of(await this.#current())).worlds;
    this.#second ??= top ? await ask(top, 'hushmap.second()', v.nullable(v.string())) : null;
  }

  async openWarm(): Promise<void> {
    const old = await this.#current();
    const session = await this.parts.context.newCDPSession(old);
    const { origin } = new URL(old.url());
    // All that a site keeps but what the network keeps for it.
    const storageTypes = 'cookies,local_storage,indexeddb,service_workers,cache_storage';
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
    await this.parts.context.clearCookies();
    this.#brought = this.#brought.without(origin);
    this.#page = await this.parts.newPage();
    await old.close();
    await this.open();
  }

  async openSecond(): Promise<boolean> {
    if (this.#second === null) return false;
    await this.#goto(this.#second);
    return true;
  }

  async banner(ms: number): Promise<BannerReading | null> {
    const page = await this.#current();
    const until = Date.now() + ms;
    for (;;) {
      const seen = await (await Frames.of(page)).banner();
      if (seen?.reading.visible) return this.#complete(seen);
      if (Date.now() >= until) return null;
      if (ms > REACT_MS && this.parts.signal.aborted) throw this.#stopped();
      await page.waitForTimeout(POLL_MS);
    }
  }

  async reopeners(): Promise<BannerControl[]> {
    const found = await (await Frames.of(await this.#current())).reopeners();
    return found.map(({ control }) => control);
  }

  async press(control: Pressed, aim: WalkClick['aim']): Promise<WalkClick> {
    const page = await this.#current();
    const picture = aim === 'toggle' ? '' : await this.#picture(`press-${aim}`);
    const { t, box } = await press(page, control);
    const { label, selector } = control;
    const click = { t, aim, label, selector, box, trusted: true, by: 'program' as const, picture };
    this.#clicks.push(click);
    await page.waitForTimeout(POLL_MS);
    return click;
  }

  async scroll(): Promise<void> {
    const page = await this.#current();
    for (const by of [500, 500, 900, 900, -1_400, -1_400]) {
      await page.mouse.wheel(0, by);
      await page.waitForTimeout(150);
    }
  }

  async stay(ms: number): Promise<void> {
    const page = await this.#current();
    const { width, height } = this.request.page.viewport;
    const until = Date.now() + ms;
    const isCut = () => ms > REACT_MS && this.parts.signal.aborted;
    // A step that is cut short has its choice, and how long it was watched stands in it.
    for (let step = 0; Date.now() < until && !isCut(); step++) {
      // Around the upper middle, where few banners are; nothing is pressed.
      const x = width * (0.35 + 0.05 * (step % 6));
      const y = height * (0.2 + 0.03 * (step % 4));
      await page.mouse.move(x, y, { steps: 3 });
      await page.waitForTimeout(Math.max(0, Math.min(250, until - Date.now())));
    }
  }

  async keyboard(): Promise<BannerReading['keyboard']> {
    return tryKeyboard(await this.#current());
  }

  async read(): Promise<Reading> {
    const page = await this.#current();
    const startedAt = this.#since;
    const picture = await this.#picture('end');
    const frames = await Frames.of(page);
    const recorders = await detectIn(frames.worlds).catch(() => []);
    for (const { id, detected } of recorders) if (detected) this.parts.known.add(id);
    const known = [...this.parts.known];
    // What happens while it is read belongs to the next step, which begins here.
    const endedAt = Date.now();
    const timelines = await frames.timelines();
    // Requests are heard of a little after they began.
    await page.waitForTimeout(HEARD_MS);
    const { requests, dropped } = this.parts.traffic.take(known, endedAt);
    const [top] = frames.worlds;
    const state = top ? await stateOf(top) : null;
    const clicks = this.#clicks;
    this.#clicks = [];
    this.#since = endedAt;
    this.#hasRead = true;
    return {
      url: redactUrl(state?.url ?? page.url()),
      title: redactText(state?.title ?? '').slice(0, 300),
      startedAt,
      endedAt,
      timeline: this.#brought.timeline(sinceThen(buildTimeline(timelines, [], known), startedAt)),
      requests: requests.toSorted((a, b) => a.t - b.t),
      requestsDropped: dropped,
      cookies: await this.#cookies(),
      stored: await this.#stored(frames),
      clicks,
      picture,
      recorders,
    };
  }

  async end(): Promise<void> {
    await this.parts.context.close().catch(() => undefined);
  }

  async #current(): Promise<Page> {
    this.#page ??= await this.parts.newPage();
    return this.#page;
  }

  async #goto(url: string): Promise<void> {
    const page = await this.#current();
    const options = { waitUntil: 'load', timeout: this.request.page.timeout } as const;
    const { signal } = this.parts;
    const answer = await untilStopped(page.goto(url, options), signal).catch(() => null);
    if (signal.aborted) throw this.#stopped();
    if (answer === null || answer.status() >= 400) throw new PathBlocked('not-reached');
    const [asked, came] = [originOf(url), originOf(page.url())];
    if (partyOf(asked, came) === 'third') throw new PathBlocked('not-reached');
    if (await asksForSignIn(page, url)) throw new PathBlocked('not-reached');
  }

  /**
   * What a first step has seen until then is kept: it began before any choice. Of a later one, in which
   * a banner was not waited for to the end, nothing could be told.
   */
  #stopped(): Error {
    return this.#hasRead ? new Error('The walk was stopped.') : new PathBlocked('interrupted');
  }

  /** What a frame can't tell of its banner: whose it is, and whether its policy is there. */
  async #complete({ reading, world }: SeenBanner): Promise<BannerReading> {
    const { policyLink } = reading;
    const address = policyLink && (await ask(world, 'hushmap.policy()', v.nullable(v.string())));
    const status = address ? await this.parts.statusOf(address) : null;
    const cmp = reading.cmpBy === 'none' ? await this.parts.cmpOf(world) : null;
    return {
      ...reading,
      ...(cmp === null ? {} : { cmp, cmpBy: 'autoconsent' as const }),
      policyLink: policyLink && { ...policyLink, status },
    };
  }

  async #picture(what: string): Promise<string> {
    const png = await this.parts.camera?.take(await this.#current());
    return png ? this.parts.keep(png, what) : '';
  }

  async #cookies(): Promise<WalkCookie[]> {
    const cookies = (await this.parts.context.cookies()).map((cookie) => ({
      ...cookie,
      expires: cookie.expires < 0 ? null : cookie.expires,
    }));
    return describeCookies(this.#brought.cookies(cookies), this.request.url, Date.now());
  }

  async #stored(frames: Frames): Promise<WalkStored[]> {
    const found: Parameters<typeof describeStored>[0][number][] = [];
    for (const world of frames.worlds) {
      const names = await ask(world, 'hushmap.stored()', StoredSchema);
      const origin = (await stateOf(world))?.storage ?? '';
      found.push(...(names ?? []).map((one) => ({ ...one, origin })));
    }
    return describeStored(this.#brought.stored(found));
  }
}

const StoredSchema = v.array(
  v.object({
    area: v.picklist(['localStorage', 'sessionStorage', 'indexedDB', 'cache', 'serviceWorker']),
    name: v.string(),
  }),
);

/** @throws Error where the walk is stopped before that. */
async function untilStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new Error('The walk was stopped.'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** A page that sends its visitors to a sign-in is another one than was asked for. */
async function asksForSignIn(page: Page, asked: string): Promise<boolean> {
  if (new URL(page.url()).pathname === new URL(asked).pathname) return false;
  return (await page.locator('input[type="password"]').count()) > 0;
}
