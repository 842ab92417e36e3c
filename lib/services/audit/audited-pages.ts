import type { AuditResult } from '../../protocol/findings';

/** Pages and open findings that are kept of one origin; session storage holds 10 MB in all. */
export const KEPT = { pages: 100, findings: 2_000 } as const;

/**
 * The audited pages of an origin with one more, the last one first: a page that was audited before is
 * replaced. Of each page what a patch needs is kept: its recorders, and the findings of masking that
 * did not pass. What is over the limits is left out, the oldest pages first.
 */
export function withPage(pages: readonly AuditResult[], page: AuditResult): AuditResult[] {
  const kept = [forPatch(page), ...pages.filter(({ url }) => url !== page.url)];
  let findings = 0;
  return kept.filter((each, index) => {
    findings += each.findings.length;
    return index === 0 || (index < KEPT.pages && findings <= KEPT.findings);
  });
}

function forPatch(page: AuditResult): AuditResult {
  const open = page.findings.filter(
    ({ half, outcome }) => half === 'masking' && outcome !== 'pass',
  );
  const { comparison: _, ...rest } = page;
  return {
    ...rest,
    frames: [],
    coverage: { ...page.coverage, matrix: [], fidelity: {} },
    findings: open.slice(0, KEPT.findings).map((finding) => ({ ...finding, why: [] })),
    timeline: { ...page.timeline, events: [] },
  };
}
