import type { CaptureRules } from '../contract';
import { rules as highlight } from '../highlight/judge';
import { rules as launchdarkly } from '../launchdarkly/judge';

/** Rules of Highlight, and of LaunchDarkly, whose recorder is the same. A script of its own, so that a page gets the rules of its own recorders alone. */
export const rules = { highlight, launchdarkly } as const satisfies Readonly<
  Record<string, CaptureRules>
>;
