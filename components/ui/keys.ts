import { onCleanup, onMount } from 'solid-js';

/** The keys that every panel knows: `/` goes to the filter, `?` lists the keys. */
export interface PanelKeys {
  readonly onFilter: () => void;
  readonly onHelp: () => void;
}

/** Listens on the document, since in a panel that was just opened nothing has the focus yet. */
export function usePanelKeys(keys: PanelKeys): void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTakenUp(event.target)) return;
    if (event.key !== '/' && event.key !== '?') return;
    event.preventDefault();
    if (event.key === '/') keys.onFilter();
    else keys.onHelp();
  };
  onMount(() => document.addEventListener('keydown', onKeyDown));
  onCleanup(() => document.removeEventListener('keydown', onKeyDown));
}

const NOT_TYPED_INTO = new Set(['checkbox', 'radio', 'range', 'button', 'submit', 'file']);

/** Somebody is typing, or a dialog or a menu is open and has its own keys. */
function isTakenUp(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role="dialog"], [role="listbox"], textarea') !== null) return true;
  return target instanceof HTMLInputElement && !NOT_TYPED_INTO.has(target.type);
}
