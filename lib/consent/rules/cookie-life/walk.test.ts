import { describe, expect, it } from 'vitest';
import { tellsOf } from '../../testing/judge';
import { cookie, scenario, step, walkOf } from '../../testing/walk';

const { vantage } = walkOf([]);
const limited = { vantage: { ...vantage, limits: ['http-only-cookies' as const] } };

const walk = (cookies: ReturnType<typeof cookie>[], more = {}) =>
  walkOf([scenario('accept', [step('after', [], { cookies })])], more);

describe('the life of cookies without the permission for cookies', () => {
  it('is not known: a page tells names alone', () => {
    const names = [cookie('_ga', { days: null })];
    expect(tellsOf('cookie-life', walk(names))).toEqual([
      'pass: 1 cookie for analytics lives 0 days, with 397 allowed.',
    ]);
    const unknown = [
      "needs-review: How long cookies live could not be read: the browser's permission for cookies is missing. Allow it when the walk begins, and walk again.",
    ];
    expect(tellsOf('cookie-life', walk(names, limited))).toEqual(unknown);
    expect(tellsOf('cookie-life', walk([], limited))).toEqual(unknown);
  });
});
