import type { CaptureRules } from '../contract';
import { rules as datadog } from '../datadog/judge';

/** Datadog's rules. A script of its own, so that a page gets the rules of its own recorders alone. */
export const rules = { datadog } as const satisfies Readonly<Record<string, CaptureRules>>;
