import type { RecorderId } from '../protocol/recorders';

/** How each recorder writes its own name. */
const NAMES: Readonly<Record<RecorderId, string>> = {
  rrweb: 'rrweb',
  posthog: 'PostHog',
  sentry: 'Sentry Replay',
  datadog: 'Datadog RUM',
  clarity: 'Microsoft Clarity',
  openreplay: 'OpenReplay',
  amplitude: 'Amplitude',
  mixpanel: 'Mixpanel',
  newrelic: 'New Relic',
  highlight: 'Highlight',
  launchdarkly: 'LaunchDarkly',
  logrocket: 'LogRocket',
  fullstory: 'FullStory',
  hotjar: 'Hotjar',
  contentsquare: 'Contentsquare',
  heap: 'Heap',
  mouseflow: 'Mouseflow',
  smartlook: 'Smartlook',
  luckyorange: 'Lucky Orange',
  inspectlet: 'Inspectlet',
  matomo: 'Matomo',
  yandex: 'Yandex Metrica',
  dynatrace: 'Dynatrace',
  statsig: 'Statsig',
  faro: 'Grafana Faro',
  pendo: 'Pendo',
  quantummetric: 'Quantum Metric',
  glassbox: 'Glassbox',
};

/** The name that a person knows a recorder by. */
export const recorderName = (id: RecorderId): string => NAMES[id];
