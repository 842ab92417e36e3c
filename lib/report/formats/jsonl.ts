import type { Judged, ReportFormat } from './contract';

/** A line per finding, and one for each page that was not reached. */
export const jsonl: ReportFormat<Judged> = {
  extension: 'jsonl',
  head: () => '',
  page: ({ url, audit, reason }) =>
    audit
      ? audit.findings.map((finding) => `${JSON.stringify({ url, ...finding })}\n`).join('')
      : `${JSON.stringify({ url, notReached: reason })}\n`,
  tail: () => '',
};
