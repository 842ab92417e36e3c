import { getterOf, mapGet, mapSet, now, ownValue, slice } from './natives';
import { fetchMethod, requestUrl } from './request-url';
import type { Tape } from './tape';
import { wrapConstructor, wrapMethod } from './wrap';

/** Hears the address and the body of a request whose body is a text. */
export type HearBody = (url: string, body: string) => void;

/**
 * Witnesses of what a page's script sends: fetch, XMLHttpRequest, sendBeacon and WebSocket. A
 * request is noted when it is made, not when it ends. Bodies are measured, never read; a body that is
 * a text is shown to `hearBody`.
 */
export function tapRequests(win: Window & typeof globalThis, tape: Tape, hearBody: HearBody): void {
  const note = (via: string, method: string, url: string, bytes: number | null): void => {
    if (url === '') return;
    tape.traffic('request', now(), {
      method,
      url,
      via,
      recorder: null,
      purpose: 'other',
      bytes,
    });
  };

  wrapMethod(win, 'fetch', (_, args) => {
    const init = args.length > 1 ? args[1] : undefined;
    const url = requestUrl(args[0]);
    const body = ownValue(init, 'body');
    note('fetch', fetchMethod(args[0], init), url, sizeOf(body));
    if (typeof body === 'string') hearBody(url, body);
  });

  const opened = new WeakMap<object, unknown>();
  wrapMethod(win.XMLHttpRequest.prototype, 'open', (self, args) => {
    if (typeof self !== 'object' || self === null) return;
    const method = typeof args[0] === 'string' ? slice(args[0], 0, 20) : 'GET';
    mapSet(opened, self, { method, url: requestUrl(args[1]) });
  });
  wrapMethod(win.XMLHttpRequest.prototype, 'send', (self, args) => {
    if (typeof self !== 'object' || self === null) return;
    const request = mapGet(opened, self);
    // Only the witness of `open` writes into this map.
    const { method, url } = (request ?? NO_REQUEST) as typeof NO_REQUEST;
    const body = args.length > 0 ? args[0] : undefined;
    note('xhr', method, url, sizeOf(body));
    if (typeof body === 'string') hearBody(url, body);
  });

  wrapMethod(win.Navigator.prototype, 'sendBeacon', (_, args) => {
    const url = requestUrl(args[0]);
    const body = args.length > 1 ? args[1] : undefined;
    note('beacon', 'POST', url, sizeOf(body));
    if (typeof body === 'string') hearBody(url, body);
  });

  wrapConstructor(win, 'WebSocket', (_, args) => {
    note('websocket', 'GET', requestUrl(args[0]), null);
  });
}

const NO_REQUEST = { method: 'GET', url: '' };

const blobSize = getterOf<number>(Blob.prototype, 'size');
const bufferSize = getterOf<number>(ArrayBuffer.prototype, 'byteLength');
const viewSize = getterOf<number>(Object.getPrototypeOf(Uint8Array.prototype), 'byteLength');

/** Bytes of a body (characters, for a string); null where it would have to be read to know. */
function sizeOf(body: unknown): number | null {
  if (body === undefined || body === null) return 0;
  if (typeof body === 'string') return body.length;
  if (typeof body !== 'object') return null;
  return size(blobSize, body) ?? size(viewSize, body) ?? size(bufferSize, body);
}

function size(getter: ((self: object) => number) | null, body: object): number | null {
  if (getter === null) return null;
  try {
    return getter(body);
  } catch {
    return null;
  }
}
