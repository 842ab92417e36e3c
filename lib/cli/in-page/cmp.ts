import { bundledRules } from '../../page/cmp/bundled-rules';
import { type EvalInPage, identifyCmp } from '../../page/cmp/identify';

/** Runs in a world of its own; `evalInPage` tests in the page's. */
export const identify = (evalInPage: EvalInPage | null = null) =>
  identifyCmp(bundledRules(), evalInPage);
