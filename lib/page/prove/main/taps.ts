import {
  apply,
  dispatch,
  eventDetail,
  getterOf,
  mapGet,
  mapSet,
  NativeCustomEvent,
  on,
  ownValue,
  stopImmediately,
} from '../../probe/main/natives';
import { replaceMethod, wrapConstructor, wrapMethod } from '../../probe/main/wrap';
import { TAPS_ASK, TAPS_GUARD, TAPS_STOP } from '../line';
import { addressOf, isRequest } from './address';
import { messageText, putBody, putRequest } from './bodies';
import { createSpool, type Spool } from './spool';

/**
 * Taps on whatever a page's script sends by, in the page's own world and before any script of the
 * page: bodies are kept until the prover asks for them, then forgotten. Registered for the time of a
 * proof alone, on an origin that somebody has called a test environment.
 */
export function startTaps(win: Window & typeof globalThis): void {
  const spool = createSpool();
  tapFetch(win, spool);
  tapXhr(win, spool);
  tapSockets(win, spool);
  tapThreads(win, spool);
  tapPacking(win, spool);
  wrapMethod(win.Navigator.prototype, 'sendBeacon', (_, args) => {
    putBody(spool, addressOf(args[0]), args[1]);
  });
  const guarded = tapForms(win, spool);
  const watched = (win.document.documentElement?.childElementCount ?? 0) === 0;
  on(
    win,
    TAPS_ASK,
    (event) => {
      stopImmediately(event);
      const reply = eventDetail?.(event);
      if (typeof reply !== 'string') return;
      const detail = `{"watched":${watched},"tape":${spool.take()}}`;
      dispatch(win, new NativeCustomEvent(reply, { detail }));
    },
    true,
  );
  on(
    win,
    TAPS_STOP,
    (event) => {
      stopImmediately(event);
      spool.stop();
    },
    true,
  );
  on(
    win,
    TAPS_GUARD,
    (event) => {
      stopImmediately(event);
      guarded.now = eventDetail?.(event) === 'on';
    },
    true,
  );
}

function tapFetch(win: Window & typeof globalThis, spool: Spool): void {
  wrapMethod(win, 'fetch', (_, args) => {
    const [input, init] = args;
    const body = ownValue(init, 'body');
    if (body !== undefined && body !== null) putBody(spool, addressOf(input), body);
    else if (isRequest(input)) putRequest(spool, addressOf(input), input);
    else spool.text(addressOf(input), null);
  });
}

function tapXhr(win: Window & typeof globalThis, spool: Spool): void {
  const opened = new WeakMap<object, unknown>();
  wrapMethod(win.XMLHttpRequest.prototype, 'open', (self, args) => {
    if (typeof self === 'object' && self !== null) mapSet(opened, self, addressOf(args[1]));
  });
  wrapMethod(win.XMLHttpRequest.prototype, 'send', (self, args) => {
    if (typeof self !== 'object' || self === null) return;
    const url = mapGet(opened, self);
    putBody(spool, typeof url === 'string' ? url : '', args[0]);
  });
}

function tapSockets(win: Window & typeof globalThis, spool: Spool): void {
  wrapConstructor(win, 'WebSocket', (_, args) => spool.text(addressOf(args[0]), null));
  wrapConstructor(win, 'EventSource', (_, args) => spool.text(addressOf(args[0]), null));
  const socketUrl = getterOf<string>(win.WebSocket.prototype, 'url');
  wrapMethod(win.WebSocket.prototype, 'send', (self, args) => {
    if (typeof self === 'object' && self !== null) putBody(spool, socketUrl?.(self) ?? '', args[0]);
  });
  if ('RTCDataChannel' in win) {
    wrapMethod(win.RTCDataChannel.prototype, 'send', (_, args) => {
      putBody(spool, 'webrtc:', args[0]);
    });
  }
}

/** What is handed to a thread of the page's is not sent yet, and may be sent packed. */
function tapThreads(win: Window & typeof globalThis, spool: Spool): void {
  const holders: (object | undefined)[] = [
    win.Worker?.prototype,
    win.MessagePort?.prototype,
    win.ServiceWorker?.prototype,
    win.BroadcastChannel?.prototype,
  ];
  for (let i = 0; i < holders.length; i++) {
    const holder = holders[i];
    if (holder) {
      wrapMethod(holder, 'postMessage', (_, args) => {
        if (spool.isStopped()) return;
        const text = messageText(args[0]);
        // Frameworks wake themselves by messages that say nothing.
        if (text !== '') spool.text('worker:', text);
      });
    }
  }
}

/** What goes into a stream that packs it: before it is packed, and maybe encrypted. */
function tapPacking(win: Window & typeof globalThis, spool: Spool): void {
  const put = (chunk: unknown): void => putBody(spool, 'packing:', chunk);
  if ('WritableStreamDefaultWriter' in win) {
    wrapMethod(win.WritableStreamDefaultWriter.prototype, 'write', (_, args) => put(args[0]));
  }
  const Packing = win.CompressionStream;
  const Through = win.TransformStream;
  const holder = win.ReadableStream?.prototype;
  if (!Packing || !Through || !holder) return;
  replaceMethod(holder, 'pipeThrough', (native, self, args) => {
    if (!(args[0] instanceof Packing)) return apply(native, self, args);
    const between = new Through({
      transform(chunk: unknown, controller) {
        put(chunk);
        controller.enqueue(chunk);
      },
    });
    return apply(native, apply(native, self, [between]), args);
  });
}

/**
 * Forms that a script submits: `submit()` tells nobody, and the event of `requestSubmit()` does not
 * leave a shadow root. While guarded, they are read and stay.
 */
function tapForms(win: Window & typeof globalThis, spool: Spool): { now: boolean } {
  const guarded = { now: false };
  const holder = win.HTMLFormElement.prototype;
  const action = getterOf<string>(holder, 'action');
  const NativeFormData = win.FormData;
  const hold = (
    native: (...args: unknown[]) => unknown,
    self: unknown,
    args: unknown[],
  ): unknown => {
    if (!guarded.now || !(self instanceof win.HTMLFormElement)) return apply(native, self, args);
    putBody(spool, action?.(self) ?? '', new NativeFormData(self));
    return undefined;
  };
  replaceMethod(holder, 'submit', hold);
  replaceMethod(holder, 'requestSubmit', hold);
  return guarded;
}
