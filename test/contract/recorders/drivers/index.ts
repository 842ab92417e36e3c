import type { RecorderId } from '../../../../lib/protocol/recorders';
import type { Driver } from '../driver';
import { amplitude } from './amplitude';
import { clarity } from './clarity';
import { datadog } from './datadog';
import { highlight } from './highlight';
import { launchdarkly } from './launchdarkly';
import { mixpanel } from './mixpanel';
import { newrelic } from './newrelic';
import { openreplay } from './openreplay';
import { posthog } from './posthog';
import { rrweb } from './rrweb';
import { sentry } from './sentry';

/** The real recorders that the rules are held to. */
export const DRIVERS = {
  amplitude,
  rrweb,
  posthog,
  datadog,
  openreplay,
  sentry,
  mixpanel,
  newrelic,
  clarity,
  highlight,
  launchdarkly,
} as const satisfies Partial<Record<RecorderId, Driver>>;

export type DrivenId = keyof typeof DRIVERS;
