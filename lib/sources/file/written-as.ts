import type { Written } from './reader';

/** A spreadsheet calls its CSV files by another type, so the name counts too. */
export function writtenAs(input: string | Blob): Written {
  if (typeof input === 'string') return 'json';
  const isNamed = input instanceof File && /\.csv$/i.test(input.name);
  return isNamed || /^text\/csv\b/i.test(input.type) ? 'csv' : 'json';
}
