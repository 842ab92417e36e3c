import { gunzipSync } from 'node:zlib';
import type { Recording } from '../driver';
import { type RecordedEvent, readSnapshot, recordedIds } from '../recording';
import type { IntakeBody } from './loopback';

/** What Highlight and LaunchDarkly send: GraphQL calls, whose recordings are gzip in base64. */
interface Call {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Payload {
  readonly events: { readonly events: readonly RecordedEvent[] };
}

/** What the back end says to a call; it starts every session. */
export const backend = (): unknown => ({
  data: { initializeSession: { secure_id: 'contract', project_id: '1' } },
});

/** The recording, and beside it every call and whatever else was posted. */
export function readPayloads(bodies: readonly IntakeBody[]): Recording {
  const payloads = payloadsOf(bodies);
  const events = payloads.flatMap(({ events: { events } }) => events);
  const snapshot = readSnapshot(events);
  const others = bodies
    .filter((body) => dataOf(body) === null)
    .map(({ body }) => inflated(body).toString('utf8'));
  const beside = payloads.map((payload) => JSON.stringify({ ...payload, events: null }));
  return { payload: JSON.stringify(events), snapshot, beside: [...others, ...beside].join('\n') };
}

/** Whether all of these nodes have arrived, and an event that holds `last`. */
export function isComplete(
  bodies: readonly IntakeBody[],
  nodes: readonly number[],
  last: string,
): boolean {
  const events = payloadsOf(bodies).flatMap(({ events: { events } }) => events);
  const known = recordedIds(events);
  return JSON.stringify(events).includes(last) && nodes.every((id) => known.has(id));
}

const payloadsOf = (bodies: readonly IntakeBody[]): Payload[] =>
  bodies
    .map(dataOf)
    .filter((data) => data !== null)
    .map((data) => JSON.parse(gunzipSync(Buffer.from(data, 'base64')).toString('utf8')));

/** The packed part of a call; null: it is another call, or no call at all. */
function dataOf({ body, contentType }: IntakeBody): string | null {
  if (!contentType.includes('json') || body[0] !== '{'.charCodeAt(0)) return null;
  const { variables }: Partial<Call> = JSON.parse(body.toString('utf8'));
  return typeof variables?.data === 'string' ? variables.data : null;
}

const inflated = (body: Buffer): Buffer => (body[0] === GZIP ? gunzipSync(body) : body);

/** First byte of every gzip stream. */
const GZIP = 0x1f;
