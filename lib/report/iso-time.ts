/** ISO 8601 in UTC of milliseconds since the epoch; what lies outside the years 1970 to 9999 is moved to their edge. */
export const isoTime = (ms: number): string =>
  new Date(Math.min(Math.max(ms, 0), LAST)).toISOString();

/** The last moment that ISO 8601 writes with four digits of the year. */
const LAST = Date.UTC(10_000, 0) - 1;
