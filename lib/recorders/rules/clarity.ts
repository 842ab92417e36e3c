import { rules as clarity } from '../clarity/judge';
import type { CaptureRules } from '../contract';

/** Clarity's rules. A script of its own, so that a page gets the rules of its own recorders alone. */
export const rules = { clarity } as const satisfies Readonly<Record<string, CaptureRules>>;
