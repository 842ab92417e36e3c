import type { ScanRequest } from '../../protocol/scan-request';
import { judgeBy, type RuleTable } from '../../recorders/judging';
import { scanFrame } from './index';

/**
 * Scans the page from its own world, for a look without a grant: closed shadow roots stay shut, and
 * the page could tamper with what is found. Its evidence is JSON text, the form in which DevTools
 * hands it over.
 */
export async function scanWithoutGrant(request: ScanRequest, rules: RuleTable): Promise<string> {
  const evidence = await scanFrame(document, request, {
    closedShadowRoot: null,
    judgeAt: (state) => judgeBy(rules, state),
    now: () => performance.now(),
    yieldToPage: () => new Promise((resolve) => setTimeout(resolve, 0)),
  });
  return JSON.stringify(evidence);
}
