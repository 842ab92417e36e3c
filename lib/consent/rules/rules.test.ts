import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../core/translator';
import { FindingSchema } from '../../protocol/findings';
import type { ConsentEvidence } from '../contract';
import { detected, event, visit } from '../testing/visit';
import { CONSENT_RULES, runConsentRules } from './index';

const say = createTranslator();
const judge = (rule: string, evidence: ConsentEvidence) =>
  runConsentRules(evidence)
    .filter((finding) => finding.rule === rule)
    .map(({ outcome, recorder, text }) => ({ outcome, recorder, text: say(text.id, text.params) }));
const outcomes = (rule: string, evidence: ConsentEvidence) =>
  judge(rule, evidence).map(({ outcome }) => outcome);

const asked = event.banner(0.1);
const posthog = { recorders: [detected('posthog')] };

describe('before-choice', () => {
  it('fails with the lead that the recorder had', () => {
    const evidence = visit([asked, event.ingest(1.6), event.choice(2, 'accept')]);
    expect(judge('before-choice', evidence)).toEqual([
      { outcome: 'fail', recorder: 'posthog', text: 'PostHog starts 0.4 s before any choice.' },
    ]);
  });

  it('fails where nobody has chosen yet, and counts storage and starts', () => {
    const stored = visit([asked, event.storage(0.5, 'ph_x_posthog')]);
    expect(judge('before-choice', stored)[0]?.text).toBe(
      'PostHog leaves traces 0.5 s after the page begins, and nobody has made a choice.',
    );
    expect(outcomes('before-choice', visit([asked, event.recorder(1, 'started')]))).toEqual([
      'fail',
    ]);
  });

  it('lets a recorder load, fetch its settings and remember a refusal', () => {
    const evidence = visit([
      asked,
      event.recorder(0.2, 'loaded'),
      event.request(0.3, 'https://eu.i.posthog.com/flags/', {
        recorder: 'posthog',
        purpose: 'config',
      }),
      event.storage(0.4, '__ph_opt_in_out_phc_1'),
      event.storage(0, 'ph_old_posthog', { action: 'present' }),
      event.choice(2, 'accept'),
      event.ingest(3),
    ]);
    expect(outcomes('before-choice', evidence)).toEqual(['pass']);
  });

  it('counts a name that turned up without a witness', () => {
    const evidence = visit([asked, event.storage(1, 'ph_x_posthog', { action: 'present' })]);
    expect(outcomes('before-choice', evidence)).toEqual(['fail']);
  });

  it('can’t tell where a choice was stored before', () => {
    const stored = event.choice(0, 'accept', { by: 'signal', trusted: false });
    expect(outcomes('before-choice', visit([stored, event.ingest(1)]))).toEqual(['needs-review']);
  });

  it('does not pass on absence that it could not have seen', () => {
    const events = [asked, event.choice(2, 'accept')];
    expect(outcomes('before-choice', visit(events, {}, posthog))).toEqual(['pass']);
    expect(outcomes('before-choice', visit(events, { fromStart: false }, posthog))).toEqual([]);
    expect(outcomes('before-choice', visit(events, { dropped: 1 }, posthog))).toEqual([]);
    expect(outcomes('before-choice', visit([asked]))).toEqual(['pass']);
    expect(outcomes('before-choice', visit([asked], { fromStart: false }))).toEqual([]);
  });

  it('opening the settings is no choice', () => {
    const evidence = visit([
      asked,
      event.choice(1, 'settings'),
      event.ingest(2),
      event.choice(3, 'accept'),
    ]);
    expect(outcomes('before-choice', evidence)).toEqual(['fail']);
  });
});

describe('no-consent-asked', () => {
  it('asks a person, and fails where the policy wants consent', () => {
    expect(outcomes('no-consent-asked', visit([event.ingest(1)]))).toEqual(['needs-review']);
    const strict = { policy: { consentRequired: true } };
    expect(outcomes('no-consent-asked', visit([event.ingest(1)], {}, strict))).toEqual(['fail']);
    const late = visit([event.ingest(1)], { fromStart: false }, strict);
    expect(outcomes('no-consent-asked', late)).toEqual(['needs-review']);
  });

  it('says nothing where consent is asked or no recorder is active', () => {
    expect(outcomes('no-consent-asked', visit([asked, event.ingest(1)]))).toEqual([]);
    expect(outcomes('no-consent-asked', visit([], {}, posthog))).toEqual([]);
    const platform = event.signal(0.5, 'onetrust', {}, 'asking');
    expect(outcomes('no-consent-asked', visit([platform, event.ingest(1)]))).toEqual([]);
  });

  it('takes no vendor’s own state for a question', () => {
    const clarity = event.signal(0.5, 'clarity', { analytics_Storage: 'granted' }, 'read');
    const mode = event.signal(0.1, 'consent-mode', { ad_storage: 'granted' }, 'default');
    expect(outcomes('no-consent-asked', visit([mode, clarity, event.ingest(1)]))).toEqual([
      'needs-review',
    ]);
  });
});

describe('purpose-named', () => {
  const named = (...banners: Parameters<typeof event.banner>[1][]) =>
    outcomes(
      'purpose-named',
      visit(
        banners.map((one, i) => event.banner(i, one)),
        {},
        posthog,
      ),
    );

  it('passes where any state of the banner names recording, fails where all of it names none', () => {
    expect(named({ namesRecording: false }, { namesRecording: true })).toEqual(['pass']);
    expect(named({ namesRecording: false })).toEqual(['fail']);
  });

  it('can’t tell where purposes are folded away or the language is unknown', () => {
    expect(named({ allPurposesRead: false })).toEqual(['needs-review']);
    expect(named({ lang: 'cy' })).toEqual(['needs-review']);
    expect(named({ lang: '' })).toEqual(['fail']);
    const unseen = visit([event.signal(1, 'tcf', {}, 'tcloaded')], {}, posthog);
    expect(outcomes('purpose-named', unseen)).toEqual(['needs-review']);
  });

  it('asks nothing of a page without a recorder', () => {
    expect(outcomes('purpose-named', visit([asked]))).toEqual([]);
  });
});

describe('reject-honoured', () => {
  const refused = [asked, event.choice(2, 'reject')];

  it('fails where a recording is sent after the refusal, and says when', () => {
    expect(judge('reject-honoured', visit([...refused, event.ingest(5.2)]))).toEqual([
      {
        outcome: 'fail',
        recorder: 'posthog',
        text: 'PostHog sends a recording 3.2 s after the refusal.',
      },
    ]);
  });

  it('fails on a start and on storage, tells the worst first', () => {
    const start = visit([...refused, event.recorder(4, 'started')]);
    expect(judge('reject-honoured', start)[0]?.text).toBe(
      'PostHog begins to record 2.0 s after the refusal.',
    );
    const both = visit([...refused, event.storage(3, 'ph_x_posthog'), event.ingest(6)]);
    expect(judge('reject-honoured', both)[0]?.text).toContain('sends a recording');
  });

  it('passes after a long enough look, asks for one after a short look', () => {
    const rest = { ...posthog, readAt: (refused[1]?.t ?? 0) + 1_000 };
    expect(outcomes('reject-honoured', visit(refused, {}, posthog))).toEqual(['pass']);
    expect(outcomes('reject-honoured', visit(refused, {}, rest))).toEqual(['needs-review']);
    expect(outcomes('reject-honoured', visit(refused, { fromStart: false }, posthog))).toEqual([]);
  });

  it('judges a withdrawal, and not an acceptance', () => {
    const withdrawn = visit([
      asked,
      event.choice(1, 'accept'),
      event.ingest(2),
      event.choice(3, 'reject'),
    ]);
    expect(outcomes('reject-honoured', withdrawn)).toEqual(['pass']);
    expect(
      outcomes('reject-honoured', visit([asked, event.choice(1, 'accept'), event.ingest(2)])),
    ).toEqual([]);
  });

  it('judges each recorder by itself', () => {
    const both = { recorders: [detected('posthog'), detected('clarity')] };
    expect(
      judge('reject-honoured', visit([...refused, event.ingest(4)], {}, both)).map(
        ({ outcome, recorder }) => [recorder, outcome],
      ),
    ).toEqual([
      ['posthog', 'fail'],
      ['clarity', 'pass'],
    ]);
  });
});

describe('signals-agree', () => {
  const mode = (state: 'granted' | 'denied', note = 'update') =>
    event.signal(3, 'consent-mode', { analytics_storage: state }, note);
  const klaro = (state: 'granted' | 'denied') =>
    event.signal(3, 'klaro', { posthog: state }, 'saved');

  it('fails where a signal grants what was refused', () => {
    expect(judge('signals-agree', visit([event.choice(2, 'reject'), mode('granted')]))).toEqual([
      {
        outcome: 'fail',
        recorder: null,
        text: 'The choice was to reject, but Google Consent Mode says granted.',
      },
    ]);
  });

  it('asks where a signal denies what was accepted, fails where signals contradict each other', () => {
    expect(outcomes('signals-agree', visit([event.choice(2, 'accept'), mode('denied')]))).toEqual([
      'needs-review',
    ]);
    expect(outcomes('signals-agree', visit([klaro('denied'), mode('granted')]))).toEqual(['fail']);
  });

  it('asks where a default came too late', () => {
    expect(
      outcomes('signals-agree', visit([event.choice(2, 'accept'), mode('granted', 'wasSetLate')])),
    ).toEqual(['needs-review']);
  });

  it('passes where two agree, says nothing where there is nothing to compare', () => {
    expect(
      outcomes(
        'signals-agree',
        visit([event.choice(2, 'reject'), klaro('denied'), mode('denied')]),
      ),
    ).toEqual(['pass']);
    expect(outcomes('signals-agree', visit([klaro('denied'), mode('denied')]))).toEqual(['pass']);
    expect(outcomes('signals-agree', visit([mode('denied')]))).toEqual([]);
    expect(outcomes('signals-agree', visit([event.choice(2, 'accept')]))).toEqual([]);
  });

  it('leaves GPC to its own rule', () => {
    const gpc = event.signal(0, 'gpc', { 'sale-or-sharing': 'denied' }, 'on');
    expect(outcomes('signals-agree', visit([gpc, event.choice(2, 'accept')]))).toEqual([]);
  });
});

describe('gpc-honoured', () => {
  const gpc = event.signal(0, 'gpc', { 'sale-or-sharing': 'denied' }, 'on');

  it('asks a person where a recorder is active, passes where none was', () => {
    expect(outcomes('gpc-honoured', visit([gpc, event.ingest(2)]))).toEqual(['needs-review']);
    expect(outcomes('gpc-honoured', visit([gpc]))).toEqual(['pass']);
    expect(outcomes('gpc-honoured', visit([gpc], { fromStart: false }))).toEqual([]);
    expect(outcomes('gpc-honoured', visit([event.ingest(2)]))).toEqual([]);
  });
});

describe('timeline-incomplete', () => {
  it('says that absence proves nothing where the start or events are missing', () => {
    expect(outcomes('timeline-incomplete', visit([]))).toEqual(['pass']);
    expect(outcomes('timeline-incomplete', visit([], { fromStart: false }))).toEqual([
      'needs-review',
    ]);
    expect(judge('timeline-incomplete', visit([], { dropped: 1 }))[0]?.text).toMatch(
      /^1 event did not fit/,
    );
  });
});

describe('every rule', () => {
  const busy = visit([
    asked,
    event.signal(0, 'gpc', {}, 'on'),
    event.ingest(1),
    event.storage(1, 'ph_x_posthog'),
    event.choice(2, 'reject'),
    event.signal(2, 'klaro', { posthog: 'granted' }, 'saved'),
    event.ingest(4),
  ]);

  it('gives findings of the shared shape, in words, with ids that stay', () => {
    const findings = runConsentRules(busy);
    expect(findings.length).toBeGreaterThan(4);
    for (const finding of findings) {
      expect(v.is(FindingSchema, finding)).toBe(true);
      for (const { id, params } of [finding.text, ...finding.why]) {
        expect(say(id, params)).not.toMatch(/^$|\$\d|undefined|NaN/);
      }
    }
    const ids = findings.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(runConsentRules(busy).map(({ id }) => id)).toEqual(ids);
  });

  it.each(CONSENT_RULES.map(({ id }) => id))('%s has its folder, its title and its page', (id) => {
    expect(existsSync(`lib/consent/rules/${id}/rule.ts`)).toBe(true);
    expect(readFileSync(`docs/rules/${id}.md`, 'utf8')).toMatch(new RegExp(`^# ${id}\n`));
  });

  it('judges an empty visit without a finding that could be taken for clear', () => {
    expect(runConsentRules(visit([], { fromStart: false })).map(({ outcome }) => outcome)).toEqual([
      'needs-review',
    ]);
  });
});
