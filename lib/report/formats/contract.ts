import type { AuditFile, AuditFileFinding } from '../audit-file-schema';

/** What every file of ours says of a page: the outcome in words, and the findings behind it. */
export interface Judged {
  readonly headline: string;
  readonly nextStep: string;
  readonly findings: readonly AuditFileFinding[];
}

/** One page of a run: its audit, or why there is none. */
export interface PageReport<Audit extends Judged = AuditFile> {
  /** Redacted. */
  readonly url: string;
  readonly audit: Audit | null;
  /** Why the page was not reached; empty where it was. */
  readonly reason: string;
}

/** A report is written page by page, so that a thousand of them need no more memory than one. */
export interface ReportFormat<Audit extends Judged = AuditFile> {
  readonly extension: string;
  head(pages: number): string;
  page(report: PageReport<Audit>, index: number): string;
  tail(): string;
}

/** Findings that stand in the way, most severe first. */
export function openFindings(audit: Pick<Judged, 'findings'>): AuditFileFinding[] {
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
