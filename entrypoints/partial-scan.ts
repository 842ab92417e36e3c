import { defineUnlistedScript } from '#imports';
import { scanWithoutGrant } from '../lib/page/scan/partial';

/** Its value is the scan itself, for DevTools to call in the inspected page. */
export default defineUnlistedScript(() => scanWithoutGrant);
