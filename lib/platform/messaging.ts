import * as v from 'valibot';
import { browser } from 'wxt/browser';
import {
  fromWireError,
  HushmapError,
  isErrorCode,
  toWireError,
  type WireError,
} from '../core/errors';
import {
  MESSAGES,
  type MessageName,
  type Parsed,
  type Request,
  type Response,
  type Sender,
} from '../protocol/messages';

/** Where a message came from, as the browser says (not as the message says). */
export interface From {
  readonly tabId: number | null;
  readonly frameId: number;
  readonly origin: string;
}

export type Handlers = {
  readonly [N in MessageName]?: (request: Parsed<N>, from: From) => Promise<Answer<N>> | Answer<N>;
};

/** Where there is nothing to say, a handler may simply end. */
type Answer<N extends MessageName> = undefined extends Response<N> ? unknown : Response<N>;

/**
 * Answers the messages named in `handlers`. Everything that arrives is parsed by the protocol map,
 * and refused where its sender may not send it: a page's script cannot speak as one of our pages.
 * Call it synchronously when a context starts, so that a woken worker misses nothing.
 */
export function listen(handlers: Handlers, signal?: AbortSignal): void {
  const onMessage = (raw: unknown, sender: BrowserSender): Promise<Envelope> | undefined => {
    const call = v.safeParse(CallSchema, raw);
    if (!call.success) return undefined;
    const { name } = call.output;
    if (!isMessageName(name) || !Object.hasOwn(handlers, name)) return undefined;
    return answer(handlers, name, call.output.request, sender);
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage));
}

/** Asks the background (or, from one of our pages, whoever handles it). Throws a `HushmapError`. */
export function send<N extends MessageName>(name: N, request: Request<N>): Promise<Response<N>> {
  return exchange(name, () => browser.runtime.sendMessage({ hushmap: 1, name, request }));
}

/** Asks our script in a frame of a tab. */
export function sendToFrame<N extends MessageName>(
  tabId: number,
  frameId: number,
  name: N,
  request: Request<N>,
): Promise<Response<N>> {
  return exchange(name, () =>
    browser.tabs.sendMessage(tabId, { hushmap: 1, name, request }, { frameId }),
  );
}

type BrowserSender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

type Envelope =
  | { readonly hushmap: 1; readonly value: unknown }
  | { readonly hushmap: 1; readonly error: WireError };

const CallSchema = v.object({
  hushmap: v.literal(1),
  name: v.pipe(v.string(), v.maxLength(80)),
  request: v.optional(v.unknown()),
});

const EnvelopeSchema = v.union([
  v.object({
    hushmap: v.literal(1),
    error: v.object({
      code: v.custom<WireError['code']>(isErrorCode),
      params: v.array(v.union([v.string(), v.number()])),
    }),
  }),
  v.object({ hushmap: v.literal(1), value: v.optional(v.unknown()) }),
]);

async function answer(
  handlers: Handlers,
  name: MessageName,
  raw: unknown,
  sender: BrowserSender,
): Promise<Envelope> {
  try {
    const from = whence(sender);
    if (!maySend(MESSAGES[name].from, sender)) throw new HushmapError('message.refused', [name]);
    const request = v.safeParse(MESSAGES[name].request, raw);
    if (!request.success) throw new HushmapError('message.invalid', [name]);
    // The map ties the handler's request to its name; the compiler cannot follow a lookup by union.
    const handler = handlers[name] as (request: unknown, from: From) => unknown;
    return { hushmap: 1, value: await handler(request.output, from) };
  } catch (cause) {
    if (!(cause instanceof HushmapError)) reportBug(name, cause);
    return { hushmap: 1, error: toWireError(cause) };
  }
}

async function exchange<N extends MessageName>(
  name: N,
  deliver: () => Promise<unknown>,
): Promise<Response<N>> {
  const envelope = v.safeParse(EnvelopeSchema, await deliver().catch(explainLoss));
  if (!envelope.success) throw new HushmapError('message.noHandler', [name]);
  if ('error' in envelope.output) throw fromWireError(envelope.output.error);
  const response = v.safeParse(MESSAGES[name].response, envelope.output.value);
  if (!response.success) throw new HushmapError('message.invalid', [name]);
  // The schema that was looked up by this very name has just parsed it.
  return response.output as Response<N>;
}

/** The browser's own words for a context that is gone; the rest is a connection that broke. */
function explainLoss(cause: unknown): never {
  const said = cause instanceof Error ? cause.message : '';
  if (/context invalidated/i.test(said))
    throw new HushmapError('extension.reloaded', [], { cause });
  throw new HushmapError('message.lost', [], { cause });
}

function maySend(who: Sender, sender: BrowserSender): boolean {
  if (sender.id !== undefined && sender.id !== browser.runtime.id) return false;
  const ownPage = sender.url?.startsWith(browser.runtime.getURL('')) ?? false;
  if (who === 'extension') return ownPage;
  if (who === 'page') return !ownPage && sender.tab !== undefined;
  // The background has no tab and, in a worker, may have no URL that differs from our pages'.
  return sender.tab === undefined;
}

function whence(sender: BrowserSender): From {
  return {
    tabId: sender.tab?.id ?? null,
    frameId: sender.frameId ?? 0,
    origin: originOf(sender.url),
  };
}

function originOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : '';
}

function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(MESSAGES, name);
}

/** Leaves a trace of a bug of ours, without anything that a page or a person said. */
export function reportBug(name: string, cause: unknown): void {
  // Only the kind of the error: its message may quote a page.
  const kind = cause instanceof Error ? cause.name : typeof cause;
  // biome-ignore lint/suspicious/noConsole: a bug of ours must leave a trace for whoever reports it.
  console.error(`Hushmap: ${kind} while answering ${name}`);
}
