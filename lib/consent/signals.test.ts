import { describe, expect, it } from 'vitest';
import { SIGNAL_NAMES } from '../protocol/timeline';
import {
  asksForConsent,
  choicesFromSignals,
  effectiveSignals,
  firstDecision,
  gpcIsOn,
  isStored,
  lastDecision,
  type SignalName,
  summarise,
} from './signals';
import { event, START, timelineOf } from './testing/visit';

describe('effectiveSignals', () => {
  it('takes what each signal said last, and lets a consent update change only what it names', () => {
    const events = [
      event.signal(
        0,
        'consent-mode',
        { ad_storage: 'denied', analytics_storage: 'denied' },
        'default',
      ),
      event.signal(1, 'consent-mode', { analytics_storage: 'granted' }, 'update'),
      event.signal(2, 'klaro', { posthog: 'unset' }, 'asking'),
    ];
    const signals = effectiveSignals(events);
    expect(signals.get('consent-mode')?.states).toEqual({
      ad_storage: 'denied',
      analytics_storage: 'granted',
    });
    expect(signals.get('klaro')?.note).toBe('asking');
    expect(signals.has('tcf')).toBe(false);
    expect(effectiveSignals(events, (events[0]?.t ?? 0) + 1).get('consent-mode')?.note).toBe(
      'default',
    );
  });
});

describe('summarise', () => {
  it.each([
    [{ a: 'granted', b: 'granted' }, 'granted'],
    [{ a: 'denied' }, 'denied'],
    [{ a: 'granted', b: 'denied' }, 'mixed'],
    [{ a: 'unset' }, 'unset'],
    [{}, 'unset'],
    [{ security_storage: 'granted', ad_storage: 'denied' }, 'denied'],
  ] as const)('%o is %s', (states, whole) => {
    expect(summarise(event.signal(0, 'consent-mode', states))).toBe(whole);
  });
});

describe('decisions', () => {
  it('does not take opening the settings for one', () => {
    const timeline = timelineOf([
      event.choice(1, 'settings'),
      event.choice(2, 'reject'),
      event.choice(9, 'accept'),
    ]);
    expect(firstDecision(timeline)).toMatchObject({ choice: 'reject' });
    expect(lastDecision(timeline)).toMatchObject({ choice: 'accept' });
    expect(firstDecision(timelineOf([event.choice(1, 'settings')]))).toBeNull();
  });

  it('tells a stored one from a click in the first moment', () => {
    const timeline = timelineOf([]);
    const check = (by: 'click' | 'signal') => {
      const decision = firstDecision(timelineOf([event.choice(0, 'accept', { by })]));
      return decision !== null && isStored(decision, timeline);
    };
    expect(check('signal')).toBe(true);
    expect(check('click')).toBe(false);
  });
});

describe('choicesFromSignals', () => {
  const choices = (signal: SignalName, note: string, state: 'granted' | 'denied' | 'unset') =>
    choicesFromSignals(timelineOf([event.signal(2, signal, { a: state }, note)])).map((one) => [
      one.choice,
      one.t - START,
    ]);

  it.each([
    'klaro',
    'onetrust',
    'cookiebot',
    'didomi',
    'usercentrics',
    'vanilla-cookieconsent',
    'tarteaucitron',
    'shopify',
    'segment',
    'gpp',
  ] as const)('%s decides by what was saved here, or stored before', (signal) => {
    expect(choices(signal, 'saved', 'denied')).toEqual([['reject', 2_000]]);
    expect(choices(signal, 'stored', 'granted')).toEqual([['accept', 0]]);
  });

  it.each(['asking', 'default', 'read', 'update', 'event', 'not ready', 'off'])(
    'takes "%s" for no decision',
    (note) => {
      for (const signal of SIGNAL_NAMES) expect(choices(signal, note, 'denied')).toEqual([]);
    },
  );

  it('takes no default for a refusal, nor what the browser says on every site', () => {
    expect(choices('onetrust', 'saved', 'unset')).toEqual([]);
    expect(choices('dnt', 'stored', 'denied')).toEqual([]);
    expect(choices('gpc', 'saved', 'denied')).toEqual([]);
  });
});

/** States that are there without anybody being asked. */
const VENDORS: readonly string[] = ['consent-mode', 'gpc', 'dnt', 'clarity', 'uet', 'shopify'];

describe('asking and GPC', () => {
  it('a banner that is seen asks, and so does a platform; GPC and DNT alone do not', () => {
    expect(asksForConsent(timelineOf([event.banner(1)]))).toBe(true);
    expect(asksForConsent(timelineOf([event.signal(1, 'tcf', {})]))).toBe(true);
    expect(asksForConsent(timelineOf([event.banner(1, { visible: false })]))).toBe(false);
    expect(asksForConsent(timelineOf([event.signal(1, 'gpc', {}, 'on')]))).toBe(false);
    expect(asksForConsent(timelineOf([event.signal(1, 'dnt', {}, 'on')]))).toBe(false);
  });

  it.each([
    ...SIGNAL_NAMES.map((signal) => [signal, signal === 'segment' ? 'asking' : 'read'] as const),
    ['segment', 'event'] as const,
    ['consent-mode', 'default'] as const,
  ])('%s (%s) asks only where it is a consent platform’s', (signal, note) => {
    const isPlatform = !VENDORS.includes(signal) && note !== 'event';
    expect(asksForConsent(timelineOf([event.signal(1, signal, {}, note)]))).toBe(isPlatform);
  });

  it('GPC is on where its last word is', () => {
    expect(
      gpcIsOn(timelineOf([event.signal(0, 'gpc', {}, 'off'), event.signal(1, 'gpc', {}, 'on')])),
    ).toBe(true);
    expect(gpcIsOn(timelineOf([]))).toBe(false);
  });
});
