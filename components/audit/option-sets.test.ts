import { describe, expect, it } from 'vitest';
import { POSTHOG } from '../../lib/masking/test-artifacts';
import { assumeRecorder } from '../../lib/recorders';
import { assumptionsIn, type Draft, draftOf, withRunning } from './option-sets';

describe('option sets of a recorder', () => {
  it('are read in their order, one beside the other', () => {
    const draft: Draft = new Map([['posthog', [null, '{"maskAllInputs": true}', '']]]);
    expect(assumptionsIn(draft)).toEqual([
      { id: 'posthog', options: 'running' },
      { id: 'posthog', options: { maskAllInputs: true } },
      { id: 'posthog', options: null },
    ]);
  });

  it('are not asked for while one of them can’t be read', () => {
    expect(assumptionsIn(new Map([['posthog', [null, '{ maskAllInputs }']]]))).toBeNull();
  });

  it('stand in the form as they were asked for', () => {
    const draft = draftOf([
      POSTHOG,
      assumeRecorder('posthog'),
      assumeRecorder('sentry', { maskAllText: false }),
    ]);
    expect(draft.get('posthog')).toEqual([null, '']);
    expect(JSON.parse(draft.get('sentry')?.[0] ?? '')).toMatchObject({ maskAllText: false });
  });

  it('have the options that it runs with first, and never none', () => {
    expect(withRunning(['{}'], true)).toEqual([null, '{}']);
    expect(withRunning([null, '{}'], false)).toEqual(['{}']);
    expect(withRunning([null], false)).toEqual(['']);
  });
});
