import { DOCUMENTED_IDS, type RecorderId, type RecorderState } from '../protocol/recorders';
import { DEFAULT_OPTIONS as amplitudeDefaults } from './amplitude/defaults';
import { detect as detectAmplitude } from './amplitude/detect';
import { DEFAULT_OPTIONS as clarityDefaults } from './clarity/defaults';
import { detect as detectClarity } from './clarity/detect';
import type { Recorder } from './contract';
import { assume as assumeDatadog } from './datadog/assume';
import { detect as detectDatadog } from './datadog/detect';
import { assumed } from './detecting';
import { detectBySigns } from './documented/detect';
import { DEFAULT_OPTIONS as highlightDefaults } from './highlight/defaults';
import { detect as detectHighlight } from './highlight/detect';
import { hasRules, judgeAt } from './judge';
import { DEFAULT_OPTIONS as launchdarklyDefaults } from './launchdarkly/defaults';
import { detect as detectLaunchdarkly } from './launchdarkly/detect';
import { detect as detectMixpanel } from './mixpanel/detect';
import { effectiveOptions as mixpanelOptions } from './mixpanel/options';
import { recorderName } from './names';
import { detect as detectNewrelic } from './newrelic/detect';
import { effectiveOptions as newrelicOptions } from './newrelic/options';
import { DEFAULT_OPTIONS as openreplayDefaults } from './openreplay/defaults';
import { detect as detectOpenreplay } from './openreplay/detect';
import { assume as assumePosthog } from './posthog/assume';
import { detect as detectPosthog } from './posthog/detect';
import { DEFAULT_OPTIONS as rrwebDefaults } from './rrweb/defaults';
import { detect as detectRrweb } from './rrweb/detect';
import { DEFAULT_OPTIONS as sentryDefaults } from './sentry/defaults';
import { detect as detectSentry } from './sentry/detect';

/** Every recorder that is known by name, the ones with capture rules first. */
export const RECORDERS: readonly Recorder[] = [
  recorder('rrweb', detectRrweb, rrwebDefaults),
  { ...recorder('posthog', detectPosthog, {}), assume: assumePosthog },
  recorder('sentry', detectSentry, sentryDefaults),
  { ...recorder('datadog', detectDatadog, {}), assume: assumeDatadog },
  recorder('clarity', detectClarity, clarityDefaults),
  recorder('openreplay', detectOpenreplay, openreplayDefaults),
  recorder('amplitude', detectAmplitude, amplitudeDefaults),
  {
    ...recorder('mixpanel', detectMixpanel, {}),
    assume: (options) => ({
      ...assumed('mixpanel', {}, options),
      options: mixpanelOptions(options ?? {}),
    }),
  },
  {
    ...recorder('newrelic', detectNewrelic, {}),
    assume: (options) => ({
      ...assumed('newrelic', {}, options),
      options: newrelicOptions(options ?? {}),
    }),
  },
  recorder('highlight', detectHighlight, highlightDefaults),
  recorder('launchdarkly', detectLaunchdarkly, launchdarklyDefaults),
  ...DOCUMENTED_IDS.map((id) => recorder(id, detectBySigns(id), {})),
];

/**
 * A recorder that is not on the page, with the vendor's own init options or, without any, its
 * documented defaults.
 */
export function assumeRecorder(
  id: RecorderId,
  options?: Readonly<Record<string, unknown>>,
): RecorderState {
  const known = RECORDERS.find((one) => one.id === id);
  return known ? known.assume(options) : assumed(id, {}, options);
}

export { recorderName };

function recorder(
  id: RecorderId,
  detect: Recorder['detect'],
  defaults: Readonly<Record<string, unknown>>,
): Recorder {
  return {
    id,
    name: recorderName(id),
    detect,
    assume: (options) => assumed(id, defaults, options),
    judge: (state) => (hasRules(state) ? judgeAt(state) : null),
  };
}
