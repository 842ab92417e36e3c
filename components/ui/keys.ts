/** The keys that every panel knows, for views that hold a filter and a list of keys. */
export interface PanelKeys {
  readonly onFilter?: (() => void) | undefined;
  readonly onHelp?: (() => void) | undefined;
}

/** A handler for a panel's outermost element: `/` goes to the filter, `?` lists the keys. */
export function panelKeys(keys: PanelKeys): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) return;
    const act = event.key === '/' ? keys.onFilter : event.key === '?' ? keys.onHelp : undefined;
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
}

const NOT_TYPED_INTO = new Set(['checkbox', 'radio', 'range', 'button', 'submit', 'file']);

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !NOT_TYPED_INTO.has(target.type);
}
