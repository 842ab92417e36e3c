import { type Accessor, createComputed, createEffect, on } from 'solid-js';

/**
 * Keeps the focus where it is while elements are moved: what is taken out and put back elsewhere
 * loses it, though it never leaves the document for anybody who looks.
 *
 * @param moved - Read before elements move, and again after; what it answers is not looked at.
 * @param within - Where the focus is kept; elsewhere nothing happens.
 * @param fallback - What gets the focus where its element is gone for good.
 */
export function keepFocus(
  moved: Accessor<unknown>,
  within: () => HTMLElement | undefined,
  fallback: () => HTMLElement | undefined,
): void {
  let before: Element | null = null;
  createComputed(() => {
    moved();
    const active = document.activeElement;
    // Who is in another window, or in the console beside this panel, is not called back.
    before = document.hasFocus() && within()?.contains(active) ? active : null;
  });
  createEffect(
    on(moved, () => {
      if (!(before instanceof HTMLElement) || document.activeElement === before) return;
      // Somebody has taken it on purpose.
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      (before.isConnected ? before : fallback())?.focus({ preventScroll: true });
    }),
  );
}
