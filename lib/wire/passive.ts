import type { AutopsyReport } from './autopsy/report-schema';
import { readSent } from './autopsy/sent';
import { type Place, Timeline } from './autopsy/timeline';
import { Walker } from './autopsy/walk';
import type { WireRequest } from './contract';
import type { Opaque } from './decode/contract';

/** What personal data a page sends by itself, with nothing planted. Holds no value. */
export interface PassiveReport {
  readonly sightings: readonly PassiveSighting[];
  /** Sightings that did not fit. */
  readonly more: number;
  readonly requests: number;
  /** Bytes that could not be read, by reason; `unseen`: that the watcher did not get. */
  readonly opaque: Opaque & { readonly unseen: number };
}

export type PassiveSighting = Omit<AutopsyReport['timeline'][number], 'recording' | 'file'> & {
  /** Host that got it. */
  readonly receiver: Place['recording'];
};

/**
 * Watches traffic and says which classes of personal data reach which receiver. Classes come from
 * recognisers, so this is a hint where a canary is a proof: a value that no form tells is not seen.
 */
export function openPassive() {
  const timeline = new Timeline();
  const walker = new Walker(timeline, true);
  let requests = 0;
  let unseen = 0;
  return {
    /** @param time in milliseconds since 1970. */
    read(request: WireRequest, time: number | null): void {
      requests++;
      unseen += request.unseen ?? 0;
      const headers = Object.entries(request.headers ?? {});
      readSent({ url: request.url, headers, body: request.body ?? '', time }, '', walker, timeline);
    },
    report(): PassiveReport {
      const { timeline: rows, more } = timeline.report();
      const sightings = rows.map(({ recording: receiver, file: _, ...row }) => ({
        ...row,
        receiver,
      }));
      return { sightings, more, requests, opaque: { ...walker.opaque, unseen } };
    },
  };
}
