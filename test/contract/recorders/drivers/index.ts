import type { RecorderId } from '../../../../lib/protocol/recorders';
import type { Driver } from '../driver';
import { datadog } from './datadog';
import { openreplay } from './openreplay';
import { posthog } from './posthog';
import { rrweb } from './rrweb';

/** The real recorders that the rules are held to. */
export const DRIVERS = {
  rrweb,
  posthog,
  datadog,
  openreplay,
} as const satisfies Partial<Record<RecorderId, Driver>>;

export type DrivenId = keyof typeof DRIVERS;
