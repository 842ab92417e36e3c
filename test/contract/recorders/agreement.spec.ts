import { expect, test } from 'playwright/test';
import { mismatches, taken } from './compare';
import { EXCEPTIONS, isException } from './exceptions';
import { fixtureOf } from './fixtures/own';
import { record } from './harness';
import { chosenSetups, titleOf } from './setups';

/** The least number of values that the fixtures hold for a run to mean anything. */
const LEAST_VALUES = 1000;

for (const setup of chosenSetups()) {
  test(`the rules agree with ${titleOf(setup)}, canary by canary`, async ({ page }) => {
    const recording = await record(page, fixtureOf(setup.recorder), setup);
    const { rows, snapshot, payload } = recording;
    const unexplained = mismatches(rows, recording).filter((one) => !isException(one));
    expect(unexplained, 'predicted and taken differ').toEqual([]);
    expect(leaked(rows, payload), 'called covered, yet in the payload').toEqual([]);
    const captures = rows.map((row) => taken(row, recording)).filter((capture) => capture !== null);
    expect(captures.length).toBeGreaterThan(LEAST_VALUES);
    expect(captures).toContain('plain');
    expect(captures.filter((capture) => capture !== 'plain').length).toBeGreaterThan(50);
    if (snapshot) expect(snapshot.href).not.toBe('');
  });
}

test('an exception never calls a value covered', () => {
  for (const { covers } of EXCEPTIONS) {
    for (const predicted of ['masked', 'length-only', 'absent']) {
      const mismatch = {
        ...{
          where: 'iframe',
          tag: 'iframe',
          channel: 'src',
          because: '',
          value: 'https://a.test/',
        },
        ...{ predicted, taken: 'plain' },
      };
      expect(covers(mismatch)).toBe(false);
    }
  }
});

/** Canaries that the rules call covered wherever they stand, and that are in the payload anyway. */
function leaked(rows: Awaited<ReturnType<typeof record>>['rows'], payload: string): string[] {
  const covered = new Map<string, boolean>();
  for (const { value, predicted } of rows) {
    for (const [canary] of value.matchAll(/cnry[0-9a-j]{4}z/g)) {
      const isCovered = predicted === 'masked' || predicted === 'absent';
      covered.set(canary, (covered.get(canary) ?? true) && isCovered);
    }
  }
  return [...covered]
    .filter(([canary, is]) => is && payload.includes(canary))
    .map(([name]) => name);
}
