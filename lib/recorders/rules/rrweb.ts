import type { CaptureRules } from '../contract';
import { rules as posthog } from '../posthog/judge';
import { rules as rrweb } from '../rrweb/judge';

/** Rules of rrweb and of PostHog, which differs from it by little. A script of its own, so that a page gets the rules of its own recorders alone. */
export const rules = { posthog, rrweb } as const satisfies Readonly<Record<string, CaptureRules>>;
