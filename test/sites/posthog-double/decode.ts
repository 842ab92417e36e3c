import { constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** One rrweb event, as far as the double cares. */
export interface RecordedEvent {
  readonly type: number;
  readonly data: unknown;
  readonly timestamp: number;
}

/**
 * Turns what posthog-js posts to `/s/` back into plain rrweb events. A body is (gzipped) JSON of one
 * capture or several; each carries `properties.$snapshot_data`, whose large events are packed once
 * more: `cv` marks full snapshots and mutations whose parts are gzip in a latin-1 string.
 *
 * @throws SyntaxError where the body is not JSON after unpacking.
 */
export function decodeRecording(body: Uint8Array): RecordedEvent[] {
  return capturesOf(decodeBody(body)).flatMap((capture) => {
    const packed = capture.properties?.$snapshot_data;
    return Array.isArray(packed) ? packed.filter(isEvent).map(unpackEvent) : [];
  });
}

/**
 * The JSON of any capture body: plain, gzip, zlib, or the form `data=<base64>` of old transports.
 *
 * @throws SyntaxError where it is none of these.
 */
export function decodeBody(body: Uint8Array): unknown {
  const text = unpackText(body);
  if (!text.startsWith('data=')) return JSON.parse(text);
  const encoded = new URLSearchParams(text).get('data') ?? '';
  return JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
}

interface Capture {
  readonly properties?: { readonly $snapshot_data?: unknown };
}

/** One capture, an array of them, or `{ api_key, batch }`. */
function capturesOf(decoded: unknown): readonly Capture[] {
  if (Array.isArray(decoded)) return decoded.filter(isObject);
  if (!isObject(decoded)) return [];
  return 'batch' in decoded && Array.isArray(decoded.batch)
    ? decoded.batch.filter(isObject)
    : [decoded];
}

const isObject = (entry: unknown): entry is Readonly<Record<string, unknown>> & Capture =>
  typeof entry === 'object' && entry !== null && !Array.isArray(entry);

const isEvent = (entry: unknown): entry is RecordedEvent & { readonly cv?: string } =>
  typeof entry === 'object' && entry !== null && 'type' in entry;

const FULL_SNAPSHOT = 2;
const INCREMENTAL = 3;
const PACKED_PARTS = ['texts', 'attributes', 'removes', 'adds'] as const;

function unpackEvent(event: RecordedEvent & { readonly cv?: string }): RecordedEvent {
  if (event.cv === undefined) return event;
  if (event.type === FULL_SNAPSHOT) return { ...event, data: unpackPart(event.data) };
  if (event.type !== INCREMENTAL || typeof event.data !== 'object' || event.data === null) {
    return event;
  }
  const data: Record<string, unknown> = { ...event.data };
  for (const part of PACKED_PARTS) if (part in data) data[part] = unpackPart(data[part]);
  return { ...event, data };
}

function unpackPart(part: unknown): unknown {
  if (typeof part !== 'string') return part;
  return JSON.parse(unpackText(Buffer.from(part, 'latin1')));
}

// A stream that was cut by `pagehide` has no final block: Z_SYNC_FLUSH gives what has arrived.
const PARTIAL = { finishFlush: constants.Z_SYNC_FLUSH };

function unpackText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  if (buffer[0] === 0x1f && buffer[1] === 0x8b) return gunzipSync(buffer, PARTIAL).toString('utf8');
  const text = buffer.toString('utf8');
  if (/^\s*(?:[[{"]|data=)/.test(text)) return text;
  try {
    return inflateSync(buffer, PARTIAL).toString('utf8');
  } catch {
    return inflateRawSync(buffer, PARTIAL).toString('utf8');
  }
}
