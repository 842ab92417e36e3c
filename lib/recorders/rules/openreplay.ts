import type { CaptureRules } from '../contract';
import { rules as openreplay } from '../openreplay/judge';

/** OpenReplay's rules. A script of its own, so that a page gets the rules of its own recorders alone. */
export const rules = { openreplay } as const satisfies Readonly<Record<string, CaptureRules>>;
