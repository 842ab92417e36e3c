import { describe, expect, it } from 'vitest';
import type { Capture, RecorderState } from '../protocol/recorders';
import { compareSetups } from './compare-setups';
import { coverageOf } from './coverage';
import { fidelityOf } from './fidelity';
import { coverageMatrix } from './matrix';
import { runMaskingRules } from './registry';
import { artifacts, frame, POSTHOG, predict, sighting } from './test-artifacts';

const SETUPS: readonly RecorderState[] = [
  { ...POSTHOG, setup: { id: 'posthog', label: 'as it runs' } },
  {
    ...POSTHOG,
    detected: false,
    optionSource: 'entered',
    setup: { id: 'posthog.2', label: 'set 2' },
  },
];

const both = (first: Capture, second: Capture) => [
  { ...predict(first), setup: 'posthog' },
  { ...predict(second), setup: 'posthog.2' },
];

const evidence = artifacts(
  [
    frame(
      [
        sighting({ template: 'li', predictions: both('plain', 'masked') }),
        sighting({ template: 'li', predictions: both('plain', 'plain') }),
        sighting({ template: '#mail', predictions: both('plain', 'length-only') }),
        sighting({ template: 'h1', predictions: both('masked', 'unknown') }),
        sighting({ template: '#tel', pii: 'phone', predictions: both('masked', 'absent') }),
      ],
      {
        fidelity: [
          { recorder: 'posthog', setup: 'posthog', controls: 9, hidden: 0, examples: [] },
          {
            recorder: 'posthog',
            setup: 'posthog.2',
            controls: 9,
            hidden: 4,
            examples: [{ selector: 'a', template: 'a', channel: 'text', places: 4 }],
          },
        ],
      },
    ),
  ],
  { recorders: SETUPS },
);

describe('two option sets of one recorder', () => {
  it('are compared value by value: what is laid bare does not cancel what is covered', () => {
    expect(compareSetups(evidence)).toEqual([
      {
        first: 'posthog',
        second: 'posthog.2',
        classes: [
          {
            pii: 'email',
            removed: { values: 2, fields: 1 },
            added: { values: 1, fields: 1 },
            kept: { values: 1, fields: 1 },
          },
        ],
      },
    ]);
  });

  it('are not compared where there is one', () => {
    expect(compareSetups(artifacts([frame([sighting()])]))).toEqual([]);
  });

  it('have a coverage, a column of the matrix and a cost each', () => {
    const { byRecorder } = coverageOf(evidence);
    expect(byRecorder.posthog).toMatchObject({ personal: 5, covered: 2 });
    expect(byRecorder['posthog.2']).toMatchObject({ personal: 5, covered: 3 });
    const cells = coverageMatrix(evidence).filter(({ pii }) => pii === 'email');
    expect(cells.map(({ setup, coveredValues }) => [setup, coveredValues])).toEqual([
      ['posthog', 1],
      ['posthog.2', 2],
    ]);
    expect(fidelityOf(evidence)['posthog.2']).toEqual({ controls: 9, hidden: 4 });
  });

  it('have findings of their own, which name them', () => {
    const findings = runMaskingRules(evidence);
    const [bare] = findings.filter(
      ({ template, outcome }) => template === 'h1' && outcome !== 'pass',
    );
    expect(bare).toMatchObject({ recorder: 'posthog', setup: 'posthog.2' });
    expect(bare?.text.params).toContain('PostHog (set 2)');
    expect(findings.find(({ rule }) => rule === 'over-masked')).toMatchObject({
      setup: 'posthog.2',
    });
    const ids = findings.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const assumed = findings.filter(({ rule }) => rule === 'options-assumed');
    expect(assumed.map(({ setup, outcome }) => [setup, outcome])).toEqual([
      ['posthog', 'pass'],
      ['posthog.2', 'needs-review'],
    ]);
  });

  it('leave the findings of the first as they are without the second', () => {
    const alone = artifacts([frame([sighting({ predictions: [predict('plain')] })])]);
    const [before] = runMaskingRules(alone);
    const beside = artifacts([frame([sighting({ predictions: both('plain', 'masked') })])], {
      recorders: SETUPS,
    });
    const [after] = runMaskingRules(beside);
    expect(after?.id).toBe(before?.id);
  });
});
