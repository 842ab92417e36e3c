import type { CaptureRules } from '../contract';
import { rules as sentry } from '../sentry/judge';

/** Rules of Sentry Replay. A script of its own, so that a page gets the rules of its own recorders alone. */
export const rules = { sentry } as const satisfies Readonly<Record<string, CaptureRules>>;
