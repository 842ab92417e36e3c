import type { Page } from 'playwright/test';

/** How a page is audited inside a test. */
export interface AuditOptions {
  /** Names of recorders, whether they are on the page or not; those on the page where it is left out. */
  readonly recorders?: readonly string[];
  /** The vendors' own init options by recorder: `{ sentry: { maskAllText: false } }`. */
  readonly recorderOptions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Path of an exceptions file; `hushmap.exceptions.json` of the working directory if there is one. */
  readonly exceptions?: string;
  /** What the page is showing, for the matrix of the run: `payment form, filled in`. */
  readonly state?: string;
}

export interface AuditFinding {
  readonly id: string;
  readonly rule: string;
  readonly outcome: 'pass' | 'fail' | 'needs-review';
  readonly severity: string;
  readonly recorder: string | null;
  readonly channel: string | null;
  readonly target: { readonly frame: number; readonly selector: string };
  /** A sentence without any value of the page. */
  readonly text: string;
  readonly fix: { readonly kind: string; readonly text: string; readonly effect: string } | null;
}

/** How many values and fields of a class a recorder would leave covered. */
export interface CoverageCell {
  readonly pii: string;
  readonly recorder: string;
  readonly values: number;
  readonly coveredValues: number;
  readonly fields: number;
  readonly coveredFields: number;
}

/** The outcome of an audit, of the form that `hushmap audit --format json` writes. No raw value is in it. */
export interface PageAudit {
  readonly url: string;
  readonly title: string;
  readonly state: string;
  readonly verdict: 'clear' | 'blocked' | 'needs-proof';
  readonly headline: string;
  readonly nextStep: string;
  readonly findings: readonly AuditFinding[];
  readonly coverage: { readonly matrix: readonly CoverageCell[] };
}

/**
 * Audits the page as it stands now. The outcome is attached to the running test, for the reporter.
 *
 * @throws Error where the page can't be read, or an option is wrong. Chromium only.
 */
export type Audit = (page: Page, options?: AuditOptions) => Promise<PageAudit>;
