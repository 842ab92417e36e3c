import type { BrowserContext, CDPSession, Page, Request, Response } from 'playwright';
import { describeAll, describeRequest, requestType } from '../../consent/describe-request';
import { type Payload, payloadOf } from '../../consent/payload';
import type { RecorderId } from '../../protocol/recorders';
import type { WalkRequest } from '../../protocol/walk/step';
import type { HarTimings } from '../../report/har';
import { redactUrl } from '../../report/redact-url';

/** Of one reading. */
const MOST = 5_000;
/** Causes that are kept of one address: the last ones are of the requests that are still to come. */
const MOST_CAUSES = 20;
/** Of a whole visit, for its HAR. */
const MOST_EXCHANGES = 20_000;
const MOST_BODY = 2_000_000;

/** A request with its answer, for a HAR; redacted by whoever writes one. */
export interface Exchange {
  readonly startedAt: number;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly mime: string;
  readonly timings: HarTimings;
}

interface Noted {
  readonly at: number;
  readonly request: Request | null;
  readonly url: string;
  readonly method: string;
  readonly type: WalkRequest['type'];
  readonly payload: Payload;
  readonly bytes: number | null;
  readonly fromWorker: boolean;
}

interface Cause {
  readonly t: number;
  readonly by: string;
}

/** Notes every request of a visit: of all its pages, frames and workers, beacons and sockets among them. */
export class Traffic {
  #noted: Noted[] = [];
  #dropped = 0;
  /** Until when all that had begun was handed out. */
  #until = 0;
  readonly #causes = new Map<string, Cause[]>();
  readonly #answers = new Map<Request, Response>();
  readonly #requests: Noted[] = [];

  constructor(
    context: BrowserContext,
    private readonly pageUrl: string,
  ) {
    context.on('request', (request) => this.#note(request));
    context.on('response', (response) => this.#answers.set(response.request(), response));
    context.on('page', (page) => void this.#watch(page));
  }

  /** Sockets, and what caused each request, of one page. */
  async #watch(page: Page): Promise<void> {
    page.on('websocket', (socket) => {
      const note = (payload: Payload, bytes: number): void =>
        this.#add({
          at: Date.now(),
          request: null,
          url: socket.url(),
          method: 'GET',
          type: 'websocket',
          payload,
          bytes,
          fromWorker: false,
        });
      note('none', 0);
      // Each frame by itself: a socket from before the choice may send after it.
      socket.on('framesent', ({ payload }) => {
        const body = typeof payload === 'string' ? Buffer.from(payload) : payload;
        note(payloadOf(body.subarray(0, MOST_BODY), ''), body.length);
      });
    });
    const session = await page
      .context()
      .newCDPSession(page)
      .catch(() => null);
    if (session !== null) await this.#watchCauses(session).catch(() => undefined);
  }

  async #watchCauses(session: CDPSession): Promise<void> {
    session.on('Network.requestWillBeSent', ({ request, initiator, wallTime }) => {
      const script =
        initiator.url ?? initiator.stack?.callFrames.find(({ url }) => url !== '')?.url;
      if (!isWeb(request.url) || this.#causes.size >= MOST_EXCHANGES) return;
      const by = script ? redactUrl(script) : initiator.type;
      const known = (this.#causes.get(request.url) ?? []).slice(-MOST_CAUSES);
      known.push({ t: wallTime * 1000, by: by.slice(0, 500) });
      this.#causes.set(request.url, known);
    });
    await session.send('Network.enable');
  }

  #note(request: Request): void {
    const { payload, bytes } = bodyOf(request);
    this.#add({
      at: Date.now(),
      request,
      url: request.url(),
      method: request.method(),
      type: requestType(request.resourceType()),
      payload,
      bytes,
      fromWorker: request.serviceWorker() !== null,
    });
  }

  #add(noted: Noted): void {
    if (!isWeb(noted.url)) return;
    if (noted.request !== null && this.#requests.length < MOST_EXCHANGES)
      this.#requests.push(noted);
    if (this.#noted.length >= MOST) this.#dropped += 1;
    else this.#noted.push(noted);
  }

  /**
   * What began before a moment and was not handed out yet. What has begun since is left for the next
   * time. A request that began before the last time and was only heard of after it belongs to a step
   * that was read already, and counts as dropped: its absence there says nothing.
   */
  take(
    known: readonly RecorderId[],
    until: number,
  ): { readonly requests: WalkRequest[]; readonly dropped: number } {
    const begun = this.#noted.filter((one) => startOf(one) < until);
    const ours = begun.filter((one) => startOf(one) >= this.#until);
    const dropped = this.#dropped + begun.length - ours.length;
    this.#noted = this.#noted.filter((one) => startOf(one) >= until);
    this.#dropped = 0;
    this.#until = until;
    const requests = describeAll(known, (all) => ours.map((one) => this.#describe(one, all)));
    return { requests, dropped };
  }

  /** Every request so far, with the answer that it has got by now. */
  exchanges(): readonly Exchange[] {
    return this.#requests.flatMap((noted) => {
      const { request, method, url } = noted;
      if (request === null) return [];
      const answer = this.#answers.get(request);
      const responseHeaders = answer?.headers() ?? {};
      return [
        {
          startedAt: startOf(noted),
          method,
          url,
          requestHeaders: request.headers(),
          status: answer?.status() ?? 0,
          responseHeaders,
          mime: responseHeaders['content-type'] ?? '',
          timings: timingsOf(request),
        },
      ];
    });
  }

  #describe(noted: Noted, known: readonly RecorderId[]): WalkRequest {
    const { url, method, type, payload, bytes, fromWorker } = noted;
    const t = startOf(noted);
    const initiator = this.#causeOf(url, t);
    const seen = { t, method, url, type, payload, bytes, initiator, fromWorker };
    return describeRequest(seen, this.pageUrl, known);
  }

  #causeOf(url: string, t: number): string {
    const causes = this.#causes.get(url) ?? [];
    const nearest = causes.toSorted((a, b) => Math.abs(a.t - t) - Math.abs(b.t - t))[0];
    return nearest?.by ?? '';
  }
}

/** By the browser's own stamp, which it gives with the answer; until then, when it was heard of. */
function startOf({ request, at }: Noted): number {
  const started = request?.timing().startTime ?? -1;
  return started > 0 ? started : at;
}

/** Milliseconds of each phase, from the browser's own stamps; null: it did not happen, or is not told. */
function timingsOf(request: Request): HarTimings {
  const at = request.timing();
  const between = (from: number, to: number): number | null =>
    from < 0 || to < from ? null : to - from;
  return {
    dns: between(at.domainLookupStart, at.domainLookupEnd),
    connect: between(at.connectStart, at.connectEnd),
    ssl: between(at.secureConnectionStart, at.connectEnd),
    send: null,
    wait: between(at.requestStart, at.responseStart),
    receive: between(at.responseStart, at.responseEnd),
  };
}

/** What is sent along. A body that the browser does not show can't be told from any other: it is opaque. */
function bodyOf(request: Request): Pick<Noted, 'payload' | 'bytes'> {
  const body = shownBody(request);
  const headers = request.headers();
  if (body !== null) {
    const [type, encoding] = [headers['content-type'] ?? '', headers['content-encoding'] ?? ''];
    return {
      payload: payloadOf(body.subarray(0, MOST_BODY), type, encoding),
      bytes: body.length,
    };
  }
  if (!WITH_BODY.has(request.method()) || headers['content-length'] === '0') {
    return { payload: 'none', bytes: 0 };
  }
  return { payload: 'binary', bytes: null };
}

const WITH_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

/** Null: there is none, or the browser does not show it. */
function shownBody(request: Request): Buffer | null {
  try {
    return request.postDataBuffer();
  } catch {
    return null;
  }
}

/** What goes over the network; a `data:` address is its own content, and may be of any size. */
const isWeb = (url: string): boolean => /^(https?|wss?):/.test(url);
