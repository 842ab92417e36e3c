import { describe, expect, it } from 'vitest';
import type { BannerReading } from '../../protocol/walk/banner';
import { outcomesOf, tellsOf } from '../testing/judge';
import { event } from '../testing/visit';
import { banner, control, notWalked, scenario, step, toggle, walkOf } from '../testing/walk';
import { DEFAULT_THRESHOLDS as THRESHOLDS } from '../walk-policy';

/** A walk of one path, whose banner is this. */
const shows = (more: Partial<BannerReading> = {}, settings: BannerReading | null = null) =>
  walkOf([scenario('untouched', [step('before', [], { banner: banner(more), settings })])]);

const walked = (more: Partial<BannerReading> = {}, clicks = 1) =>
  walkOf([
    scenario('reject', [step('before', [], { banner: banner(more) }), step('after')], { clicks }),
    scenario('accept', [step('before'), step('after')]),
  ]);

const accept = control('accept');
const controls = (...all: BannerReading['controls']) => ({ controls: [accept, ...all] });

describe('without a banner', () => {
  it.each([
    ...['reject-first-layer', 'equal-prominence', 'reject-legible', 'pre-ticked'],
    ...['legitimate-interest', 'banner-language', 'keyboard', 'policy-link', 'wording'],
  ])('%s asks a person', (rule) => {
    expect(outcomesOf(rule, walkOf([scenario('untouched', [step('before')])]))).toEqual([
      'needs-review',
    ]);
    expect(outcomesOf(rule, walkOf([]))).toEqual(['needs-review']);
  });
});

describe('reject-first-layer', () => {
  it('passes where refusing is there and takes no more clicks', () => {
    expect(tellsOf('reject-first-layer', walked())).toEqual([
      'pass: “Reject all” is on the first layer. Clicks to refuse: 1, to accept: 1.',
    ]);
  });

  it('fails where it takes more clicks, is missing, or can’t be pressed', () => {
    expect(tellsOf('reject-first-layer', walked({}, 2))).toEqual([
      'fail: Refusing takes more clicks (2) than accepting (1).',
    ]);
    expect(outcomesOf('reject-first-layer', walked(controls()))).toEqual(['fail']);
    const covered = controls(control('reject', { hittable: false }));
    expect(outcomesOf('reject-first-layer', walked(covered))).toEqual(['fail']);
    const hidden = controls(control('reject', { visible: false }));
    expect(outcomesOf('reject-first-layer', walked(hidden))).toEqual(['fail']);
  });

  it.each(['no-control', 'control-covered', 'control-moves', 'no-effect'] as const)(
    'fails where the path of refusal ended for %s',
    (obstacle) => {
      const untouched = scenario('untouched', [step('before', [], { banner: banner() })]);
      const walk = walkOf([untouched, notWalked('reject', obstacle)]);
      expect(outcomesOf('reject-first-layer', walk)).toEqual(['fail']);
      expect(outcomesOf('path-not-walked', walk)).toEqual(['needs-review']);
    },
  );

  it('says of a refusal that vanished that it was there, and of none that there is none', () => {
    const ended = (more: Partial<BannerReading>) =>
      tellsOf(
        'reject-first-layer',
        walkOf([
          scenario('untouched', [step('before', [], { banner: banner(more) })]),
          notWalked('reject', 'no-control'),
        ]),
      );
    expect(ended({})).toEqual([
      'fail: “Reject all” was on the first layer, and had gone when the path of refusal came to it.',
    ]);
    const nothing =
      'fail: Nothing on the banner refuses: the path of refusal ended for want of a control.';
    expect(ended(controls())).toEqual([nothing]);
    expect(ended({ visible: false })).toEqual([nothing]);
  });

  it('can’t compare clicks that nobody made', () => {
    expect(outcomesOf('reject-first-layer', shows())).toEqual(['needs-review']);
  });
});

describe('equal-prominence', () => {
  const against = (more: Parameters<typeof control>[1]) => shows(controls(control('reject', more)));
  const box = (width: number, height: number) => ({ box: { x: 0, y: 0, width, height } });

  it('passes equal buttons, with the numbers', () => {
    expect(tellsOf('equal-prominence', shows())).toEqual([
      'pass: “Reject all” has 1 times the area and 1 times the font of “Accept all”, and is of the same kind.',
    ]);
    // 0.675 of the area.
    expect(outcomesOf('equal-prominence', against(box(81, 40)))).toEqual(['pass']);
  });

  it.each([
    ['a smaller area', box(79, 40)],
    ['a smaller font', { fontPx: 14 }],
    ['a link', { kind: 'link' as const }],
    ['no size at all', box(0, 0)],
  ])('fails with %s', (_, more) => {
    expect(outcomesOf('equal-prominence', against(more))).toEqual(['fail']);
  });

  it('leaves colours to a person', () => {
    expect(tellsOf('equal-prominence', against({ fillContrast: 1.2 }))).toEqual([
      'needs-review: The fill of “Accept all” stands out 3.33 times as much as that of “Reject all”. Look whether colour leads people to accept.',
    ]);
    expect(outcomesOf('equal-prominence', against({ fillContrast: null }))).toEqual([
      'needs-review',
    ]);
    expect(outcomesOf('equal-prominence', against({ fillContrast: 12 }))).toEqual(['pass']);
  });

  it('has nothing to compare where one of the two is missing', () => {
    expect(outcomesOf('equal-prominence', shows(controls()))).toEqual(['needs-review']);
    expect(outcomesOf('equal-prominence', shows({ controls: [control('reject')] }))).toEqual([
      'needs-review',
    ]);
  });

  it('goes by the thresholds of the policy', () => {
    const walk = against(box(79, 40));
    const policy = { thresholds: { ...THRESHOLDS, areaRatio: 0.5 } };
    expect(outcomesOf('equal-prominence', walk, policy)).toEqual(['pass']);
  });
});

describe('reject-legible', () => {
  const legible = (more: Parameters<typeof control>[1]) =>
    outcomesOf('reject-legible', shows(controls(control('reject', more))));

  it('compares with what WCAG asks for the size', () => {
    expect(legible({ textContrast: 4.5 })).toEqual(['pass']);
    expect(legible({ textContrast: 4.49 })).toEqual(['fail']);
    expect(legible({ textContrast: 3.1, fontPx: 24 })).toEqual(['pass']);
    expect(legible({ textContrast: 3.1, fontPx: 19, fontWeight: 700 })).toEqual(['pass']);
    expect(legible({ textContrast: 3.1, fontPx: 19 })).toEqual(['fail']);
    expect(legible({ textContrast: null })).toEqual(['needs-review']);
  });

  it('does not round a failure up to the threshold', () => {
    const walk = shows(controls(control('reject', { textContrast: 4.499 })));
    expect(tellsOf('reject-legible', walk)[0]).toContain('4.49 : 1');
  });
});

describe('pre-ticked', () => {
  const second = (...toggles: BannerReading['toggles']) => banner({ layer: 2, toggles });

  it('fails where a switch for what needs consent is on', () => {
    const walk = shows({}, second(toggle({ on: true }), toggle({ label: 'Ads' })));
    expect(tellsOf('pre-ticked', walk)).toEqual([
      'fail: 1 of 2 switches is on before anybody chose: Analytics.',
    ]);
  });

  it('passes switches that are off, and those that the page needs', () => {
    const needed = toggle({ label: 'Necessary', on: true, disabled: true, essential: true });
    expect(outcomesOf('pre-ticked', shows({}, second(toggle(), needed)))).toEqual(['pass']);
    expect(outcomesOf('pre-ticked', shows(controls(control('reject'))))).toEqual(['pass']);
  });

  it('asks of a switch that is locked on, and where the settings stayed shut', () => {
    const locked = toggle({ on: true, disabled: true });
    expect(outcomesOf('pre-ticked', shows({}, second(locked)))).toEqual(['needs-review']);
    expect(outcomesOf('pre-ticked', shows())).toEqual(['needs-review']);
  });
});

describe('legitimate-interest', () => {
  const tcf = (interests: string) => ({
    ...event.signal(0.5, 'tcf', {}, 'cmpuishown'),
    details: { legitimateInterests: interests },
  });
  const said = (before: string, after?: string) =>
    outcomesOf(
      'legitimate-interest',
      walkOf([
        scenario('reject', [
          step('before', [tcf(before)], { banner: banner() }),
          step('after', after === undefined ? [] : [tcf(after)]),
        ]),
      ]),
    );

  it('fails for profiles at any time, and for ads that outlive the refusal', () => {
    expect(said('4')).toEqual(['fail']);
    expect(said('', '2 7')).toEqual(['fail']);
  });

  it('asks where it is claimed before a choice, or stays for something else than ads', () => {
    expect(said('2 7')).toEqual(['needs-review']);
    expect(said('', '9')).toEqual(['needs-review']);
  });

  it('passes where none is claimed', () => {
    expect(said('', '')).toEqual(['pass']);
    expect(outcomesOf('legitimate-interest', shows(controls(control('reject'))))).toEqual(['pass']);
  });

  it('fails switches that are on, and asks of what could not be read', () => {
    const on = banner({ layer: 2, toggles: [toggle({ legitimateInterest: true, on: true })] });
    expect(outcomesOf('legitimate-interest', shows({}, on))).toEqual(['fail']);
    expect(outcomesOf('pre-ticked', shows({}, on))).toEqual(['fail']);
    const untold = event.signal(0.5, 'tcf', {}, 'cmpuishown');
    const walk = walkOf([scenario('untouched', [step('before', [untold], { banner: banner() })])]);
    expect(outcomesOf('legitimate-interest', walk)).toEqual(['needs-review']);
    expect(outcomesOf('legitimate-interest', shows())).toEqual(['needs-review']);
  });
});

describe('banner-language', () => {
  const lang = (written: string, page: string, stated = '') =>
    outcomesOf('banner-language', shows({ lang: { written, page, stated } }));

  it('compares languages, not their regions', () => {
    expect(lang('en', 'en-GB')).toEqual(['pass']);
    expect(lang('nb', 'no')).toEqual(['pass']);
    expect(lang('en', 'de')).toEqual(['fail']);
    expect(lang('de', 'de', 'en')).toEqual(['needs-review']);
    expect(lang('', 'de')).toEqual(['needs-review']);
    expect(lang('de', '')).toEqual(['needs-review']);
  });
});

describe('keyboard', () => {
  const pressed = (more: Partial<NonNullable<BannerReading['keyboard']>>) =>
    outcomesOf(
      'keyboard',
      shows({
        keyboard: { tabsToReject: 2, tabsToAccept: 1, trapped: false, escape: 'nothing', ...more },
      }),
    );

  it('passes a refusal that Tab reaches, and an Esc that does not accept', () => {
    expect(pressed({})).toEqual(['pass']);
    expect(pressed({ escape: 'closes' })).toEqual(['pass']);
  });

  it('fails each barrier by itself', () => {
    expect(pressed({ tabsToReject: null })).toEqual(['fail']);
    expect(pressed({ trapped: true, escape: 'accept' })).toEqual(['fail', 'fail']);
    const nameless = shows(controls(control('reject', { named: false })));
    expect(outcomesOf('keyboard', nameless)).toEqual(['fail']);
  });

  it('asks where nobody tried, and where the way is long', () => {
    expect(outcomesOf('keyboard', shows({ keyboard: null }))).toEqual(['needs-review']);
    expect(pressed({ tabsToReject: 40 })).toEqual(['needs-review']);
  });
});

describe('policy-link', () => {
  const link = (more: Partial<NonNullable<BannerReading['policyLink']>>) => {
    const { policyLink } = banner();
    return outcomesOf(
      'policy-link',
      shows({ policyLink: policyLink && { ...policyLink, ...more } }),
    );
  };

  it('wants it there, reachable, and answered', () => {
    expect(link({})).toEqual(['pass']);
    expect(link({ status: 404 })).toEqual(['fail']);
    expect(link({ hittable: false })).toEqual(['fail']);
    expect(link({ status: null })).toEqual(['needs-review']);
    expect(link({ status: 403 })).toEqual(['needs-review']);
    expect(outcomesOf('policy-link', shows({ policyLink: null }))).toEqual(['fail']);
    const shut = shows({ policyLink: null, where: { frame: 'cross-origin', shadow: 'none' } });
    expect(outcomesOf('policy-link', shut)).toEqual(['needs-review']);
  });
});

describe('wording', () => {
  it('fails an acceptance that only acknowledges, and a cross as the only refusal', () => {
    const ok = control('accept', { label: 'OK', acknowledges: true });
    expect(tellsOf('wording', shows({ controls: [ok, control('reject')] }))).toEqual([
      'fail: “OK” accepts, and does not say so.',
    ]);
    expect(outcomesOf('wording', shows(controls(control('close'))))).toEqual(['fail']);
  });

  it('asks of a choice that is put off, and of a language that it can’t read', () => {
    const later = control('other', { label: 'Ask me later', later: true });
    expect(outcomesOf('wording', shows(controls(control('reject'), later)))).toEqual([
      'needs-review',
    ]);
    const lang = { stated: '', written: 'sw', page: 'sw' };
    expect(outcomesOf('wording', shows({ lang }))).toEqual(['needs-review']);
    expect(outcomesOf('wording', shows({ controls: [] }))).toEqual(['needs-review']);
  });

  it('passes controls that say what they do', () => {
    expect(outcomesOf('wording', shows())).toEqual(['pass']);
  });
});

describe('consent-wall', () => {
  const wall = (more: Partial<BannerReading['wall']>, rest: Partial<BannerReading> = {}) =>
    outcomesOf('consent-wall', walked({ ...rest, wall: { ...banner().wall, ...more } }))[0];

  it('passes a banner that leaves the page alone, and fails where it takes it away', () => {
    expect(wall({})).toBe('pass');
    expect(wall({ scrollLocked: true })).toBe('fail');
    expect(wall({ covered: 1 })).toBe('fail');
  });

  it('fails a wall without a way to refuse, or that stays after the refusal', () => {
    expect(wall({ blurred: true }, controls())).toBe('fail');
    const reading = banner({ wall: { ...banner().wall, inert: true } });
    const stays = walkOf([
      scenario('reject', [
        step('before', [], { banner: reading }),
        step('after', [], { bannerAtEnd: true }),
      ]),
    ]);
    expect(outcomesOf('consent-wall', stays)[0]).toBe('fail');
  });

  it('takes scrolling for what it is', () => {
    const scrolled = (state: 'granted' | 'denied', bannerAtEnd: boolean) =>
      outcomesOf(
        'consent-wall',
        walkOf([
          scenario('scroll', [
            step('before', [], { banner: banner(), bannerAtEnd: true }),
            step('after', [event.signal(1, 'klaro', { posthog: state }, 'saved')], { bannerAtEnd }),
          ]),
        ]),
      ).at(-1);
    expect(scrolled('granted', false)).toBe('fail');
    expect(scrolled('denied', false)).toBe('needs-review');
    expect(scrolled('denied', true)).toBe('pass');
    expect(outcomesOf('consent-wall', shows()).at(-1)).toBe('needs-review');
  });

  it('fails where a recorder records after scrolling, and keeps still without it', () => {
    const asked = step('before', [], { banner: banner() });
    const scrolls = (untouched: ReturnType<typeof step>) =>
      outcomesOf(
        'consent-wall',
        walkOf(
          [
            scenario('untouched', [untouched]),
            scenario('scroll', [asked, step('after', [event.ingest(1)])]),
          ],
          { recorders: ['posthog'] },
        ),
      ).at(-1);
    expect(scrolls(asked)).toBe('fail');
    // It records anyway: that is for another rule.
    const early = step('before', [event.ingest(1)], { banner: banner() });
    expect(scrolls(early)).toBe('needs-review');
  });
});
