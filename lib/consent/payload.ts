import type { WalkRequest } from '../protocol/walk/step';
import { readBody } from '../wire/decode/read-body';

export type Payload = WalkRequest['payload'];

/** Enough to tell what a body is. */
const LIMITS = { depth: 3, size: 4_000_000, layers: 400 };

/** What a body is: a recording in whatever packing, or the form that it has. */
export function payloadOf(body: Uint8Array, contentType: string, contentEncoding = ''): Payload {
  if (body.length === 0) return 'none';
  let isRecording = false;
  readBody(
    body,
    ({ text }) => {
      isRecording ||= RECORDING.some((mark) => mark.test(text));
    },
    { contentEncoding },
    LIMITS,
  );
  if (isRecording) return 'recording';
  if (/json/i.test(contentType)) return 'json';
  if (/form/i.test(contentType)) return 'form';
  return isText(body) ? formOf(body) : 'binary';
}

/**
 * Events as rrweb writes them (its `eventWithTime`): a type, data, and a time in milliseconds. A full
 * snapshot has a node, an incremental one a source.
 */
const RECORDING = [
  /"type"\s*:\s*3\s*,\s*"data"\s*:\s*\{\s*"source"\s*:\s*\d/,
  /"type"\s*:\s*2\s*,\s*"data"\s*:\s*\{\s*"node"\s*:/,
  /"type"\s*:\s*4\s*,\s*"data"\s*:\s*\{\s*"href"\s*:/,
  /"\$snapshot(_data)?"/,
];

function formOf(body: Uint8Array): Payload {
  const start = String.fromCharCode(...body.subarray(0, 40)).trim();
  if (/^[[{]/.test(start)) return 'json';
  return /^[\w$.%-]+=/.test(start) ? 'form' : 'text';
}

function isText(body: Uint8Array): boolean {
  const start = body.subarray(0, 512);
  return !start.some((byte) => byte < 9 || (byte > 13 && byte < 32));
}
