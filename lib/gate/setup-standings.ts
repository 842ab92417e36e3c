import type { SetupStanding } from '../protocol/comparison';
import { setupIdOf } from '../recorders/setups';
import { isBlocking, isOpen, withAnswers } from './answers';
import { decide, type Evidence, isAbout } from './decide';

/**
 * How the masking half would end for each setup by itself. Findings about no recorder, such as frames
 * that were not read, count for all of them.
 */
export function setupStandings(evidence: Evidence): SetupStanding[] {
  return evidence.recorders.map((state) => {
    const findings = withAnswers(evidence.findings, evidence.resolutions, evidence.now).filter(
      (finding) =>
        finding.half !== 'consent' && (finding.recorder === null || isAbout(finding, state)),
    );
    const { verdict } = decide({ ...evidence, findings, recorders: [state], scope: 'masking' });
    return {
      id: setupIdOf(state),
      verdict,
      blocking: findings.filter(isBlocking).length,
      review: findings.filter(isOpen).length,
    };
  });
}
