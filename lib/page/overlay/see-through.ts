/**
 * Hides heat for as long as Alt and Shift are held, to look at what lies beneath. The page gets the
 * keys as ever: nothing is taken from it. Heat comes back when a key is let go, or the window is left
 * with both held.
 */
export function seeThrough(
  view: Window,
  show: (visible: boolean) => void,
  signal: AbortSignal,
): void {
  const onKey = (event: KeyboardEvent): void => {
    // A page can only make events that nobody pressed; they count for nothing.
    if (event.isTrusted) show(!(event.altKey && event.shiftKey));
  };
  const passive = { capture: true, passive: true, signal } as const;
  view.addEventListener('keydown', onKey, passive);
  view.addEventListener('keyup', onKey, passive);
  view.addEventListener('blur', () => show(true), { signal });
}
