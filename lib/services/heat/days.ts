/**
 * The last `days` whole days, in UTC, as `2026-11-01`: they end with yesterday. Today is not over, so
 * the same question a minute later would differ by the clicks of that minute, which are somebody's.
 *
 * @param back - Days that they end before that: as many again are the period before.
 */
export function lastDays(
  days: number,
  now: number,
  back = 0,
): { readonly from: string; readonly to: string } {
  const end = now - (back + 1) * DAY_MS;
  return { from: dayOf(end - (days - 1) * DAY_MS), to: dayOf(end) };
}

const DAY_MS = 86_400_000;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** A moment for a sentence: `2026-11-08 09:20`, UTC. */
export const minuteOf = (ms: number): string =>
  new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
