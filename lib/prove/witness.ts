import type { ProofHit, Tap, WitnessReport } from '../protocol/proof';
import type { RecorderId } from '../protocol/recorders';
import { classifyRequest, hostsOf, type RecorderRequest } from '../recorders/endpoints';
import { redactUrl } from '../report/redact-url';
import type { WireOpaque, WireRequest } from '../wire/contract';
import { openSearch, type Sought } from '../wire/match';

/** Something that was sent, or handed to what sends, as one tap saw it. */
export interface Sent extends Omit<WireRequest, 'id' | 'isAbsence'> {
  readonly tap: Tap;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

export interface Witness {
  read(sent: Sent): void;
  report(): WitnessReport;
}

export interface WitnessOptions extends Sought {
  /** Recorders that were seen on the page: they alone claim paths that others use too. */
  readonly known: readonly RecorderId[];
  /** Hosts where addresses that others use too count as theirs: the page's own, and its proxies. */
  readonly ownHosts: readonly string[];
  /** Whatever was sent earlier is of the page without canaries. */
  readonly plantedAt: number;
}

/**
 * Looks for canaries in what is sent, and says of each who got it. What was read is forgotten; the
 * report holds no value, and addresses in redacted form.
 */
export function openWitness(options: WitnessOptions): Witness {
  const { canaries, shams, plantedAt } = options;
  const search = openSearch({ canaries, shams });
  const requests: Known[] = [];
  const read = new Map<Tap, { before: number; after: number }>();
  const recordings = new Map<RecorderId, { requests: number; last: number }>();

  return {
    read({ tap, time, ...sent }) {
      const isAbsence = time < plantedAt;
      const count = read.get(tap) ?? { before: 0, after: 0 };
      count[isAbsence ? 'before' : 'after'] += 1;
      read.set(tap, count);
      const belongs = whoseIs(sent.url, options);
      if (belongs && !isAbsence && mayCarry(belongs, sent)) {
        const before = recordings.get(belongs.recorder) ?? { requests: 0, last: 0 };
        const last = Math.max(before.last, time);
        recordings.set(belongs.recorder, { requests: before.requests + 1, last });
      }
      const id = String(requests.length);
      requests.push({ tap, time, url: redactUrl(sent.url).slice(0, 2000), belongs });
      search.read({ ...sent, id, isAbsence });
    },
    report() {
      const found = search.report();
      const hits = hitsOf(found.hits, requests);
      return {
        hits: hits.slice(0, MOST_HITS),
        more: Math.max(0, hits.length - MOST_HITS),
        opaque: opaqueOf(found.opaque, requests, plantedAt),
        requests: [...read].map(([tap, count]) => ({ tap, ...count })),
        recordings: [...recordings].map(([recorder, sum]) => ({ recorder, ...sum })),
        bytes: found.bytes,
        void: found.void,
        shams: found.shams.sought,
      };
    },
  };
}

/**
 * Whose a request is. An address that others use too (`/collect`, `/envelope/`) tells nothing by
 * itself: it counts on the page's own host and on hosts that are known to be a recorder's.
 */
function whoseIs(url: string, { known, ownHosts }: WitnessOptions): RecorderRequest | null {
  const sure = classifyRequest(url, []);
  if (sure) return sure;
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const maybe = classifyRequest(url, known);
  if (!maybe) return null;
  const hosts = [...ownHosts, ...hostsOf(maybe.recorder)];
  return hosts.some((each) => host === each || host.endsWith(`.${each}`)) ? maybe : null;
}

/**
 * Whether a request may carry a recording that was read: it is sent where recordings go, and has
 * something in it. Sentry sends errors to the same address, and its envelopes name what is in them.
 */
function mayCarry(
  { recorder, purpose }: RecorderRequest,
  { body, unseen }: Pick<Sent, 'body' | 'unseen'>,
): boolean {
  if (purpose !== 'ingest' || !body || body.length === 0 || (unseen ?? 0) > 0) return false;
  if (recorder !== 'sentry') return true;
  const head = typeof body === 'string' ? body : new TextDecoder('latin1').decode(body);
  return head.includes('replay_recording');
}

/** A recorder's first, since they decide about verdicts; then what nobody knows the receiver of. */
export const byWeight = (opaque: WitnessReport['opaque']): WitnessReport['opaque'] => {
  const rank = ({ recorder, receiver }: WitnessReport['opaque'][number]) =>
    recorder !== null ? 0 : receiver === '' ? 1 : 2;
  return opaque.toSorted((a, b) => rank(a) - rank(b) || b.bytes - a.bytes);
};

interface Known {
  readonly tap: Tap;
  readonly time: number;
  readonly url: string;
  readonly belongs: RecorderRequest | null;
}

const MOST_HITS = 5_000;
const MOST_OPAQUE = 500;

/** One line for field × way × receiver × address × tap. */
function hitsOf(
  found: ReturnType<ReturnType<typeof openSearch>['report']>['hits'],
  requests: readonly Known[],
): ProofHit[] {
  const hits = new Map<string, ProofHit>();
  for (const { field, form, hash, place, path, receiver, request } of found) {
    const known = requests[Number(request)];
    if (!known) continue;
    const { tap, time, url, belongs } = known;
    const name = [field, form, hash, place, receiver, url, tap].join('\n');
    const before = hits.get(name);
    hits.set(name, {
      key: field,
      form,
      ...(hash === undefined ? {} : { hash }),
      place,
      path: before?.path ?? path.slice(0, 30),
      receiver: receiver.slice(0, 300),
      request: url,
      time: Math.min(time, before?.time ?? time),
      tap,
      recorder: belongs?.recorder ?? null,
      purpose: belongs?.purpose ?? null,
      count: (before?.count ?? 0) + 1,
    });
  }
  return [...hits.values()];
}

/** What could not be read of what was sent after the planting. */
function opaqueOf(
  found: readonly WireOpaque[],
  requests: readonly Known[],
  plantedAt: number,
): WitnessReport['opaque'] {
  const all = new Map<string, WitnessReport['opaque'][number]>();
  for (const { receiver, request, kind, bytes } of found) {
    const known = requests[Number(request)];
    if (!known || known.time < plantedAt) continue;
    const recorder = known.belongs?.recorder ?? null;
    const name = [receiver, recorder, known.tap, kind].join('\n');
    const sum = (all.get(name)?.bytes ?? 0) + bytes;
    all.set(name, { receiver, recorder, tap: known.tap, kind, bytes: sum });
  }
  return byWeight([...all.values()]).slice(0, MOST_OPAQUE);
}
