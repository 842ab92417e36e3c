import type { RecorderId } from '../../lib/protocol/recorders';
import type { WalkRequest } from '../../lib/protocol/walk/step';
import { recorderName } from '../../lib/recorders/names';

/** Requests of one step that went to one owner. */
export interface OwnerRow {
  /** Empty: nobody knows who owns the host. */
  readonly owner: string;
  readonly hosts: readonly string[];
  readonly party: WalkRequest['party'];
  readonly count: number;
  readonly recordings: number;
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly first: number;
}

/** Who got how much, what is most first; recordings before anything else. */
export function requestsByOwner(
  requests: readonly WalkRequest[],
  only: RecorderId | null,
): OwnerRow[] {
  const rows = new Map<string, OwnerRow>();
  for (const request of requests) {
    if (only !== null && request.recorder !== only) continue;
    const host = hostOf(request.url);
    const owner = request.recorder === null ? request.owner : recorderName(request.recorder);
    const key = owner === '' ? host : owner;
    const known = rows.get(key);
    const isRecording = request.purpose === 'ingest' || request.payload === 'recording';
    rows.set(key, {
      owner,
      hosts: [...new Set([...(known?.hosts ?? []), host])],
      party: request.party,
      count: (known?.count ?? 0) + 1,
      recordings: (known?.recordings ?? 0) + (isRecording ? 1 : 0),
      bytes: (known?.bytes ?? 0) + (request.bytes ?? 0),
      first: Math.min(known?.first ?? Infinity, request.t),
    });
  }
  return [...rows.values()].sort((a, b) => b.recordings - a.recordings || b.count - a.count);
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
