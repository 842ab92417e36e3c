import { defineContentScript } from '#imports';
import { answersOf, createProver } from '../../lib/page/prove/prover';
import { createMessenger } from '../../lib/platform/messenger';
import { openOrClosedShadowRoot } from '../../lib/platform/shadow-roots';
import { PROVER_MESSAGES } from '../../lib/protocol/prover-messages';
import { type JudgeAt, judgeBy } from '../../lib/recorders/judging';
import { offeredRules } from '../../lib/recorders/rule-scripts';

const { listen, send } = createMessenger(PROVER_MESSAGES);
const judgeAt: JudgeAt = (state) => judgeBy(offeredRules(), state);

/** Injected on demand into every frame of a test environment. A second injection replaces the first. */
export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  matchAboutBlank: true,
  noScriptStartedPostMessage: true,
  main() {
    // The global of the isolated world is ours alone; the page has another.
    const scope = globalThis as { hushmapProver?: AbortController };
    scope.hushmapProver?.abort();
    const stop = new AbortController();
    scope.hushmapProver = stop;
    const onLeftAlone = () => void send('prover.ended', undefined).catch(() => undefined);
    const ports = { closedShadowRoot: openOrClosedShadowRoot, judgeAt, onLeftAlone };
    listen(answersOf(createProver(window, ports, stop.signal)), stop.signal);
  },
});
