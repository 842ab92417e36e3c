import { describe, expect, it } from 'vitest';
import type { WalkClick } from '../../../protocol/walk/step';
import { tellsOf } from '../../testing/judge';
import { START } from '../../testing/visit';
import { banner, cookie, scenario, step, walkOf } from '../../testing/walk';

const { vantage } = walkOf([]);
const limited = { vantage: { ...vantage, limits: ['http-only-cookies' as const] } };

const CLICK: WalkClick = {
  ...{ t: START, aim: 'reject', label: 'Reject all', selector: '#no', trusted: true },
  ...{ box: { x: 0, y: 0, width: 40, height: 20 }, by: 'person', picture: '' },
};

const cookiesOf = (cookies: ReturnType<typeof cookie>[], more = {}): string | undefined =>
  tellsOf(
    'withdrawal',
    walkOf(
      [
        scenario('withdraw', [
          step('before', [], { banner: banner() }),
          step('after', [], { clicks: [CLICK] }),
          step('withdrawn', [], { clicks: [CLICK] }),
          step('reload', [], { cookies }),
        ]),
      ],
      more,
    ),
  ).at(-1);

describe('cookies after a withdrawal without the permission for cookies', () => {
  it('may be left unseen, so that none of them passes', () => {
    expect(cookiesOf([])).toMatch(/^pass/);
    expect(cookiesOf([], limited)).toMatch(/^needs-review: .*permission for cookies is missing/);
  });

  it('fail where one is seen all the same', () => {
    expect(cookiesOf([cookie('_ga')], limited)).toMatch(/^fail: 1 name is still stored/);
  });
});
