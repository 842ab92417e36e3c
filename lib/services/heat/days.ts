/** The last `days` whole days up to and including today, in UTC, as `2026-11-01`. */
export function lastDays(
  days: number,
  now: number,
): { readonly from: string; readonly to: string } {
  return { from: dayOf(now - (days - 1) * DAY_MS), to: dayOf(now) };
}

const DAY_MS = 86_400_000;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
