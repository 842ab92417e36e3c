/**
 * The last `days` whole days up to and including today, in UTC, as `2026-11-01`.
 *
 * @param back days that they end before today: as many again are the period before
 */
export function lastDays(
  days: number,
  now: number,
  back = 0,
): { readonly from: string; readonly to: string } {
  const end = now - back * DAY_MS;
  return { from: dayOf(end - (days - 1) * DAY_MS), to: dayOf(end) };
}

const DAY_MS = 86_400_000;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
