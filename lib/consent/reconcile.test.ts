import { describe, expect, it } from 'vitest';
import { reconcile } from './reconcile';
import { event } from './testing/visit';
import { cookie, notWalked, request, scenario, step, walkOf } from './testing/walk';
import { DEFAULT_WALK_POLICY } from './walk-policy';

const mode = (s: number, state: 'granted' | 'denied', note: string) =>
  event.signal(s, 'consent-mode', { analytics_storage: state, ad_storage: state }, note);

describe('reconcile', () => {
  it('lays beside each other what everybody says, and marks what is against the choice', () => {
    const { rows } = reconcile(
      walkOf([
        scenario('reject', [
          step('before', [mode(0, 'denied', 'default')]),
          step('after', [event.signal(1, 'klaro', { posthog: 'denied' }, 'saved')], {
            requests: [
              request(2, 'https://region1.google-analytics.com/g/collect', {
                ...{ category: 'analytics', owner: 'Google Analytics', gcs: 'G111' },
              }),
            ],
            cookies: [cookie('_ga')],
          }),
        ]),
      ]),
    );
    expect(rows.map(({ step: id, disagrees }) => [id, disagrees])).toEqual([
      ['before', []],
      ['after', ['wire', 'storage', 'traffic']],
    ]);
    expect(rows[1]?.cells).toMatchObject({
      choice: { state: 'denied' },
      tcf: { state: null },
      'consent-mode': { state: 'denied' },
      wire: { state: 'granted', detail: 'G111' },
      cmp: { state: 'denied', detail: 'klaro' },
      storage: { state: 'granted', detail: '_ga' },
      traffic: { state: 'granted', detail: 'Google Analytics' },
    });
  });

  it('counts a ping that says denied as no traffic', () => {
    const ping = request(2, 'https://www.google-analytics.com/g/collect', {
      ...{ category: 'analytics', gcs: 'G100' },
    });
    const walk = walkOf([scenario('reject', [step('after', [], { requests: [ping] })])]);
    expect(reconcile(walk).rows[0]?.disagrees).toEqual([]);
    expect(reconcile(walk).rows[0]?.cells.traffic.state).toBe('denied');
  });

  it('does not say denied where it could not have seen', () => {
    const late = step('after', [], { timeline: { fromStart: false } });
    const [row] = reconcile(walkOf([scenario('reject', [late])])).rows;
    expect(row?.cells.storage.state).toBeNull();
    expect(row?.cells.traffic.state).toBeNull();
  });

  it('leaves the choice unset before it, after it where none was made, and after scrolling', () => {
    const walk = walkOf([
      scenario('scroll', [step('before'), step('after')]),
      scenario('accept', [step('before'), step('after')]),
      notWalked('reject', 'no-control'),
    ]);
    const { rows, gaps } = reconcile(walk);
    expect(rows.map(({ cells }) => cells.choice.state)).toEqual([
      'unset',
      'unset',
      'unset',
      'granted',
    ]);
    expect(gaps).toEqual([{ scenario: 'reject', obstacle: 'no-control' }]);
  });

  it('lets a default grant stand where people opt out, unless they did', () => {
    const granted = [mode(0, 'granted', 'default')];
    const walk = walkOf([
      scenario('untouched', [step('before', granted)]),
      scenario('gpc', [step('before', granted)]),
    ]);
    const marked = (region: 'gdpr' | 'ccpa') =>
      reconcile(walk, { ...DEFAULT_WALK_POLICY, region }).rows.map(({ disagrees }) => disagrees);
    expect(marked('gdpr')).toEqual([['consent-mode'], ['consent-mode']]);
    expect(marked('ccpa')).toEqual([[], ['consent-mode']]);
  });
});
