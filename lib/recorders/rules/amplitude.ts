import { rules as amplitude } from '../amplitude/judge';
import type { CaptureRules } from '../contract';

/** Rules of Amplitude. A script of its own, so that a page gets the rules of its own recorders alone. */
export const rules = { amplitude } as const satisfies Readonly<Record<string, CaptureRules>>;
