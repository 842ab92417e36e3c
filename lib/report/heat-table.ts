import { roundCount } from '../heatmap/rounding';
import type { HeatState } from '../protocol/heat';
import { areaName } from './area-name';

/**
 * The numbers beside the heat as CSV (RFC 4180): a row an element, or a row a band, and in each row
 * whose data it is. It holds what the screen holds: anonymous, rounded, labels redacted.
 */
export function heatTable({ summary, elements, zones }: HeatState): string {
  if (summary === null) return '';
  const { provenance, map, k, bands } = summary;
  const about = [
    provenance.page,
    map,
    provenance.from,
    provenance.to,
    provenance.kind === 'sample' ? 'sample' : provenance.sourceName,
    provenance.unit,
    k,
    areaName(zones) ?? '',
  ];
  if (bands !== null) {
    const rows = bands.bands.map(({ top, bottom, value, people }) => [
      top,
      bottom,
      bands.depth,
      Math.round(value),
      roundCount(people),
      ...about,
    ]);
    return csv([['top', 'bottom', 'depth in', bands.measure, 'people', ...ABOUT], ...rows]);
  }
  const rows = elements.map(({ label, role, count, share, margin }, i) => [
    i + 1,
    label,
    role,
    count,
    share.toFixed(4),
    margin === null ? '' : margin.toFixed(4),
    ...about,
  ]);
  return csv([['rank', 'element', 'role', 'count', 'share', 'margin of 95 %', ...ABOUT], ...rows]);
}

const ABOUT = ['page', 'map', 'from', 'to', 'source', 'counted in', 'k', 'area'];

type Field = string | number;

const csv = (rows: readonly (readonly Field[])[]): string =>
  rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe before it: a label is the
 * page's own words (owasp.org/www-community/attacks/CSV_Injection).
 */
function quoted(field: Field): string {
  if (typeof field === 'number') return String(field);
  const safe = /^[=+\-@\t\r]/.test(field) && !/^-?[\d.]+$/.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
