import { apply, construct, getterOf, isArray, ownValue } from '../../probe/main/natives';
import type { Spool } from './spool';

/** Puts a body into the spool, in whatever form a page may send it. */
export function putBody(spool: Spool, url: string, body: unknown): void {
  if (spool.isStopped()) return;
  if (body === undefined || body === null) spool.text(url, null);
  else if (typeof body === 'object') putObject(spool, url, body);
  else spool.text(url, `${body}`);
}

function putObject(spool: Spool, url: string, body: object): void {
  const bytes = bytesOf(body);
  if (bytes !== null) spool.bytes(url, bytes);
  else if (isOf(body, URLSearchParams)) spool.text(url, paramsText(body));
  else if (isOf(body, Blob) || isOf(body, FormData)) spool.later(url, readLater(body));
  // A stream can be read once, and that is for whom it is meant.
  else spool.unread(url);
}

/** The body of a request that was made beforehand; its copy is read, the request itself is not. */
export function putRequest(spool: Spool, url: string, request: object): void {
  if (spool.isStopped()) return;
  const stream = requestBody?.(request);
  if (stream === null || stream === undefined) spool.text(url, null);
  else spool.later(url, textOf(apply(cloneRequest, request, []), readRequest));
}

/** Everything written in a message between threads: its texts, and its bytes with one character each. */
export function messageText(value: unknown): string {
  const seen = new WeakSet<object>();
  let left = MOST_NODES;
  const walk = (node: unknown, depth: number): string => {
    if (left-- <= 0 || depth > MOST_DEPTH) return '';
    if (typeof node === 'string' || typeof node === 'number') return `${node}\n`;
    if (typeof node !== 'object' || node === null || apply(hasSeen, seen, [node])) return '';
    apply(addSeen, seen, [node]);
    const bytes = bytesOf(node);
    if (bytes !== null) return `${bytes}\n`;
    let text = '';
    const names = isArray(node) ? null : ownNames(node);
    const count = names === null ? Number(ownValue(node, 'length')) : names.length;
    for (let i = 0; i < count && left > 0; i++) {
      const name = names === null ? i : (names[i] ?? '');
      if (typeof name === 'string') text += `"${name}":`;
      text += walk(ownValue(node, name), depth + 1);
    }
    return text;
  };
  return walk(value, 0);
}

const MOST_NODES = 50_000;
const MOST_DEPTH = 12;

const NativeResponse = Response;
const NativeBytes = Uint8Array;
const { fromCharCode } = String;
const ownNames = Object.keys;
const isInstance = Function.prototype[Symbol.hasInstance];
const { has: hasSeen, add: addSeen } = WeakSet.prototype;
const cloneRequest = Request.prototype.clone;
const readResponse = NativeResponse.prototype.arrayBuffer;
const readRequest = Request.prototype.arrayBuffer;
const paramsToString = URLSearchParams.prototype.toString;
const requestBody = getterOf<unknown>(Request.prototype, 'body');
const isView = ArrayBuffer.isView;
const typed = Object.getPrototypeOf(Uint8Array.prototype);
const viewBuffer = [typed, DataView.prototype].map((proto) =>
  getterOf<ArrayBuffer>(proto, 'buffer'),
);
const viewOffset = [typed, DataView.prototype].map((proto) =>
  getterOf<number>(proto, 'byteOffset'),
);
const viewLength = [typed, DataView.prototype].map((proto) =>
  getterOf<number>(proto, 'byteLength'),
);
const bufferLength = getterOf<number>(ArrayBuffer.prototype, 'byteLength');

function isOf<T>(value: object, type: abstract new (...args: never[]) => T): value is object & T {
  return apply(isInstance, type, [value]) === true;
}

const paramsText = (params: URLSearchParams): string => `${apply(paramsToString, params, [])}`;

const readLater = (body: Blob | FormData): Promise<string> =>
  textOf(construct(NativeResponse, [body]), readResponse);

/** The bytes of a body with one character each: of UTF-8 too, since readers of bodies undo that. */
async function textOf(body: unknown, read: () => Promise<ArrayBuffer>): Promise<string> {
  const buffer: unknown = await apply(read, body, []);
  return (typeof buffer === 'object' && buffer !== null ? bytesOf(buffer) : null) ?? '';
}

/** One character for each byte; null: these are no bytes. */
function bytesOf(value: object): string | null {
  if (isView(value)) {
    const kind = isOf(value, DataView) ? 1 : 0;
    const buffer = viewBuffer[kind]?.(value);
    if (!buffer) return null;
    return latin1(
      new NativeBytes(buffer, viewOffset[kind]?.(value) ?? 0, viewLength[kind]?.(value) ?? 0),
    );
  }
  try {
    bufferLength?.(value);
  } catch {
    return null;
  }
  // The getter has taken it for a buffer.
  return latin1(new NativeBytes(value as ArrayBuffer));
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const end = from + CHUNK < bytes.length ? from + CHUNK : bytes.length;
    text += apply(
      fromCharCode,
      null,
      new NativeBytes(bytes.buffer, bytes.byteOffset + from, end - from),
    );
  }
  return text;
}

const CHUNK = 8_192;
