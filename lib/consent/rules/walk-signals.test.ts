import { describe, expect, it } from 'vitest';
import type { SignalEvent } from '../../protocol/timeline';
import { findingsOf, outcomesOf, tellsOf } from '../testing/judge';
import { event } from '../testing/visit';
import {
  banner,
  control,
  notWalked,
  request,
  scenario,
  step,
  toggle,
  walkOf,
} from '../testing/walk';

const asked = () => step('before', [], { banner: banner() });
const accepted = scenario('accept', [asked(), step('after', [event.ingest(1)])]);
const posthog = { recorders: ['posthog' as const] };
const mode = (s: number, state: 'granted' | 'denied', note = 'update') =>
  event.signal(s, 'consent-mode', { analytics_storage: state, ad_storage: state }, note);
const google = 'https://region1.google-analytics.com/g/collect';
const call = (s: number, what: 'identify' | 'fingerprint', detail: string, recorder = true) =>
  event.call(s, what, detail, { recorder: recorder ? 'posthog' : null });

describe('purpose-named', () => {
  const named = (more: Parameters<typeof banner>[0], settings = {}) =>
    outcomesOf(
      'purpose-named',
      walkOf(
        [scenario('untouched', [step('before', [], { banner: banner(more), ...settings })])],
        posthog,
      ),
    );

  it('looks into the banner and its settings', () => {
    expect(named({ namesRecording: true })).toEqual(['pass']);
    const settings = banner({ namesRecording: false, toggles: [toggle({ namesRecording: true })] });
    expect(named({ namesRecording: false }, { settings })).toEqual(['pass']);
    const bare = { namesRecording: false, controls: [control('accept'), control('reject')] };
    expect(named(bare)).toEqual(['fail']);
    expect(named({ ...bare, allPurposesRead: false })).toEqual(['needs-review']);
    expect(named({ namesRecording: false, allPurposesRead: false })).toEqual(['needs-review']);
    const lang = { written: 'sw', stated: '', page: '' };
    expect(named({ namesRecording: false, lang })).toEqual(['needs-review']);
  });

  it('fails nothing while settings that are shown stayed unopened', () => {
    const unnamed = { namesRecording: false };
    expect(named(unnamed)).toEqual(['needs-review']);
    const hidden = { ...unnamed, controls: [control('settings', { visible: false })] };
    expect(named(hidden)).toEqual(['fail']);
    const read = banner({ ...unnamed, layer: 2, toggles: [toggle()] });
    expect(named(unnamed, { settings: read })).toEqual(['fail']);
    const unread = banner({ ...unnamed, allPurposesRead: false });
    expect(named(unnamed, { settings: unread })).toEqual(['needs-review']);
    const first = scenario('untouched', [step('before', [], { banner: banner(unnamed) })]);
    const paths = [unread, read].map((settings, repeat) =>
      scenario('settings-off', [step('after', [], { settings })], { repeat }),
    );
    expect(outcomesOf('purpose-named', walkOf([first, ...paths], posthog))).toEqual(['fail']);
  });

  it('knows that there is no recorder only from an acceptance', () => {
    const silent = scenario('accept', [asked(), step('after')]);
    expect(outcomesOf('purpose-named', walkOf([silent]))).toEqual(['pass']);
    expect(outcomesOf('purpose-named', walkOf([]))).toEqual(['needs-review']);
  });
});

describe('recorder-bundled', () => {
  const bundled = (
    toggles: ReturnType<typeof toggle>[],
    recorders = posthog,
    requests: ReturnType<typeof request>[] = [],
  ) => {
    const settings = banner({ layer: 2, toggles });
    const first = step('before', [], { banner: banner(), settings, requests });
    return outcomesOf('recorder-bundled', walkOf([scenario('untouched', [first])], recorders));
  };

  it('wants a switch of its own for recording', () => {
    const counted = [request(2, 'https://us.i.posthog.com/e/', { purpose: 'analytics' })];
    expect(bundled([toggle(), toggle({ label: 'Ads' })], posthog, counted)).toEqual(['fail']);
    // Nothing was counted, so that a switch under another name may be the recorder's alone.
    expect(bundled([toggle(), toggle({ label: 'Ads' })])).toEqual(['needs-review']);
    const shared = toggle({ label: 'Statistics and session recording', namesRecording: true });
    expect(bundled([shared])).toEqual(['fail']);
    expect(bundled([toggle(), toggle({ label: 'Session replay', namesRecording: true })])).toEqual([
      'pass',
    ]);
    expect(bundled([toggle({ essential: true })])).toEqual(['needs-review']);
    const unopened = step('before', [], {
      banner: banner({ toggles: [toggle()] }),
      requests: counted,
    });
    expect(
      outcomesOf('recorder-bundled', walkOf([scenario('untouched', [unopened])], posthog)),
    ).toEqual(['needs-review']);
    expect(bundled([toggle()], { recorders: [] as never })).toEqual([]);
  });
});

describe('gpc-honoured', () => {
  const gpc = event.signal(0, 'gpc', { 'sale-or-sharing': 'denied' }, 'on');
  const ads = request(1, 'https://ads.example/p', { category: 'ad', owner: 'Ads' });
  const on = (...events: Parameters<typeof step>[1] & object) =>
    scenario('gpc', [step('before', [gpc, ...events]), step('reload', [gpc])]);

  it('fails where data goes to ads', () => {
    const walk = walkOf([scenario('gpc', [step('before', [gpc], { requests: [ads] })])]);
    expect(outcomesOf('gpc-honoured', walk)[0]).toBe('fail');
  });

  it('passes where it goes there on other paths alone, and the state shows the opt-out', () => {
    const sells = scenario('accept', [step('after', [event.ingest(1)], { requests: [ads] })]);
    expect(tellsOf('gpc-honoured', walkOf([on(mode(1, 'denied')), sells]))).toEqual([
      'pass: With the Global Privacy Control on, no company whose trade is ads was sent data, in 2 steps. On other paths: 1.',
      'pass: PostHog did nothing with the Global Privacy Control on.',
      'pass: The page’s own state shows the opt-out: consent-mode.',
    ]);
  });

  it('asks of recorders, of a state that grants, and of what was not seen', () => {
    expect(
      outcomesOf('gpc-honoured', walkOf([on(event.ingest(1), mode(1, 'granted')), accepted])),
    ).toEqual(['pass', 'needs-review', 'needs-review']);
    expect(outcomesOf('gpc-honoured', walkOf([scenario('gpc', [step('before')])]))).toEqual([
      'needs-review',
    ]);
    expect(outcomesOf('gpc-honoured', walkOf([on()], posthog))).toEqual([
      ...['needs-review', 'needs-review', 'needs-review'],
    ]);
    expect(outcomesOf('gpc-honoured', walkOf([]))).toEqual(['needs-review']);
  });

  it('passes no absence on a path that was seen too little of, or without an acceptance', () => {
    const two = (...walk: Parameters<typeof walkOf>[0]) =>
      outcomesOf('gpc-honoured', walkOf(walk, posthog)).slice(0, 2);
    expect(two(on(), accepted)).toEqual(['pass', 'pass']);
    expect(two(on())).toEqual(['needs-review', 'needs-review']);
    const noBanner = scenario('accept', [asked()], {
      ...{ state: 'partly', obstacle: 'no-banner' },
    });
    expect(two(on(), noBanner)).toEqual(['needs-review', 'needs-review']);
    const cold = scenario('gpc', [step('before', [gpc])]);
    expect(two(cold, accepted)).toEqual(['needs-review', 'needs-review']);
    const short = step('reload', [gpc], { endedAt: step('reload').startedAt + 4_000 });
    const brief = scenario('gpc', [step('before', [gpc]), short]);
    expect(two(brief, accepted)).toEqual(['needs-review', 'needs-review']);
  });

  it('fails a state that grants, by the law that gives the opt-out', () => {
    const walk = walkOf([on(mode(1, 'granted'))]);
    expect(outcomesOf('gpc-honoured', walk, { region: 'ccpa' }).at(-1)).toBe('fail');
  });

  it('reads what the Global Privacy Platform says of sale, sharing and targeted ads', () => {
    const last = (states: SignalEvent['states'], ...more: SignalEvent[]) =>
      tellsOf(
        'gpc-honoured',
        walkOf([on(event.signal(1, 'gpp', states, 'read'), ...more), accepted]),
        { region: 'ccpa' },
      ).at(-1);
    const sale = 'usnat SaleOptOut';
    const fails =
      'fail: The page’s own state grants consent although the Global Privacy Control is on: gpp.';
    expect(last({ [sale]: 'granted' })).toBe(fails);
    expect(last({ [sale]: 'granted', 'usnat Gpc': 'denied' })).toBe(fails);
    expect(last({ [sale]: 'denied', 'usnat SharingOptOut': 'granted' })).toBe(fails);
    // That another signal denies makes up for nothing.
    expect(last({ [sale]: 'granted' }, mode(1, 'denied'))).toBe(fails);
    expect(last({ [sale]: 'denied', 'usnat ProcessingOptOut': 'granted' })).toBe(
      'pass: The page’s own state shows the opt-out: gpp.',
    );
    const asks =
      'needs-review: There is a Global Privacy Platform string. Look whether it shows the opt-out.';
    expect(last({ 'usnat Gpc': 'denied' })).toBe(asks);
    expect(last({ [sale]: 'unset' })).toBe(asks);
  });
});

describe('signals-agree', () => {
  const refused = (...events: Parameters<typeof step>[1] & object) =>
    walkOf([scenario('reject', [asked(), step('after', events)])]);

  it('fails what goes against a refusal, asks of what goes against an acceptance', () => {
    expect(tellsOf('signals-agree', refused(mode(1, 'granted')))).toEqual([
      'fail: After a refusal, Google Consent Mode says granted, in 1 of 1 steps.',
    ]);
    expect(tellsOf('signals-agree', refused(event.ingest(1)))).toEqual([
      'fail: After a refusal, traffic goes on as if it was accepted, in 1 of 1 steps: posthog.',
    ]);
    const walk = walkOf([scenario('accept', [step('after', [mode(1, 'denied')])])]);
    expect(outcomesOf('signals-agree', walk)).toEqual(['needs-review']);
  });

  it('fails where the page says one thing and the wire another', () => {
    const requests = [request(2, google, { category: 'analytics', gcs: 'G111' })];
    const walk = walkOf([scenario('reject', [step('after', [mode(1, 'denied')], { requests })])]);
    expect(tellsOf('signals-agree', walk)).toContain(
      'fail: In 1 step the page’s Consent Mode says denied while the wire says granted (G111).',
    );
  });

  it('asks where the default came after the first request', () => {
    const requests = [request(0.2, google, { category: 'analytics', gcs: 'G100' })];
    const first = step('before', [mode(0.5, 'denied', 'default')], { requests });
    expect(tellsOf('signals-agree', walkOf([scenario('untouched', [first])]))).toEqual([
      'needs-review: Consent Mode was given its default 300 ms after the first request that should have known it, in 1 step.',
    ]);
  });

  it('asks where the probe saw a tag run before the default', () => {
    const late = { ...mode(0.5, 'denied', 'default'), details: { setLate: true } };
    expect(
      tellsOf('signals-agree', walkOf([scenario('untouched', [step('before', [late])])])),
    ).toEqual(['needs-review: Consent Mode was given its default after tags had run, in 1 step.']);
  });

  it('passes where all agree, asks where there is nothing to compare', () => {
    expect(outcomesOf('signals-agree', refused(mode(1, 'denied')))).toEqual(['pass']);
    expect(outcomesOf('signals-agree', refused())).toEqual(['needs-review']);
    expect(outcomesOf('signals-agree', walkOf([]))).toEqual(['needs-review']);
    const gaps = scenario('reject', [
      step('after', [mode(1, 'denied')], { timeline: { fromStart: false } }),
    ]);
    expect(outcomesOf('signals-agree', walkOf([gaps]))).toEqual(['needs-review']);
  });
});

describe('path-not-walked', () => {
  it('tells each path that ended early, with its reason', () => {
    const walk = walkOf([
      notWalked('reject', 'control-covered'),
      scenario('accept', [asked()], { state: 'partly', obstacle: 'interrupted' }),
    ]);
    expect(tellsOf('path-not-walked', walk)).toEqual([
      'needs-review: The path “reject” could not be walked.',
      'needs-review: The path “accept” ended early. Steps walked: 1.',
    ]);
    expect(findingsOf('path-not-walked', walk)[0]?.why[0]?.id).toBe(
      'consent.walk.obstacle.controlCovered',
    );
  });

  it('passes whole walks, and no empty one', () => {
    expect(outcomesOf('path-not-walked', walkOf([accepted]))).toEqual(['pass']);
    expect(outcomesOf('path-not-walked', walkOf([]))).toEqual(['needs-review']);
  });
});

describe('no-consent-asked', () => {
  const walk = walkOf([scenario('untouched', [step('before', [event.ingest(1)])])]);

  it('asks, or fails where the policy wants consent', () => {
    expect(outcomesOf('no-consent-asked', walk)).toEqual(['needs-review']);
    expect(outcomesOf('no-consent-asked', walk, { consentRequired: true })).toEqual(['fail']);
    expect(outcomesOf('no-consent-asked', walkOf([accepted]))).toEqual(['pass']);
  });

  it('takes no vendor’s own state for a question', () => {
    const saying = (...events: Parameters<typeof step>[1] & object) =>
      outcomesOf(
        'no-consent-asked',
        walkOf([scenario('untouched', [step('before', [...events, event.ingest(1)])])]),
      );
    const clarity = event.signal(0.5, 'clarity', { analytics_Storage: 'granted' }, 'read');
    expect(saying(clarity, mode(0.1, 'denied', 'default'))).toEqual(['needs-review']);
    expect(saying(event.signal(0.5, 'gpp', {}, 'read'))).toEqual(['pass']);
  });
});

describe('segment-consent-defects', () => {
  const set = (details: SignalEvent['details']) =>
    outcomesOf(
      'segment-consent-defects',
      walkOf([
        scenario('untouched', [
          step('before', [{ ...event.signal(0, 'segment', {}), ...(details && { details }) }]),
        ]),
      ]),
    );
  const good = {
    implyConsentOnInteraction: false,
    closeBehavior: 'dismiss',
    defaultDestinationBehavior: 'disable',
    loaderLeft: false,
  };

  it('fails each way in which doing nothing is consent', () => {
    expect(set(good)).toEqual(['pass']);
    expect(set({ ...good, implyConsentOnInteraction: true })).toEqual(['fail']);
    expect(set({ ...good, closeBehavior: 'accept', loaderLeft: true })).toEqual(['fail', 'fail']);
    expect(set({ ...good, defaultDestinationBehavior: 'imply' })).toEqual(['fail']);
    expect(set(undefined)).toEqual(['needs-review']);
    expect(outcomesOf('segment-consent-defects', walkOf([accepted]))).toEqual([]);
  });
});

describe('proof-too-weak', () => {
  const kept = (details?: SignalEvent['details'], signal: SignalEvent['signal'] = 'tcf') =>
    outcomesOf(
      'proof-too-weak',
      walkOf([
        scenario('accept', [
          step('after', [{ ...event.signal(1, signal, {}), ...(details && { details }) }]),
        ]),
      ]),
    );

  it('wants a time and a version', () => {
    expect(kept({ created: 1_790_000_000_000, policyVersion: 5 })).toEqual(['pass']);
    expect(kept({ created: 0, policyVersion: 5 })).toEqual(['fail']);
    expect(kept({ created: 1, policyVersion: 0 })).toEqual(['fail']);
    expect(kept()).toEqual(['needs-review']);
    expect(kept(undefined, 'klaro')).toEqual(['needs-review']);
    expect(outcomesOf('proof-too-weak', walkOf([accepted]))).toEqual(['needs-review']);
    expect(outcomesOf('proof-too-weak', walkOf([]))).toEqual(['needs-review']);
  });
});

describe('identify-before-consent', () => {
  const at = (id: 'before' | 'after', ...calls: ReturnType<typeof call>[]) =>
    walkOf([
      scenario('accept', [
        step('before', id === 'before' ? calls : []),
        step('after', id === 'after' ? calls : []),
      ]),
    ]);

  it('fails an e-mail and traits without consent, asks of an id', () => {
    const rule = 'identify-before-consent';
    expect(outcomesOf(rule, at('before', call(1, 'identify', 'email-as-id')))).toEqual(['fail']);
    expect(outcomesOf(rule, at('before', call(1, 'identify', 'id')))).toEqual(['needs-review']);
    expect(outcomesOf(rule, at('after', call(1, 'identify', 'traits')))).toEqual(['pass']);
    expect(outcomesOf(rule, walkOf([]))).toEqual(['needs-review']);
  });
});

describe('fingerprinting', () => {
  const read = (id: 'before' | 'after', recorder: boolean) =>
    outcomesOf(
      'fingerprinting',
      walkOf([
        scenario('accept', [
          step('before', id === 'before' ? [call(1, 'fingerprint', 'canvas', recorder)] : []),
          step('after', id === 'after' ? [call(1, 'fingerprint', 'canvas', recorder)] : []),
        ]),
      ]),
    );

  it('fails a recorder that does it without consent, asks of others', () => {
    expect(read('before', true)).toEqual(['fail']);
    expect(read('before', false)).toEqual(['needs-review']);
    expect(read('after', true)).toEqual(['needs-review']);
    expect(outcomesOf('fingerprinting', walkOf([accepted]))).toEqual(['pass']);
    expect(outcomesOf('fingerprinting', walkOf([]))).toEqual(['needs-review']);
  });
});

describe('timeline-incomplete', () => {
  it('counts the steps with gaps', () => {
    expect(outcomesOf('timeline-incomplete', walkOf([accepted]))).toEqual(['pass']);
    const walk = walkOf([scenario('untouched', [step('before', [], { requestsDropped: 3 })])]);
    expect(tellsOf('timeline-incomplete', walk)[0]).toMatch(
      /^needs-review: 1 of 1 steps .* Left out: 3\.$/,
    );
    expect(outcomesOf('timeline-incomplete', walkOf([]))).toEqual(['needs-review']);
  });
});
