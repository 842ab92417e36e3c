import type { PiiClass } from '../../protocol/pii-classes';
import { redactUrl } from '../../report/redact-url';
import { OPAQUE, type Step } from '../decode/contract';
import { readBody } from '../decode/read-body';
import { parseJson } from './json';
import { look } from './look';
import type { AutopsyChannel } from './report-schema';
import type { Timeline } from './timeline';
import type { Spot, Walker } from './walk';

/** A request, as a HAR or a watcher of traffic has it. */
export interface Sent {
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | Uint8Array;
  readonly time: number | null;
}

/** Looks for personal data in one request; its host stands for the recording. */
export function readSent(sent: Sent, file: string, walker: Walker, timeline: Timeline): void {
  const { url, headers, body, time } = sent;
  const host = URL.canParse(url) ? new URL(url).host : '';
  walker.events++;
  walker.recordings.add([file, host].join('\n'));
  const where = redactUrl(url).slice(0, 200);
  const spot: Spot = { ...ROOT, file, recording: host, time, where };
  see(url, 'request-url', spot, timeline);
  for (const [name, value] of headers) {
    if (!TELLS_NOTHING.test(name)) seeHeader(name, value, spot, timeline);
  }
  readPosted(body, headers, spot, walker, timeline);
}

const ROOT = { window: '', channel: 'request-body', depth: 0 } as const;

/** What browsers say of themselves and of the way; the site's own address is nobody's. */
const TELLS_NOTHING =
  /^(?::.*|host|origin|connection|user-agent|accept(?:-.*)?|sec-.*|content-(?:length|type|encoding))$/i;

/** Cookies are told by their names; values may be packed as any others. */
function seeHeader(name: string, value: string, spot: Spot, timeline: Timeline): void {
  const isCookie = /^cookie$/i.test(name);
  for (const part of isCookie ? value.split(';') : [value]) {
    const [key = '', ...rest] = part.split('=');
    const where = isCookie ? `${name}: ${key.trim()}` : name;
    const said = isCookie ? rest.join('=') : part;
    const place: Spot = { ...spot, channel: 'request-header', where: where.slice(0, 60) };
    const seen = new Set<PiiClass>();
    readBody(said.trim(), ({ text }) => {
      for (const pii of look(text, 'any')) seen.add(pii);
    });
    for (const pii of seen) timeline.add(pii, place);
  }
}

function see(text: string, channel: AutopsyChannel, spot: Spot, timeline: Timeline): void {
  for (const pii of look(text, 'any')) timeline.add(pii, { ...spot, channel });
}

/** Steps that JSON takes by itself: what they give was walked with the JSON around it. */
const WALKED: ReadonlySet<Step> = new Set(['json', 'percent', 'html']);

function readPosted(
  body: string | Uint8Array,
  headers: Sent['headers'],
  spot: Spot,
  walker: Walker,
  timeline: Timeline,
): void {
  const walked = new Set<string>();
  const contentEncoding = headers.find(([name]) => /^content-encoding$/i.test(name))?.[1] ?? '';
  const opaque = readBody(
    body,
    (layer) => {
      const last = layer.path.at(-1);
      const above = layer.path.slice(0, -1).join(' ');
      const isWalked = last !== undefined && WALKED.has(last) && walked.has(above);
      const value = isWalked ? undefined : parseJson(layer.text);
      if (isWalked || value !== undefined) walked.add(layer.path.join(' '));
      if (value !== undefined) walker.walk(value, spot);
      else if (!isWalked) see(layer.text, 'request-body', spot, timeline);
    },
    { contentEncoding },
  );
  for (const kind of OPAQUE) {
    if (opaque[kind] !== undefined) walker.count(kind, opaque[kind]);
  }
}
