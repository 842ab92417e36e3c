import { defineUnlistedScript } from '#imports';
import { answersOf, createScanSession } from '../lib/page/scan/session';
import { createMessenger } from '../lib/platform/messenger';
import { openOrClosedShadowRoot } from '../lib/platform/shadow-roots';
import { SCANNER_REQUESTS } from '../lib/protocol/scanner-requests';
import { type JudgeAt, judgeBy } from '../lib/recorders/judging';
import { offeredRules } from '../lib/recorders/rule-scripts';

const { listen, send } = createMessenger(SCANNER_REQUESTS);
const judgeAt: JudgeAt = (state) => judgeBy(offeredRules(), state);

/**
 * Injected on demand into every frame that may be read. A second injection replaces the first. It is
 * no content script to the framework, whose own start of one tells the page with an event.
 */
export default defineUnlistedScript(() => {
  // The global of the isolated world is ours alone; the page has another.
  const scope = globalThis as { hushmapScanner?: AbortController };
  scope.hushmapScanner?.abort();
  const stop = new AbortController();
  scope.hushmapScanner = stop;
  const { signal } = stop;
  const session = createScanSession(
    document,
    { closedShadowRoot: openOrClosedShadowRoot, judgeAt },
    () => void send('scanner.changed', undefined).catch(() => session.stop()),
    signal,
  );
  listen(answersOf(session), signal);
});
