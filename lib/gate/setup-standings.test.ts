import { describe, expect, it } from 'vitest';
import { coverageOf } from '../masking/coverage';
import { runMaskingRules } from '../masking/registry';
import { artifacts, frame, POSTHOG, predict, sighting } from '../masking/test-artifacts';
import { setupStandings } from './setup-standings';

const SECOND = { ...POSTHOG, detected: false, optionSource: 'entered' as const };

function standings(optionsAccepted = false) {
  const evidence = artifacts(
    [
      frame([
        sighting({
          predictions: [
            { ...predict('plain'), setup: 'posthog' },
            { ...predict('masked'), setup: 'posthog.2' },
          ],
        }),
      ]),
    ],
    {
      recorders: [
        { ...POSTHOG, setup: { id: 'posthog', label: 'as it runs' } },
        { ...SECOND, setup: { id: 'posthog.2', label: 'set 2' } },
      ],
    },
  );
  const findings = runMaskingRules(evidence);
  const asked = findings.filter(({ rule }) => rule === 'options-assumed');
  return setupStandings({
    findings,
    recorders: evidence.recorders,
    coverage: coverageOf(evidence),
    partial: false,
    resolutions: (optionsAccepted ? asked : []).map(({ id }) => ({
      findingId: id,
      answer: 'accepted',
      reason: 'This is what we will run.',
      expires: 2,
    })),
    now: 1,
  });
}

describe('setupStandings', () => {
  it('judges each option set by itself, and never clears options that nobody has stated', () => {
    expect(standings()).toEqual([
      { id: 'posthog', verdict: 'blocked', blocking: 1, review: 0 },
      { id: 'posthog.2', verdict: 'needs-proof', blocking: 0, review: 1 },
    ]);
  });

  it('clears a set whose options were stated', () => {
    expect(standings(true)[1]).toMatchObject({ verdict: 'clear', review: 0 });
  });
});
