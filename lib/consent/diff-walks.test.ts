import { describe, expect, it } from 'vitest';
import { diffWalks } from './diff-walks';
import { event } from './testing/visit';
import { banner, evidenceOf, request, scenario, step, walkOf } from './testing/walk';

const walk = (...after: Parameters<typeof step>) =>
  evidenceOf(
    walkOf([
      scenario('reject', [step('before', [], { banner: banner() }), step(...after)]),
      scenario('accept', [step('before'), step('after', [event.ingest(1)])]),
    ]),
  );

describe('diffWalks', () => {
  it('tells what is new, gone and changed', () => {
    const requests = [request(1, 'https://ads.example/p', { category: 'ad', owner: 'Ads' })];
    const [good, bad] = [walk('after'), walk('after', [event.ingest(2)], { requests })];
    const worse = diffWalks(good, bad);
    expect(worse.added.map(({ id }) => id)).toContain(
      'consent:reject-honoured:page:walk-reject-request-Ads',
    );
    expect(
      worse.changed.map(({ before, after }) => [after.rule, before.outcome, after.outcome]),
    ).toContainEqual(['reject-honoured', 'needs-review', 'fail']);
    expect(worse.cells).toEqual([
      { scenario: 'reject', step: 'after', before: 'ok', after: 'fail' },
    ]);
    expect(diffWalks(bad, good).gone.map(({ id }) => id)).toEqual(worse.added.map(({ id }) => id));
  });

  it('finds nothing between a walk and itself', () => {
    expect(diffWalks(walk('after'), walk('after'))).toEqual({
      ...{ added: [], gone: [], changed: [], cells: [] },
    });
  });
});
