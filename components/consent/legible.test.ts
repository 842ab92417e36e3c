import { expect, it } from 'vitest';
import { findingsOf } from '../../lib/consent/testing/judge';
import { banner, control, scenario, step, walkOf } from '../../lib/consent/testing/walk';
import { DEFAULT_THRESHOLDS } from '../../lib/consent/walk-policy';
import { missedContrast } from './legible';

const SIZES = [
  { fontPx: 12, fontWeight: 400 },
  { fontPx: 18.66, fontWeight: 600 },
  { fontPx: 18.66, fontWeight: 700 },
  { fontPx: 23.9, fontWeight: 400 },
  { fontPx: 24, fontWeight: 400 },
];
const POLICIES = [DEFAULT_THRESHOLDS, { ...DEFAULT_THRESHOLDS, textContrast: 7 }];

it('marks in the table what the rule fails, and nothing else', () => {
  for (const thresholds of POLICIES) {
    for (const size of SIZES) {
      for (const textContrast of [2.9, 3, 4.4, 4.5, 6.9, 7, null]) {
        const reject = control('reject', { ...size, textContrast });
        const met = step('before', [], { banner: banner({ controls: [reject] }) });
        const walk = walkOf([scenario('reject', [met])]);
        const [finding] = findingsOf('reject-legible', walk, { thresholds });
        const said = JSON.stringify({ ...size, textContrast });
        const missed = missedContrast(reject, thresholds);
        expect(missed !== null, said).toBe(finding?.outcome === 'fail');
        if (missed !== null) expect(finding?.text.params, said).toContain(missed);
      }
    }
  }
});
