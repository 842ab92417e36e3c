export { formatCount, formatShare } from '../../lib/core/numbers';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const numbers = new Intl.NumberFormat();
const ages = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' });
const dates = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const dayNumbers = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const clocks = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const moments = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** `2 hr. ago`; the largest unit that fits. `now` is milliseconds since the epoch. */
export function formatAge(then: number, now: number): string {
  const past = then - now;
  const size = Math.abs(past);
  if (size < HOUR) return ages.format(Math.round(past / MINUTE), 'minute');
  if (size < DAY) return ages.format(Math.round(past / HOUR), 'hour');
  return ages.format(Math.round(past / DAY), 'day');
}

export const formatDate = (time: number): string => dates.format(time);
/** Time of day, to the second: for what happened in this visit. */
export const formatClock = (time: number): string => clocks.format(time);
export const formatMoment = (time: number): string => moments.format(time);

/** A whole day of the data (`2026-11-01`), read as a calendar day and not as a moment. */
export const formatDay = (day: string): string => dayNumbers.format(calendarDay(day));

/** The same with its year, for what may lie far ahead or behind. */
export const formatCalendarDay = (day: string): string => dates.format(calendarDay(day));

function calendarDay(day: string): Date {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year ?? 0, (month ?? 1) - 1, date ?? 1);
}

/** Seconds since the page began: `0.4 s`. */
export function formatOffset(ms: number): string {
  const seconds = ms / 1000;
  const digits = Math.abs(seconds) < 10 ? 2 : 1;
  return `${new Intl.NumberFormat(undefined, { maximumFractionDigits: digits }).format(seconds)} s`;
}

export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${numbers.format(bytes)} B`;
  if (bytes < 1_048_576) return `${numbers.format(Math.round(bytes / 1024))} kB`;
  return `${numbers.format(Math.round(bytes / 104_857.6) / 10)} MB`;
}

/** Scheme and trailing slash left out, for a line that has little room. */
export const shortUrl = (url: string): string => url.replace(/^https?:\/\//, '').replace(/\/$/, '');
