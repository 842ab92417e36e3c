import type { RecorderId } from '../protocol/recorders';
import { readGlobals as amplitude } from './amplitude/globals';
import { readGlobals as clarity } from './clarity/globals';
import { readGlobals as contentsquare } from './contentsquare/globals';
import { readGlobals as datadog } from './datadog/globals';
import { readGlobals as dynatrace } from './dynatrace/globals';
import { readGlobals as faro } from './faro/globals';
import { readGlobals as fullstory } from './fullstory/globals';
import { readGlobals as glassbox } from './glassbox/globals';
import { readGlobals as heap } from './heap/globals';
import { readGlobals as highlight } from './highlight/globals';
import { readGlobals as hotjar } from './hotjar/globals';
import { readGlobals as inspectlet } from './inspectlet/globals';
import { isObject } from './json';
import { readGlobals as launchdarkly } from './launchdarkly/globals';
import { readGlobals as logrocket } from './logrocket/globals';
import { readGlobals as luckyorange } from './luckyorange/globals';
import { readGlobals as matomo } from './matomo/globals';
import { readGlobals as mixpanel } from './mixpanel/globals';
import { readGlobals as mouseflow } from './mouseflow/globals';
import { readGlobals as newrelic } from './newrelic/globals';
import { readGlobals as openreplay } from './openreplay/globals';
import { readGlobals as pendo } from './pendo/globals';
import { readGlobals as posthog } from './posthog/globals';
import { readGlobals as quantummetric } from './quantummetric/globals';
import { type GlobalsReader, type PageGlobals, reading } from './read-page';
import { readGlobals as rrweb } from './rrweb/globals';
import { readGlobals as sentry } from './sentry/globals';
import { readGlobals as smartlook } from './smartlook/globals';
import { readGlobals as statsig } from './statsig/globals';
import { readGlobals as yandex } from './yandex/globals';

const READERS: Readonly<Record<RecorderId, GlobalsReader>> = {
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
  logrocket,
  fullstory,
  hotjar,
  contentsquare,
  heap,
  mouseflow,
  smartlook,
  luckyorange,
  inspectlet,
  matomo,
  yandex,
  dynatrace,
  statsig,
  faro,
  pendo,
  quantummetric,
  glassbox,
};

/**
 * Reads the traces of all recorders from a page's own world, as plain and bounded JSON by recorder
 * id. It calls only vendor functions without side effects. The page may have written all of it:
 * whoever gets it has to check it like any other input.
 */
export function readAllGlobals(page: PageGlobals): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [id, read] of Object.entries(READERS)) {
    try {
      const { found: traces, isCut } = reading(() => read(page));
      if (traces !== null)
        found[id] = isCut && isObject(traces) ? { ...traces, cut: true } : traces;
    } catch {
      // A page that breaks one reader hides that recorder's globals alone; its traffic still shows.
    }
  }
  return found;
}
