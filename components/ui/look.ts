import { createEffect } from 'solid-js';

export type Density = 'devtools' | 'inspector' | 'page';
/** `system` follows the browser; DevTools names its own theme instead. */
export type Theme = 'light' | 'dark' | 'system';

/**
 * Sets density and theme on the document, not on a wrapper: menus and dialogs are drawn at its end
 * and have to look the same.
 */
export function useLook(density: Density, theme: () => Theme | undefined): void {
  createEffect(() => {
    const root = document.documentElement;
    const wanted = theme() ?? 'system';
    root.dataset.density = density;
    if (wanted === 'system') delete root.dataset.theme;
    else root.dataset.theme = wanted;
  });
}
