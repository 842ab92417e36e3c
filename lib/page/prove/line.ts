/**
 * How the prover (isolated world) asks the taps (MAIN world) of the same document for what they have
 * seen. As with the probe's line, only text crosses, dispatching is synchronous, and nothing is a
 * secret: whatever the taps say is read as if the page had written it. A page that forges records
 * can add hits; it cannot take away those of DevTools' log.
 */
export const TAPS_ASK = 'hushmap-taps-ask';

/** Detail `on`: forms that a script submits stay where they are. `off`: they go again. */
export const TAPS_GUARD = 'hushmap-taps-guard';

/** The taps keep nothing any more, for as long as this document lives. */
export const TAPS_STOP = 'hushmap-taps-stop';

/** Longest answer that is looked at, in UTF-16 units: a full tape, each byte written as an escape. */
export const MOST_ANSWER = 120_000_000;
