import type { PageFacts } from '../protocol/audit';
import { DOCUMENTED_IDS, type RecorderId, type RecorderState } from '../protocol/recorders';
import { detect as amplitude } from './amplitude/detect';
import { detect as clarity } from './clarity/detect';
import { detect as datadog } from './datadog/detect';
import { detectBySigns } from './documented/detect';
import { detect as highlight } from './highlight/detect';
import { detect as launchdarkly } from './launchdarkly/detect';
import { detect as mixpanel } from './mixpanel/detect';
import { detect as newrelic } from './newrelic/detect';
import { detect as openreplay } from './openreplay/detect';
import { detect as posthog } from './posthog/detect';
import { hasOwnScript, detect as rrweb } from './rrweb/detect';
import { detect as sentry } from './sentry/detect';
import { signsOf } from './sightings';

const DETECTORS = [
  rrweb,
  posthog,
  sentry,
  datadog,
  clarity,
  openreplay,
  amplitude,
  mixpanel,
  newrelic,
  highlight,
  launchdarkly,
  ...DOCUMENTED_IDS.map(detectBySigns),
] as const;

/** Recorders that carry a copy of rrweb, and so leave the same traces. */
const BUILT_ON_RRWEB: ReadonlySet<RecorderId> = new Set([
  'posthog',
  'sentry',
  'amplitude',
  'mixpanel',
  'newrelic',
  'highlight',
  'launchdarkly',
  'statsig',
  'faro',
]);

/** Whether a recorder carries a copy of rrweb. */
export const isBuiltOnRrweb = (id: RecorderId): boolean => BUILT_ON_RRWEB.has(id);

/**
 * Finds the session recorders of a page in what it showed of itself. rrweb is reported beside a
 * recorder that is built on it only where something else shows that both are there.
 */
export function detectRecorders(facts: PageFacts): RecorderState[] {
  const found = DETECTORS.map((detect) => detect(facts))
    .filter((state) => state !== null)
    .map((state) => withRate(asRead(state, facts), facts));
  return found.filter((state) => state.id !== 'rrweb' || standsAlone(state, found, facts));
}

/** Options are called read only where all that the page showed of the recorder could be read. */
function asRead(state: RecorderState, facts: PageFacts): RecorderState {
  const { globals } = signsOf(state.id, facts);
  return globals?.cut === true && state.optionSource === 'read'
    ? { ...state, optionSource: 'default' }
    : state;
}

function withRate(state: RecorderState, facts: PageFacts): RecorderState {
  const rate = signsOf(state.id, facts).globals?.rate;
  // What a page tells is looked at again: it may tell anything.
  return typeof rate === 'number' && rate > 0 && rate <= 1 ? { ...state, sampleRate: rate } : state;
}

function standsAlone(
  rrwebState: RecorderState,
  found: readonly RecorderState[],
  facts: PageFacts,
): boolean {
  const builtOnIt = found.filter(({ id }) => BUILT_ON_RRWEB.has(id));
  if (builtOnIt.length === 0 || hasOwnScript(facts)) return true;
  // Something records with rrweb, and none of those which could be it is running.
  return rrwebState.recording === true && builtOnIt.every(({ recording }) => recording === false);
}
