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
};

/** The name that a person knows a recorder by. */
export const recorderName = (id: RecorderId): string => NAMES[id];
