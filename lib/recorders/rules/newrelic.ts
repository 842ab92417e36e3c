import type { CaptureRules } from '../contract';
import { rules as newrelic } from '../newrelic/judge';

/** Rules of New Relic. A script of its own, so that a page gets the rules of its own recorders alone. */
export const rules = { newrelic } as const satisfies Readonly<Record<string, CaptureRules>>;
