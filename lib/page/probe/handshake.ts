/**
 * How the relay (isolated world) asks the probe (MAIN world) of the same document. Both sides hear
 * DOM events on `window`, which every world of a document shares; dispatching is synchronous, so
 * there is no waiting and no time-out. Only text crosses.
 *
 * Nothing here is a secret, and nothing can be: whatever the probe knows, the page can learn, and
 * what the probe can dispatch, the page can dispatch. So the relay treats every answer as if the
 * page had written it. Two things keep an honest page's evidence whole: the probe is the first to
 * listen (it runs at document start) and stops the question there, so that no script of the page
 * sees it; and the name of the answering event is random and used once. One thing keeps a dishonest
 * page from posing as a probe that was never there: the relay believes `fromStart` only if the probe
 * answered before the document had its first element.
 */
export const ASK_EVENT = 'hushmap-probe-ask';

/** Tells a relay that came first that the probe is there now. */
export const READY_EVENT = 'hushmap-probe-ready';

/** A name for one answer: `hushmap-probe-` and 128 random bits. */
export function answerEvent(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `hushmap-probe-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Longest answer that is looked at, in UTF-16 units: a full tape with long addresses. */
export const MAX_ANSWER = 16_000_000;
