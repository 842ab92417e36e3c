import { describe, expect, it } from 'vitest';
import { readAssumption } from './assumption';

describe('readAssumption', () => {
  it('takes nothing for the documented defaults', () => {
    expect(readAssumption('sentry', ' \n')).toEqual({
      assumption: { id: 'sentry', options: null },
      problem: null,
    });
  });

  it('takes the vendor’s own options as JSON', () => {
    const { assumption } = readAssumption('posthog', '{"maskAllInputs": false}');
    expect(assumption).toEqual({ id: 'posthog', options: { maskAllInputs: false } });
  });

  it.each([
    ['{ maskAllInputs: true }', 'notJson'],
    ['[1]', 'notObject'],
    ['null', 'notObject'],
    ['"x"', 'notObject'],
  ])('says what is wrong with %s', (text, problem) => {
    expect(readAssumption('posthog', text)).toEqual({ assumption: null, problem });
  });
});
