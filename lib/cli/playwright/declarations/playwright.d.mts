import type { Expect, Page } from 'playwright/test';
import type { Audit, AuditOptions } from './types.mjs';

export type { AuditFinding, AuditOptions, CoverageCell, PageAudit } from './types.mjs';

export declare const audit: Audit;

/** For an `expect` of your own: `baseExpect.extend(matchers)`. */
export declare const matchers: {
  toBeClear(
    page: Page,
    options?: AuditOptions,
  ): Promise<{ pass: boolean; name: string; message: () => string }>;
};

/** Playwright's `expect` with `toBeClear`. */
export declare const expect: Expect<typeof matchers>;
