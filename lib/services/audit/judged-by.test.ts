import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../core/translator';
import { POSTHOG } from '../../masking/test-artifacts';
import { assumeRecorder } from '../../recorders';
import { type Assumed, setupsOf } from './assumed-setups';
import { judgedBy } from './judged-by';

const t = createTranslator();
const setups = (...sets: Assumed[]) => setupsOf(sets, [POSTHOG], t);

describe('setupsOf', () => {
  it('names several sets of one recorder, and leaves a single one its recorder’s name', () => {
    const [first, second, other] = setups(
      { id: 'posthog', options: 'running' },
      { id: 'posthog', options: { maskAllInputs: true } },
      { id: 'sentry', options: null },
    );
    expect(first).toEqual({ ...POSTHOG, setup: { id: 'posthog', label: 'as it runs' } });
    expect(second).toMatchObject({
      detected: false,
      optionSource: 'entered',
      setup: { id: 'posthog.2', label: 'set 2' },
    });
    expect(other?.setup).toBeUndefined();
  });

  it('leaves out what should be as it runs, where it does not run', () => {
    expect(setups({ id: 'sentry', options: 'running' })).toEqual([]);
  });
});

describe('judgedBy', () => {
  it('takes what was chosen as it runs with the options of now', () => {
    const chosen = setups({ id: 'posthog', options: 'running' }, { id: 'posthog', options: null });
    const now = { ...POSTHOG, version: '1.500.0', options: { maskAllInputs: false } };
    const { recorders, hypothetical } = judgedBy(chosen, [now]);
    expect(recorders[0]).toMatchObject({ detected: true, options: { maskAllInputs: false } });
    expect(recorders[1]).toMatchObject({ detected: false, version: '1.500.0' });
    expect(hypothetical).toBe(true);
  });

  it('judges by the other sets alone where the recorder has gone', () => {
    const chosen = setups({ id: 'posthog', options: 'running' }, { id: 'posthog', options: null });
    expect(judgedBy(chosen, []).recorders.map(({ setup }) => setup?.id)).toEqual(['posthog.2']);
  });

  it('clears nothing by two sets of which one alone can run', () => {
    const chosen = setupsOf(
      [
        { id: 'sentry', options: null },
        { id: 'sentry', options: { maskAllText: false } },
      ],
      [],
      t,
    );
    expect(judgedBy(chosen, []).hypothetical).toBe(true);
    expect(judgedBy([assumeRecorder('sentry')], []).hypothetical).toBe(false);
  });

  it('falls back to what is on the page, and without it to PostHog’s defaults', () => {
    expect(judgedBy([], [POSTHOG])).toEqual({
      recorders: [POSTHOG],
      hypothetical: false,
      standIn: false,
    });
    expect(judgedBy([], [])).toMatchObject({
      recorders: [assumeRecorder('posthog')],
      standIn: true,
    });
    expect(judgedBy([assumeRecorder('sentry')], []).standIn).toBe(false);
  });
});
