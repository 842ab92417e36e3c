import * as v from 'valibot';
import { HushmapError, toWireError, type WireError } from '../core/errors';
import type { HeardEntry, MessageEntry, Sender } from '../protocol/message-entry';
import type { MessageName, Parsed, Request, Response } from '../protocol/messages';
import { type Ask, createAsk } from './asking';
import type { MessageTable, NameIn, SentIn } from './message-table';
import { pageApi } from './page-api';

/** Where a message came from, as the browser says (not as the message says). */
export interface From {
  readonly tabId: number | null;
  readonly frameId: number;
  readonly origin: string;
}

type TableEntry = HeardEntry & Partial<MessageEntry>;

export type HandlersOf<T extends MessageTable> = {
  readonly [N in NameIn<T>]?: (request: Parsed<N>, from: From) => Promise<Answer<N>> | Answer<N>;
};

/** Where there is nothing to say, a handler may simply end. */
type Answer<N extends MessageName> = undefined extends Response<N> ? unknown : Response<N>;

/** Speaks the messages of a table. */
export interface Messenger<T extends MessageTable> {
  /**
   * Answers the messages named in `handlers`. Everything that arrives is parsed by the protocol map,
   * and refused where its sender may not send it: a page's script cannot speak as one of our pages.
   * Call it synchronously when a context starts, so that a woken worker misses nothing.
   */
  listen(handlers: HandlersOf<T>, signal?: AbortSignal): void;
  /** Asks the background (or, from one of our pages, whoever handles it). Throws a `HushmapError`. */
  send<N extends SentIn<T>>(name: N, request: Request<N>): Promise<Response<N>>;
}

export function createMessenger<T extends MessageTable>(
  table: T,
  ask: Ask = createAsk(table),
): Messenger<T> {
  // Once, and before it is needed: an extension that was reloaded meanwhile leaves its scripts no API.
  let kept: ReturnType<typeof pageApi>['runtime'] | null = null;
  const runtime = () => {
    kept ??= pageApi().runtime;
    return kept;
  };
  const entryOf = (name: string): TableEntry | undefined =>
    Object.hasOwn(table, name) ? (table as Record<string, TableEntry>)[name] : undefined;
  return {
    listen(handlers, signal) {
      // `true` keeps the way back open. Not every Chrome takes a promise here instead.
      const onMessage = (
        raw: unknown,
        sender: BrowserSender,
        respond: (envelope: Envelope) => void,
      ): true | undefined => {
        const call = v.safeParse(CallSchema, raw);
        if (!call.success) return undefined;
        const { name, request } = call.output;
        const entry = entryOf(name);
        if (!entry || !Object.hasOwn(handlers, name)) return undefined;
        // The map ties the handler's request to its name; the compiler cannot follow a lookup by text.
        const handler = (handlers as Record<string, Handler>)[name];
        if (!handler) return undefined;
        void answer(entry, handler, name, request, sender).then(respond);
        return true;
      };
      const { onMessage: messages } = runtime();
      messages.addListener(onMessage);
      signal?.addEventListener('abort', () => messages.removeListener(onMessage));
    },
    send: (name, request) => ask(name, () => runtime().sendMessage({ hushmap: 1, name, request })),
  };
}

type Handler = (request: unknown, from: From) => unknown;

type OnMessage = ReturnType<typeof pageApi>['runtime']['onMessage'];

type BrowserSender = Parameters<Parameters<OnMessage['addListener']>[0]>[1];

type Envelope =
  | { readonly hushmap: 1; readonly value: unknown }
  | { readonly hushmap: 1; readonly error: WireError };

const CallSchema = v.object({
  hushmap: v.literal(1),
  name: v.pipe(v.string(), v.maxLength(80)),
  request: v.optional(v.unknown()),
});

async function answer(
  entry: HeardEntry,
  handler: Handler,
  name: string,
  raw: unknown,
  sender: BrowserSender,
): Promise<Envelope> {
  try {
    const from = whence(sender);
    if (!maySend(entry.from, sender)) throw new HushmapError('message.refused', [name]);
    const request = v.safeParse(entry.request, raw);
    if (!request.success) throw new HushmapError('message.invalid', [name]);
    return { hushmap: 1, value: await handler(request.output, from) };
  } catch (cause) {
    if (!(cause instanceof HushmapError)) reportBug(name, cause);
    return { hushmap: 1, error: toWireError(cause) };
  }
}

function maySend(who: Sender, sender: BrowserSender): boolean {
  if (sender.id !== undefined && sender.id !== pageApi().runtime.id) return false;
  const ownPage = sender.url?.startsWith(pageApi().runtime.getURL('')) ?? false;
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

/** Leaves a trace of a bug of ours, without anything that a page or a person said. */
export function reportBug(name: string, cause: unknown): void {
  // Only the kind of the error: its message may quote a page.
  const kind = cause instanceof Error ? cause.name : typeof cause;
  // biome-ignore lint/suspicious/noConsole: a bug of ours must leave a trace for whoever reports it.
  console.error(`Hushmap: ${kind} while answering ${name}`);
}
