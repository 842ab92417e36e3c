import { defineUnlistedScript } from '#imports';
import { offerRules } from '../lib/recorders/rule-scripts';
import { rules } from '../lib/recorders/rules/clarity';

/** Injected before a scan for one of these recorders. */
export default defineUnlistedScript(() => offerRules(rules));
