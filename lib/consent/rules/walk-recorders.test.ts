import { describe, expect, it } from 'vitest';
import type { RecorderState } from '../../protocol/recorders';
import type { WalkScenario } from '../../protocol/walk/walk';
import { findingsOf, outcomesOf, tellsOf } from '../testing/judge';
import { detected, event } from '../testing/visit';
import { banner, cookie, notWalked, request, scenario, step, walkOf } from '../testing/walk';

const asked = () => step('before', [], { banner: banner() });
const untouched = scenario('untouched', [asked(), step('warm')]);
const accepted = scenario('accept', [asked(), step('after', [event.ingest(1)])]);
/** An acceptance on a page without a recorder. */
const agreed = scenario('accept', [asked(), step('after')]);
const rejected = (...steps: WalkScenario['steps']) =>
  scenario('reject', [asked(), ...steps, ...REST.filter(({ id }) => !has(steps, id))]);
const has = (steps: WalkScenario['steps'], id: string) => steps.some((one) => one.id === id);
const REST = [step('after'), step('reload'), step('second-page')];
const sampled = (rate: number): RecorderState => ({
  ...detected('posthog'),
  sampleRate: rate,
});
const gaps = { timeline: { fromStart: false } };
const analytics = { category: 'analytics', owner: 'Google Analytics' };
const google = 'https://region1.google-analytics.com/g/collect';

describe('before-choice', () => {
  it('passes silence, cold and warm, of a recorder that was seen at work', () => {
    expect(tellsOf('before-choice', walkOf([untouched, accepted]))).toEqual([
      'pass: PostHog did nothing before a choice, in 3 steps, cold and warm.',
      'pass: Nothing else that needs consent was sent or stored before a choice. Requests looked at: 0, steps: 3.',
    ]);
  });

  it('fails a recording, a start and a trace, and says in how many steps', () => {
    const warm = scenario('untouched', [asked(), step('warm', [event.ingest(1.5)])]);
    expect(tellsOf('before-choice', walkOf([warm, accepted]))[0]).toBe(
      'fail: PostHog sends a recording 1.5 s into a step before any choice, in 1 of 3 such steps.',
    );
    const started = scenario('untouched', [step('before', [event.recorder(1, 'started')])]);
    expect(outcomesOf('before-choice', walkOf([started]))[0]).toBe('fail');
    const stored = scenario('untouched', [
      step('before', [], { cookies: [cookie('ph_x_posthog', { recorder: 'posthog' })] }),
    ]);
    expect(tellsOf('before-choice', walkOf([stored]))[0]).toMatch(/^fail: PostHog leaves traces/);
  });

  it('catches a recorder that begins early and sends what it kept after the acceptance', () => {
    const early = scenario('accept', [
      step('before', [event.recorder(2, 'started')]),
      step('after', [event.ingest(0.8)]),
    ]);
    expect(tellsOf('before-choice', walkOf([untouched, early]))[0]).toMatch(
      /^fail: PostHog begins to record \d+\.\d s before the acceptance and sends its first recording 0\.8 s after it/,
    );
  });

  it('counts what happens while the banner is read, and leaves scrolling to the wall', () => {
    const after = step('after', [event.ingest(2), event.ingest(7)]);
    const slow = scenario('accept', [asked(), { ...after, choiceAt: after.startedAt + 5_000 }]);
    expect(tellsOf('before-choice', walkOf([untouched, slow]))[0]).toMatch(
      /^fail: PostHog sends a recording .* in 1 of 3 such steps/,
    );
    const scroll = scenario('scroll', [asked(), step('after', [event.ingest(2)])]);
    expect(outcomesOf('before-choice', walkOf([untouched, accepted, scroll]))[0]).toBe('pass');
  });

  it('does not pass what was sent to others and nobody can read', () => {
    const body = { payload: 'binary', purpose: 'other' } as const;
    const requests = [request(2, 'https://shop.example/x', { ...body, method: 'POST' })];
    const opaque = scenario('untouched', [
      step('before', [], { banner: banner(), requests }),
      step('warm'),
    ]);
    const last = (walk: Parameters<typeof walkOf>[0]) =>
      outcomesOf('before-choice', walkOf(walk)).at(-1);
    expect(last([untouched, accepted])).toBe('pass');
    expect(last([opaque, accepted])).toBe('needs-review');
  });

  it('says nothing good of a silence that could not have been broken', () => {
    const first = (...walk: Parameters<typeof walkOf>) =>
      outcomesOf('before-choice', walkOf(...walk))[0];
    const recorders = { recorders: ['posthog' as const] };
    expect(first([untouched], recorders)).toBe('needs-review');
    const silent = scenario('accept', [asked(), step('after')]);
    expect(first([untouched, silent], recorders)).toBe('needs-review');
    const cold = scenario('untouched', [asked()]);
    expect(first([cold, accepted])).toBe('needs-review');
    const late = scenario('untouched', [asked(), step('warm', [], gaps)]);
    expect(first([late, accepted])).toBe('needs-review');
    const dropped = scenario('untouched', [asked(), step('warm', [], { requestsDropped: 1 })]);
    expect(first([dropped, accepted])).toBe('needs-review');
    expect(first([])).toBe('needs-review');
  });

  it('says nothing good of others either where they would not have shown themselves', () => {
    const last = (...walk: Parameters<typeof walkOf>) =>
      tellsOf('before-choice', walkOf(...walk)).at(-1);
    const review = /^needs-review: Nothing else was seen before a choice, which is not enough/;
    expect(last([untouched, agreed])).toMatch(/^pass/);
    expect(last([untouched])).toMatch(review);
    const noBanner = scenario('accept', [asked()], {
      ...{ state: 'partly', obstacle: 'no-banner' },
    });
    expect(last([untouched, noBanner])).toMatch(review);
    expect(last([scenario('untouched', [asked()]), agreed])).toMatch(review);
    const short = step('warm', [], { endedAt: step('warm').startedAt + 4_000 });
    expect(last([scenario('untouched', [asked(), short]), agreed])).toMatch(review);
    const late = step('warm', [], gaps);
    const found = findingsOf(
      'before-choice',
      walkOf([scenario('untouched', [asked(), late]), agreed]),
    );
    expect(found[0]?.why.map(({ id }) => id)).toEqual([
      'consent.walk.quiet.gaps',
      'consent.walk.quiet.short',
    ]);
  });

  it('asks for more visits of a sampled recorder, and says how many', () => {
    const tells = (visits: number) => {
      const more = Array.from({ length: visits }, (_, repeat) => ({ ...untouched, repeat }));
      return outcomesOf(
        'before-choice',
        walkOf([...more, accepted], { recorders: [sampled(0.5)] }),
      )[0];
    };
    expect(tells(3)).toBe('needs-review');
    expect(tells(4)).toBe('pass');
  });

  it('weighs requests of others by who they go to and what they carry', () => {
    const sent = (...requests: ReturnType<typeof request>[]) =>
      tellsOf(
        'before-choice',
        walkOf([scenario('untouched', [step('before', [], { requests }), step('warm')]), agreed]),
      );
    expect(sent(request(1, google, analytics))).toEqual([
      'fail: 1 request went to Google Analytics before any choice.',
    ]);
    expect(sent(request(1, google, { ...analytics, gcs: 'G100' }))[0]).toMatch(
      /^needs-review: 1 request to Google Analytics before any choice says that consent is denied/,
    );
    expect(sent(request(1, google, { ...analytics, type: 'script' }))[0]).toMatch(/^needs-review/);
    const consent = request(1, 'https://cdn.cookielaw.org/x.js', { category: 'consent-provider' });
    expect(sent(consent)[0]).toMatch(/^pass/);
    expect(sent(request(1, 'https://x.example/s/', { payload: 'recording' }))[0]).toMatch(
      /^fail: 1 recording was sent to x.example before any choice/,
    );
  });

  it('weighs names in storage, and takes the team’s own word', () => {
    const cookies = [cookie('_ga'), cookie('lang'), cookie('sid', { essential: true })];
    const walk = walkOf([
      scenario('untouched', [step('before', [], { cookies }), step('warm')]),
      agreed,
    ]);
    expect(outcomesOf('before-choice', walk)).toEqual(['fail', 'needs-review']);
    expect(outcomesOf('before-choice', walk, { essentialNames: ['lang', '_g*'] })).toEqual([
      'pass',
    ]);
    const requests = [request(1, google, analytics)];
    const hosts = walkOf([
      scenario('untouched', [step('before', [], { requests }), step('warm')]),
      agreed,
    ]);
    expect(
      outcomesOf('before-choice', hosts, { essentialHosts: ['google-analytics.com'] }),
    ).toEqual(['pass']);
  });
});

describe('reject-honoured', () => {
  const on = (path: 'reject' | 'settings-off', ...walk: Parameters<typeof walkOf>) =>
    tellsOf('reject-honoured', walkOf(...walk)).filter((text) =>
      path === 'reject' ? !text.includes('settings-off') : text.includes('settings-off'),
    );

  it('passes silence after the refusal, after a reload and on a second page', () => {
    expect(on('reject', [rejected(), accepted])).toEqual([
      'pass: PostHog did nothing on the path “reject” after the refusal, in 3 steps.',
      'pass: Nothing else that needs consent was sent or stored after the refusal, on the path “reject”. Requests looked at: 0, steps: 3.',
    ]);
  });

  it.each(['after', 'reload', 'second-page'] as const)('fails a recording in the step %s', (id) => {
    const walk = [rejected(step(id, [event.ingest(3.2)])), accepted];
    expect(on('reject', walk)[0]).toBe(
      `fail: PostHog sends a recording 3.2 s into the step “${id}” of the path “reject”, after the refusal.`,
    );
  });

  it('asks of what a recorder that ran before sends in the seconds after, and then no more', () => {
    const ran = scenario('reject', [
      step('before', [event.ingest(3)], { banner: banner() }),
      ...[step('after', [event.ingest(2)]), step('reload'), step('second-page')],
    ]);
    expect(on('reject', [ran, accepted])[0]).toMatch(/^needs-review: PostHog ran before/);
    // Nothing of it ran before, or it goes on.
    expect(on('reject', [rejected(step('after', [event.ingest(2)])), accepted])[0]).toMatch(
      /^fail/,
    );
    const goesOn = scenario('reject', [
      ...ran.steps.slice(0, 2),
      ...[step('reload', [event.ingest(2)]), step('second-page')],
    ]);
    expect(on('reject', [goesOn, accepted])[0]).toMatch(/^fail/);
  });

  it('counts what only the network saw, and cookies that only the browser saw', () => {
    const sent = request(2, 'https://eu.i.posthog.com/s/', {
      ...{ recorder: 'posthog', purpose: 'ingest', payload: 'recording' },
    });
    expect(on('reject', [rejected(step('after', [], { requests: [sent] })), accepted])[0]).toMatch(
      /^fail: PostHog sends a recording/,
    );
    const kept = cookie('ph_x_posthog', { recorder: 'posthog', httpOnly: true });
    expect(on('reject', [rejected(step('reload', [], { cookies: [kept] })), accepted])[0]).toMatch(
      /^fail: PostHog leaves traces/,
    );
  });

  it('asks of names from before the refusal that stay', () => {
    const kept = { cookies: [cookie('ph_x_posthog', { recorder: 'posthog' as const })] };
    const run = scenario('reject', [
      step('before', [], kept),
      step('after', [], kept),
      step('reload', [], kept),
      step('second-page', [], kept),
    ]);
    expect(on('reject', [run, accepted])[0]).toMatch(
      /^needs-review: 1 name that PostHog stored before the refusal is still there/,
    );
  });

  it('asks of names that stay in one of several runs', () => {
    const kept = { cookies: [cookie('ph_x_posthog', { recorder: 'posthog' as const })] };
    const steps = (['before', 'after', 'reload', 'second-page'] as const).map((id) =>
      step(id, [], kept),
    );
    const clean = { ...rejected(), repeat: 1 };
    expect(on('reject', [scenario('reject', steps), clean, accepted])[0]).toMatch(
      /^needs-review: 1 name that PostHog stored/,
    );
  });

  it('tells cookies of others that are new from those that are left', () => {
    const ga = { cookies: [cookie('_ga')] };
    const left = scenario('reject', [
      step('before', [], ga),
      step('after', [], ga),
      ...REST.slice(1),
    ]);
    expect(on('reject', [left, accepted])).toContain(
      'needs-review: 1 name known from analytics or ads was stored before the refusal and is still there: _ga.',
    );
    expect(on('reject', [rejected(step('after', [], ga)), accepted])).toContain(
      'fail: 1 name known from analytics or ads is stored after the refusal: _ga.',
    );
  });

  it('gives a recording without a name to the only recorder', () => {
    const requests = [request(2, 'https://shop.example/collect', { payload: 'recording' })];
    const run = rejected(step('after', [], { requests }));
    expect(on('reject', [run], { recorders: ['rrweb'] })[0]).toMatch(
      /^fail: rrweb sends a recording/,
    );
    expect(on('reject', [run])[0]).toMatch(/^fail: 1 recording was sent to shop.example/);
  });

  it('does not take silence for good without a control, a reload, or enough visits', () => {
    const first = (...walk: Parameters<typeof walkOf>) => on('reject', ...walk)[0];
    const posthog = { recorders: ['posthog' as const] };
    expect(first([rejected()], posthog)).toMatch(/^needs-review/);
    expect(first([scenario('reject', [asked(), step('after')]), accepted])).toMatch(
      /^needs-review: PostHog did nothing that was seen on the path “reject”, but these steps .*reload, second-page/,
    );
    const short = step('after', [], { endedAt: REST[0]?.startedAt ?? 0 });
    expect(first([rejected(short), accepted])).toMatch(/^needs-review/);
    expect(first([rejected(step('reload', [], gaps)), accepted])).toMatch(/^needs-review/);
    expect(first([rejected(), accepted], { recorders: [sampled(0.1)] })).toMatch(/^needs-review/);
  });

  it('says nothing good of others without an acceptance, a second page, or time', () => {
    const last = (...walk: WalkScenario[]) => on('reject', walk).at(-1);
    const review = /^needs-review: Nothing else was seen after the refusal, on the path “reject”/;
    expect(last(rejected(), agreed)).toMatch(/^pass/);
    expect(last(rejected())).toMatch(review);
    expect(last(rejected(), notWalked('accept', 'no-banner'))).toMatch(review);
    expect(last(scenario('reject', [asked(), step('after'), step('reload')]), agreed)).toMatch(
      review,
    );
    const short = step('reload', [], { endedAt: step('reload').startedAt + 4_000 });
    expect(last(rejected(short), agreed)).toMatch(review);
    expect(last(rejected(step('reload', [], gaps)), agreed)).toMatch(review);
  });

  it('learns a share from the runs that accepted, where options name none', () => {
    const silent = scenario('accept', [asked(), step('after')], { repeat: 1 });
    expect(on('reject', [rejected(), accepted, silent])[0]).toMatch(/^needs-review/);
  });

  it('goes by the stated share where acceptances ended with the first that was heard', () => {
    const silent = scenario('accept', [asked(), step('after')]);
    const runs = (count: number) => [
      ...Array.from({ length: count }, (_, repeat) => ({ ...silent, repeat })),
      { ...accepted, repeat: count },
      ...Array.from({ length: 5 }, (_, repeat) => ({ ...rejected(), repeat })),
    ];
    const half = { recorders: [sampled(0.5)] };
    expect(on('reject', runs(4), half)[0]).toMatch(/^pass/);
    // Half of all visits is not what twelve runs show.
    expect(on('reject', runs(11), half)[0]).toMatch(/^needs-review/);
  });

  it('gives the reason where the path was not walked', () => {
    expect(on('reject', [notWalked('reject', 'no-control'), accepted])).toEqual([
      'needs-review: Whether a refusal is honoured was not seen on the path “reject”.',
    ]);
  });

  it('judges leaving everything off alike', () => {
    const off = scenario('settings-off', [
      asked(),
      step('after', [event.ingest(2)]),
      step('reload'),
    ]);
    expect(on('settings-off', [off, accepted])[0]).toMatch(
      /^fail: PostHog sends a recording 2.0 s/,
    );
  });
});

describe('withdrawal', () => {
  const withdraw = (
    withdrawn: Parameters<typeof step>[1],
    reload: Parameters<typeof step>[1] = [],
    more: Parameters<typeof step>[2] = {},
  ) =>
    walkOf([
      scenario('withdraw', [
        asked(),
        step('after', [event.ingest(1)], { clicks: [CLICK] }),
        step('withdrawn', withdrawn, { clicks: [CLICK, { ...CLICK, aim: 'reopen' }] }),
        step('reload', reload, more),
      ]),
    ]);

  it('passes where two clicks stop it and its cookies are gone', () => {
    expect(tellsOf('withdrawal', withdraw([event.ingest(1)]))).toEqual([
      'pass: Clicks to withdraw: 2, to accept: 1, with at most 1 more allowed.',
      'pass: PostHog stops within 5 s of the withdrawal and stays off after a reload.',
      'pass: No name of a recorder, analytics or ads is stored after the withdrawal.',
    ]);
  });

  it('fails a recording after the reload, asks where only the reload stops it', () => {
    expect(outcomesOf('withdrawal', withdraw([], [event.ingest(1)]))[1]).toBe('fail');
    expect(outcomesOf('withdrawal', withdraw([event.ingest(8)]))[1]).toBe('needs-review');
  });

  it('fails cookies that stay, and clicks that are many', () => {
    const kept = { cookies: [cookie('_ga')] };
    expect(outcomesOf('withdrawal', withdraw([], [], kept))[2]).toBe('fail');
    const twice = { cookies: [cookie('_ga'), cookie('_ga', { domain: 'www.shop.example' })] };
    expect(tellsOf('withdrawal', withdraw([], [], twice))[2]).toBe(
      'fail: 1 name is still stored after the withdrawal: _ga.',
    );
    const many = scenario('withdraw', [
      asked(),
      step('after', [], { clicks: [CLICK] }),
      step('withdrawn', [], { clicks: [CLICK, CLICK, CLICK] }),
    ]);
    expect(outcomesOf('withdrawal', walkOf([many]))[0]).toBe('fail');
  });

  it('looks at what is left in every run', () => {
    const run = (repeat: number, more: Parameters<typeof step>[2] = {}) =>
      scenario('withdraw', [asked(), step('after'), step('withdrawn'), step('reload', [], more)], {
        repeat,
      });
    const left = walkOf([run(0, { cookies: [cookie('_ga')] }), run(1)]);
    expect(tellsOf('withdrawal', left).at(-1)).toBe(
      'fail: 1 name is still stored after the withdrawal: _ga.',
    );
    expect(outcomesOf('withdrawal', walkOf([run(0), run(1)])).at(-1)).toBe('pass');
    expect(outcomesOf('withdrawal', walkOf([run(0, gaps), run(1)])).at(-1)).toBe('needs-review');
  });

  it('fails where there is no way back, asks where nobody walked it', () => {
    expect(outcomesOf('withdrawal', walkOf([notWalked('withdraw', 'no-withdrawal')]))).toEqual([
      'fail',
    ]);
    // The search for a way back is a step, too.
    const sought = {
      ...scenario('withdraw', [asked(), step('after', [event.ingest(1)]), step('withdrawn')]),
      ...{ state: 'partly' as const, obstacle: 'no-withdrawal' as const },
    };
    expect(outcomesOf('withdrawal', walkOf([sought]))).toEqual(['fail']);
    expect(outcomesOf('withdrawal', walkOf([notWalked('withdraw', 'timed-out')]))).toEqual([
      'needs-review',
    ]);
    expect(outcomesOf('withdrawal', walkOf([]))).toEqual(['needs-review']);
  });
});

const CLICK = {
  t: 0,
  aim: 'accept',
  label: 'Accept',
  selector: '#a',
  box: { x: 0, y: 0, width: 1, height: 1 },
  trusted: true,
  by: 'program',
  picture: '',
} as const;

describe('re-prompt', () => {
  const loads = (...shown: boolean[]) =>
    outcomesOf(
      're-prompt',
      walkOf([
        scenario('reject', [
          asked(),
          step('after'),
          ...shown.map((is, index) =>
            step((['reload', 'reload-2', 'reload-3'] as const)[index] ?? 'reload', [], {
              banner: is ? banner() : null,
            }),
          ),
        ]),
      ]),
    );

  it('wants three reloads without a banner', () => {
    expect(loads(false, false, false)).toEqual(['pass']);
    expect(loads(false, true, false)).toEqual(['fail']);
    expect(loads(false, false)).toEqual(['needs-review']);
    expect(loads()).toEqual(['needs-review']);
  });
});

describe('cookie-life', () => {
  const set = (...cookies: ReturnType<typeof cookie>[]) =>
    outcomesOf('cookie-life', walkOf([scenario('accept', [step('after', [], { cookies })])]));

  it('compares with thirteen months', () => {
    // From 1 January of a leap year to 1 February of the next.
    const longest = (Date.UTC(2029, 1, 1) - Date.UTC(2028, 0, 1)) / 86_400_000;
    expect(set(cookie('_ga', { days: longest }))).toEqual(['pass']);
    expect(set(cookie('_ga', { days: longest + 0.1 }))).toEqual(['fail']);
    expect(set(cookie('ph_x', { days: 400, recorder: 'posthog' }))).toEqual(['fail']);
    expect(set(cookie('theme', { days: 400 }))).toEqual(['needs-review']);
    expect(set(cookie('choice', { days: 400, essential: true }))).toEqual(['pass']);
    expect(set(cookie('_ga', { days: null }))).toEqual(['pass']);
  });

  it('says nothing good where nobody accepted', () => {
    expect(outcomesOf('cookie-life', walkOf([untouched]))).toEqual(['needs-review']);
  });
});
