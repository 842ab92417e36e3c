import { defineUnlistedScript } from '#imports';
import { readPageFacts } from '../lib/page/probe/facts';

/**
 * Its completion value is the page's facts as JSON text. `scripting.executeScript` runs it in the
 * MAIN world; without a grant, DevTools evaluates its source in the inspected page.
 */
export default defineUnlistedScript(() => JSON.stringify(readPageFacts(window)));
