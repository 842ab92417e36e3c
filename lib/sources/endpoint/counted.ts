import type { Counted, CountedQuery } from '../contract';
import type { AnswerFacts } from '../file';
import { wholeWidths } from '../widths';

/** What an endpoint is asked for: the widths, and the device beside them. */
export const asAsked = ({ band, filters }: CountedQuery): Counted => ({
  widths: wholeWidths(band),
  device: filters.device,
});

/** Whose clicks an answer counts: as it was asked for, unless it says that it could not. */
export function countedIn({ widths, remarks }: AnswerFacts, query: CountedQuery): Counted {
  const asked = asAsked(query);
  const told = widths === undefined ? asked.widths : wholeWidths(widths);
  return {
    widths: remarks?.allWidths ? null : told,
    device: remarks?.allDevices ? 'all' : asked.device,
  };
}
