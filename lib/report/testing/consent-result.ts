import { DEFAULT_WALK_POLICY } from '../../consent/walk-policy';
import { message } from '../../core/message';
import type { Finding } from '../../protocol/findings';
import type { BannerControl, BannerReading } from '../../protocol/walk/banner';
import type { WalkStep } from '../../protocol/walk/step';
import type { Walk } from '../../protocol/walk/walk';
import type { ConsentResult } from '../consent-file';

/** What must not be handed on, as it stands in every place of the result that holds words. */
export const SECRET = 'ada@example.com';
const NOON = Date.UTC(2026, 10, 22, 12);

const box = { x: 10, y: 20, width: 120, height: 40 };

const control: BannerControl = {
  role: 'reject',
  label: `Reject for ${SECRET}`,
  selector: `button[title="${SECRET}"]`,
  kind: 'button',
  acknowledges: false,
  later: false,
  box,
  visible: true,
  hittable: true,
  focusable: true,
  named: true,
  fontPx: 16,
  fontWeight: 400,
  textContrast: 4.5,
  fillContrast: null,
};

const banner: BannerReading = {
  cmp: 'klaro',
  cmpBy: 'marks',
  visible: true,
  layer: 1,
  selector: `#klaro [title="${SECRET}"]`,
  box,
  where: { frame: 'top', shadow: 'none' },
  after: 300,
  lang: { stated: 'en', written: 'en', page: 'en' },
  controls: [control],
  toggles: [
    {
      label: SECRET,
      selector: 'input',
      on: false,
      disabled: false,
      visible: true,
      essential: false,
      legitimateInterest: false,
      namesRecording: true,
    },
  ],
  namesRecording: true,
  allPurposesRead: true,
  policyLink: {
    label: SECRET,
    selector: 'a',
    href: `https://acme.test/privacy?for=${SECRET}`,
    status: 200,
    hittable: true,
  },
  wall: { scrollLocked: false, inert: false, blurred: false, covered: 0.3 },
  keyboard: null,
};

const step: WalkStep = {
  id: 'after',
  url: `https://acme.test/u/${SECRET}?token=abc`,
  startedAt: NOON,
  endedAt: NOON + 9_000,
  choiceAt: NOON + 2_000,
  timeline: {
    startedAt: NOON,
    fromStart: true,
    dropped: 0,
    events: [
      { t: NOON, kind: 'signal', signal: 'gpc', states: { sale: 'denied' }, note: '' },
      {
        t: NOON + 1,
        kind: 'signal',
        signal: 'consent-mode',
        states: { [SECRET]: 'unset' },
        note: SECRET,
        details: { cmpId: SECRET },
      },
      {
        t: NOON + 2,
        kind: 'signal',
        signal: 'consent-mode',
        states: { analytics_storage: 'denied' },
        note: 'default',
      },
      {
        t: NOON,
        kind: 'storage',
        area: 'cookie',
        name: SECRET,
        action: 'set',
        recorder: null,
      },
      {
        t: NOON,
        kind: 'request',
        method: 'GET',
        url: `https://acme.test/${SECRET}`,
        via: 'fetch',
        recorder: null,
        purpose: 'other',
        bytes: null,
      },
      {
        t: NOON,
        kind: 'banner',
        visible: true,
        cmp: SECRET,
        namesRecording: true,
        lang: 'en',
      },
      {
        t: NOON,
        kind: 'choice',
        choice: 'reject',
        by: 'click',
        trusted: true,
        selector: `[title="${SECRET}"]`,
      },
      {
        t: NOON,
        kind: 'call',
        what: 'identify',
        recorder: 'posthog',
        detail: 'traits',
        by: `https://acme.test/${SECRET}.js`,
      },
    ],
  },
  requests: [
    {
      t: NOON + 500,
      method: 'POST',
      url: `https://eu.i.posthog.test/s?distinct_id=${SECRET}`,
      type: 'beacon',
      party: 'third',
      owner: 'PostHog',
      category: 'analytics',
      recorder: 'posthog',
      purpose: 'ingest',
      payload: 'recording',
      bytes: 1200,
      initiator: `https://acme.test/app.js?u=${SECRET}`,
      gcs: SECRET.slice(0, 20),
      fromWorker: false,
    },
    {
      t: NOON + 5_000,
      method: 'GET',
      url: `https://cdn.nobody.test/${SECRET}.js`,
      type: 'script',
      party: 'third',
      owner: '',
      category: '',
      recorder: null,
      purpose: 'other',
      payload: 'none',
      bytes: null,
      initiator: 'parser',
      fromWorker: false,
    },
  ],
  requestsDropped: 0,
  cookies: [
    {
      name: `ph_${SECRET}`,
      domain: 'acme.test',
      party: 'first',
      httpOnly: false,
      days: 365,
      recorder: 'posthog',
      essential: false,
    },
  ],
  stored: [
    {
      area: 'localStorage',
      name: 'user_8f2c1b9a7e60',
      origin: 'https://acme.test',
      recorder: null,
      essential: false,
    },
  ],
  clicks: [
    {
      t: NOON + 2_000,
      aim: 'reject',
      label: `Reject for ${SECRET}`,
      selector: `button[title="${SECRET}"]`,
      box,
      trusted: true,
      by: 'program',
      picture: 'reject-0-after.png',
    },
  ],
  banner,
  settings: null,
  bannerAtEnd: false,
  picture: '',
};

const walk: Walk = {
  url: `https://u:p@acme.test/u/${SECRET}?token=abc`,
  title: `Chat with ${SECRET}`,
  startedAt: NOON,
  endedAt: NOON + 60_000,
  vantage: {
    driver: 'cli',
    browser: 'Chromium',
    version: '141.0.7390.37',
    country: 'DE',
    proxy: false,
    locale: 'en-GB',
    timezone: 'Europe/Berlin',
    viewport: { width: 1280, height: 800 },
    waits: { banner: 8_000, before: 5_000, after: 10_000 },
  },
  gpcFile: { gpc: true, lastUpdate: SECRET },
  recorders: [
    {
      id: 'posthog',
      detected: true,
      recording: true,
      version: '1.449.2',
      optionSource: 'read',
      setup: { id: 'posthog.2', label: SECRET },
      options: { custom: SECRET, [SECRET]: [{ deep: SECRET }], user: 49_151_234_567 },
    },
  ],
  scenarios: [
    { id: 'reject', repeat: 0, state: 'walked', obstacle: null, steps: [step], clicks: 1 },
    {
      id: 'withdraw',
      repeat: 0,
      state: 'partly',
      obstacle: 'no-withdrawal',
      steps: [
        {
          ...step,
          id: 'before',
          choiceAt: null,
          clicks: step.clicks.map((click) => ({ ...click, by: 'person' as const })),
        },
      ],
      clicks: null,
    },
  ],
};

/** A finding as the rules of the consent half make them. */
export const consentFinding = (changes: Partial<Finding> = {}): Finding => ({
  id: 'consent:reject-honoured:posthog',
  rule: 'reject-honoured',
  half: 'consent',
  outcome: 'fail',
  severity: 'critical',
  target: { frame: 0, selector: `button[title="${SECRET}"]` },
  template: '',
  channel: null,
  attribute: '',
  pii: null,
  recorder: 'posthog',
  capture: null,
  text: message('consent.rule.rejectHonoured.failIngest', SECRET, 3),
  why: [message('consent.evidence.cookie', SECRET, 2)],
  fix: {
    kind: 'option',
    text: `opt_out_capturing("${SECRET}")`,
    effect: message('consent.rule.rejectHonoured.fix', 'PostHog'),
  },
  places: 1,
  preview: '',
  at: NOON + 3_000,
  resolution: null,
  ...changes,
});

/** A result in which every place that a page could have written to holds what must not be handed on. */
export const LEAKY: ConsentResult = {
  walk,
  findings: [consentFinding()],
  rules: [
    {
      id: 'reject-honoured',
      title: message('consent.rule.rejectHonoured.title'),
      source: 'ePrivacy Directive 5(3)',
    },
  ],
  ruleSet: '7',
  policy: DEFAULT_WALK_POLICY,
  operator: 'Acme GmbH',
  toolVersion: '0.1.0',
};
