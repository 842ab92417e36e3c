import type { CompactCMPRuleset } from '@duckduckgo/autoconsent';
import compact from '@duckduckgo/autoconsent/rules/compact-rules.json';
import { type CmpRules, rulesToIdentify } from './rules';

/** The rules that came with the package: data of this build, never fetched. */
export const bundledRules = (): CmpRules =>
  // TypeScript reads a tuple in JSON as a list; the package documents the form.
  rulesToIdentify(compact as unknown as CompactCMPRuleset);
