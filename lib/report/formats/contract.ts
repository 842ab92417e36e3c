import type { AuditFile } from '../audit-file-schema';

/** One page of a run: its audit, or why there is none. */
export interface PageReport {
  /** Redacted. */
  readonly url: string;
  readonly audit: AuditFile | null;
  /** Why the page was not reached; empty where it was. */
  readonly reason: string;
}

/** A report is written page by page, so that a thousand of them need no more memory than one. */
export interface ReportFormat {
  readonly extension: string;
  head(pages: number): string;
  page(report: PageReport, index: number): string;
  tail(): string;
}

/** Findings that stand in the way, most severe first. */
export function openFindings(audit: AuditFile): AuditFile['findings'] {
  const rank = ['critical', 'high', 'medium', 'low'];
  return audit.findings
    .filter(({ outcome, resolution, exception }) => {
      const isCovered = exception !== null && exception.void === null;
      const isAccepted = resolution?.answer === 'accepted';
      return outcome !== 'pass' && !isCovered && !isAccepted;
    })
    .sort(
      (a, b) =>
        Number(a.outcome !== 'fail') - Number(b.outcome !== 'fail') ||
        rank.indexOf(a.severity) - rank.indexOf(b.severity),
    );
}
