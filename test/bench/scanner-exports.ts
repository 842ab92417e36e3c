/** What tests and benchmarks call of the scanner inside a plain page. */
export { highlight } from '../../lib/page/highlight';
export { findBySelector } from '../../lib/page/locator';
export { scanFrame } from '../../lib/page/scan';
export { createScanSession } from '../../lib/page/scan/session';
export { createYield } from '../../lib/page/scan/slices';
export { judgeAt } from '../../lib/recorders/judge';
