/**
 * Moves the pointer a little over a page, for its recorders alone: most send what they have only with
 * what comes next, and a proof needs a recording that was sent well after the last field was planted.
 * The event is the page's own kind, comes from no person (`isTrusted` is false) and changes nothing.
 */
export function createStir({ document }: Window): () => void {
  let turn = 0;
  return () => {
    turn += 1;
    const at = { clientX: 1 + (turn % 2), clientY: 1 };
    document.documentElement.dispatchEvent(new MouseEvent('mousemove', { ...at, bubbles: true }));
  };
}
