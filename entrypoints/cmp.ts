import { defineUnlistedScript } from '#imports';
import { bundledRules } from '../lib/page/cmp/bundled-rules';
import { type EvalInPage, identifyCmp } from '../lib/page/cmp/identify';

/**
 * Puts a function that names the page's consent platform into the extension's own world, on demand
 * and for this document alone. Whoever injects it calls it with a way to test in the page's world, or
 * without.
 */
export default defineUnlistedScript(() => {
  const identify = (evalInPage: EvalInPage | null = null) =>
    identifyCmp(bundledRules(), evalInPage);
  Object.defineProperty(globalThis, 'hushmapCmp', { value: identify, configurable: true });
});
