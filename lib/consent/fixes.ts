import { message } from '../core/message';
import type { Fix } from '../protocol/evidence';
import type { RecorderId } from '../protocol/recorders';
import { recorderName } from '../recorders/names';

/**
 * What a vendor documents for keeping its recorder off until a choice, ready to be copied. Where
 * the vendor has no option for it, the call that starts the recorder has to wait.
 */
const START_AFTER_CHOICE: Readonly<Partial<Record<RecorderId, string>>> = {
  // posthog.com/docs/session-replay/how-to-control-which-sessions-you-record
  posthog: 'disable_session_recording: true /* after consent: posthog.startSessionRecording() */',
  // docs.sentry.io/platforms/javascript/session-replay/understanding-sessions
  sentry: 'replaysSessionSampleRate: 0 /* after consent: Sentry.getReplay().start() */',
  // docs.datadoghq.com/real_user_monitoring/browser/advanced_configuration
  datadog:
    "trackingConsent: 'not-granted' /* after consent: DD_RUM.setTrackingConsent('granted') */",
  mixpanel: 'record_sessions_percent: 0 /* after consent: mixpanel.start_session_recording() */',
  newrelic: 'session_replay: { autoStart: false } /* after consent: newrelic.recordReplay() */',
  highlight: 'manualStart: true /* after consent: H.start() */',
  launchdarkly: 'manualStart: true /* after consent: LDRecord.start() */',
  amplitude: 'optOut: true /* after consent: amplitude.setOptOut(false) */',
  openreplay: '/* after consent: */ tracker.start()',
  clarity:
    '/* load the tag only after consent, then: */ clarity(\'consentv2\', { ad_Storage: "denied", analytics_Storage: "granted" })',
  rrweb: '/* after consent: */ rrweb.record({ emit })',
};

const STOP_ON_REFUSAL: Partial<Record<RecorderId, string>> = {
  posthog: 'posthog.stopSessionRecording(); posthog.opt_out_capturing()',
  sentry: 'Sentry.getReplay().stop()',
  datadog: "DD_RUM.setTrackingConsent('not-granted')",
  mixpanel: 'mixpanel.stop_session_recording(); mixpanel.opt_out_tracking()',
  newrelic: 'newrelic.pauseReplay()',
  highlight: 'H.stop()',
  launchdarkly: 'LDRecord.stop()',
  amplitude: 'amplitude.setOptOut(true)',
  openreplay: 'tracker.stop()',
  clarity: "clarity('stop')",
};

export const startAfterChoice = (recorder: RecorderId): Fix => ({
  kind: 'option',
  text:
    START_AFTER_CHOICE[recorder] ??
    `/* load the script of ${recorderName(recorder)} only after consent */`,
  effect: message('consent.rule.beforeChoice.fix', recorderName(recorder)),
});

export function stopOnRefusal(recorder: RecorderId): Fix | null {
  const text = STOP_ON_REFUSAL[recorder];
  if (text === undefined) return null;
  return {
    kind: 'option',
    text,
    effect: message('consent.rule.rejectHonoured.fix', recorderName(recorder)),
  };
}
