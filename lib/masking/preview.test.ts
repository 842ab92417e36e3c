import { describe, expect, it } from 'vitest';
import { AUDIT_STATES } from '../../test/gallery/fixtures/audit';
import type { Finding } from '../protocol/findings';
import { effectOf, fixesToTry, withSuggested } from './preview';
import { artifacts, frame, POSTHOG, predict, sighting } from './test-artifacts';

const [FIRST] = AUDIT_STATES.blocked.result?.findings ?? [];

const finding = (part: Partial<Finding>): Finding => {
  if (!FIRST) throw new Error('The fixture has a finding.');
  return { ...FIRST, half: 'masking', outcome: 'fail', resolution: null, ...part };
};
const fix = (kind: 'class' | 'option', text: string) => ({
  kind,
  text,
  effect: FIRST?.text ?? { id: 'pii.why.label' as const },
});

describe('fixesToTry', () => {
  it('takes the classes and attributes of what is open, once each, and counts the rest', () => {
    const same = { fix: fix('class', 'class="m"'), template: 'p', channel: 'text' } as const;
    const { marks, notTried } = fixesToTry([
      finding({ id: '1', ...same }),
      finding({ id: '2', ...same }),
      finding({ id: '3', ...same, template: 'li' }),
      finding({ id: '4', fix: fix('option', 'maskAllText: true') }),
      finding({ id: '5', fix: null }),
    ]);
    expect(marks.map(({ template, text }) => `${template} ${text}`)).toEqual([
      'p class="m"',
      'li class="m"',
    ]);
    expect(notTried).toBe(2);
  });

  it('takes options that are data by setup, once each, and no functions', () => {
    const option = (options: Record<string, unknown>) => ({
      ...fix('option', 'as a site writes it'),
      options,
    });
    const { marks, options, notTried } = fixesToTry([
      finding({ id: '1', fix: option({ maskInputOptions: { tel: true } }) }),
      finding({ id: '2', fix: option({ maskInputOptions: { tel: true } }) }),
      finding({ id: '3', fix: option({ maskTextSelector: 'title' }) }),
      finding({ id: '4', fix: option({ maskTextSelector: 'title' }), setup: 'posthog.2' }),
      finding({ id: '5', fix: fix('option', 'maskTextFn: () => ""') }),
    ]);
    expect(marks).toEqual([]);
    expect([...options]).toEqual([
      ['posthog', [{ maskInputOptions: { tel: true } }, { maskTextSelector: 'title' }]],
      ['posthog.2', [{ maskTextSelector: 'title' }]],
    ]);
    expect(notTried).toBe(1);
  });

  it('leaves out what has passed, was accepted, or is of the other half', () => {
    const one = { fix: fix('class', 'class="m"') };
    const { marks, notTried } = fixesToTry([
      finding({ ...one, outcome: 'pass' }),
      finding({ ...one, half: 'consent' }),
      finding({ ...one, resolution: { answer: 'accepted', reason: 'r', expires: 1 } }),
      finding({
        ...one,
        exception: { reason: 'r', owner: 'o', expires: '2030-01-01', void: null },
      }),
    ]);
    expect([marks.length, notTried]).toEqual([0, 0]);
  });
});

describe('effectOf', () => {
  it('tells exposure removed against controls that are hidden for it', () => {
    const of = (capture: 'plain' | 'masked', hidden: number) =>
      artifacts([
        frame(
          [
            sighting({ template: 'li', predictions: [predict(capture)] }),
            sighting({ template: 'li', selector: 'li + li', predictions: [predict(capture)] }),
            sighting({ template: '#open', predictions: [predict('plain')] }),
          ],
          { fidelity: [{ recorder: 'posthog', controls: 40, hidden, examples: [] }] },
        ),
      ]);
    expect(effectOf(of('plain', 1), of('masked', 4))).toEqual({
      values: { before: 3, after: 1 },
      kinds: { before: 2, after: 1 },
      fidelity: [{ recorder: 'posthog', controls: 40, hidden: { before: 1, after: 4 } }],
    });
  });
});

describe('withSuggested', () => {
  it('adds what was suggested to the options in force, and leaves other setups alone', () => {
    const other = { ...POSTHOG, setup: { id: 'posthog.2', label: 'set 2' } };
    const tried = withSuggested([POSTHOG, other], {
      marks: [],
      options: new Map([['posthog', [{ maskTextSelector: 'title' }]]]),
      notTried: 0,
    });
    expect(tried?.suggested).toEqual([{ recorder: 'posthog', count: 1 }]);
    expect(tried?.recorders.map(({ options }) => options)).toEqual([
      { maskAllInputs: true, maskTextSelector: 'title' },
      { maskAllInputs: true },
    ]);
  });

  it('is nothing where nothing was suggested', () => {
    expect(withSuggested([POSTHOG], { marks: [], options: new Map(), notTried: 3 })).toBeNull();
  });
});

describe('what can’t be told', () => {
  it('stays exposed, whatever was tried', () => {
    const of = (capture: 'plain' | 'unknown') =>
      artifacts([frame([sighting({ predictions: [predict(capture)] })])]);
    expect(effectOf(of('plain'), of('unknown')).values).toEqual({ before: 1, after: 1 });
  });
});
