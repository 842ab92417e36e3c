import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../testing/judge';
import { event } from '../testing/visit';
import { banner, control, cookie, scenario, step, walkOf } from '../testing/walk';

const atOnce = (...events: Parameters<typeof step>[1] & object) =>
  walkOf([scenario('untouched', [step('before', events)])]);

describe('ccpa', () => {
  it('asks of a recorder before a choice, and fails it after a refusal', () => {
    const early = atOnce(event.ingest(1));
    expect(outcomesOf('before-choice', early)[0]).toBe('fail');
    expect(outcomesOf('before-choice', early, { region: 'ccpa' })[0]).toBe('needs-review');
    const late = walkOf([scenario('reject', [step('after', [event.ingest(1)])])]);
    expect(outcomesOf('reject-honoured', late, { region: 'ccpa' })[0]).toBe('fail');
  });

  it('looks for a way out of sale and sharing', () => {
    const link = control('other', { label: 'Do Not Sell or Share My Personal Information' });
    const shows = (...more: ReturnType<typeof control>[]) =>
      walkOf([
        scenario('untouched', [
          step('before', [], { banner: banner({ controls: [control('accept'), ...more] }) }),
        ]),
      ]);
    expect(outcomesOf('opt-out-link', shows(link), { region: 'ccpa' })).toEqual(['pass']);
    expect(outcomesOf('opt-out-link', shows(), { region: 'ccpa' })).toEqual(['needs-review']);
    expect(outcomesOf('opt-out-link', shows(link))).toEqual([]);
  });
});

describe('uk', () => {
  it('asks of what may be statistics, and fails recordings', () => {
    const policy = { region: 'uk' } as const;
    expect(outcomesOf('before-choice', atOnce(event.ingest(1)), policy)[0]).toBe('fail');
    expect(outcomesOf('before-choice', atOnce(event.storage(1, 'ph_x')), policy)[0]).toBe(
      'needs-review',
    );
    const stored = (...names: string[]) => {
      const cookies = names.map((name) => cookie(name));
      const walk = walkOf([scenario('untouched', [step('before', [], { cookies })])]);
      return outcomesOf('before-choice', walk, policy);
    };
    expect(stored('_ga', '_pk_id.1')).toEqual(['needs-review']);
    for (const ads of ['_fbp', 'IDE', '_gcl_au', 'MUID']) {
      expect(stored(ads)).toEqual(['fail']);
      expect(stored('_ga', ads)).toEqual(['fail']);
    }
  });
});

describe('telecom', () => {
  const region = 'telecom' as const;
  const accepted = walkOf([scenario('accept', [step('after', [event.ingest(1)])])]);

  it('asks of a recording whatever was chosen, and fails it where the policy says so', () => {
    expect(outcomesOf('other-party-recorded', accepted, { region })).toEqual(['needs-review']);
    expect(outcomesOf('other-party-recorded', accepted, { region, otherParty: 'fail' })).toEqual([
      'fail',
    ]);
  });

  it('passes only where an acceptance brings no recorder', () => {
    const none = walkOf([scenario('accept', [step('after')])]);
    expect(outcomesOf('other-party-recorded', none, { region })).toEqual(['pass']);
    expect(outcomesOf('other-party-recorded', atOnce(), { region })).toEqual(['needs-review']);
    const silent = walkOf([scenario('accept', [step('after')])], { recorders: ['posthog'] });
    expect(outcomesOf('other-party-recorded', silent, { region })).toEqual(['needs-review']);
  });
});
