import { describe, expect, it } from 'vitest';
import { redactName } from '../../report/redact-name';
import { shownName } from '../shown-name';
import { event } from '../testing/visit';
import { scenario, step, walkOf } from '../testing/walk';
import { describeCookies, describeStored } from './stored-names';
import { tracesOf } from './trace';

const ID = 'user_8f2c1b9a7e60';
const origin = 'https://shop.example';

describe('the names of what is stored', () => {
  it('show no generated id, before anything is made of them', () => {
    const cookies = [{ name: ID, domain: 'shop.example', httpOnly: false, expires: null }];
    const names = [
      ...describeCookies(cookies, origin, 0),
      ...describeStored([{ area: 'localStorage', name: ID, origin }]),
    ].map(({ name }) => name);
    expect(names).toEqual(['user_‹id›', 'user_‹id›']);
    expect(names.map(redactName)).toEqual(names);
  });

  it('tell whose they are all the same', () => {
    const key = `ph_phc_${'a1B2'.repeat(8)}_posthog`;
    expect(describeStored([{ area: 'localStorage', name: key, origin }])).toMatchObject([
      { recorder: 'posthog', name: expect.not.stringContaining('a1B2') },
    ]);
  });

  it('are the same in the time line, so that nothing is told twice', () => {
    const stored = describeStored([{ area: 'localStorage', name: ID, origin }]);
    const seen = event.storage(1, shownName(ID), { recorder: null });
    const walk = walkOf([scenario('untouched', [step('before', [seen], { stored })])]);
    const [trace] = tracesOf(walk);
    expect(trace?.timeline.events).toHaveLength(1);
  });
});
