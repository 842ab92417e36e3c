import type { CaptureRules } from '../contract';
import { rules as mixpanel } from '../mixpanel/judge';

/** Rules of Mixpanel. A script of its own, so that a page gets the rules of its own recorders alone. */
export const rules = { mixpanel } as const satisfies Readonly<Record<string, CaptureRules>>;
