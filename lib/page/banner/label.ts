/** What a control says: its accessible name in short (WAI accessible name computation, without ids of other trees). */
export function nameOf(control: Element): string {
  const named = control.getAttribute('aria-label') ?? labelledBy(control);
  const text = named.trim() === '' ? shownText(control) : named;
  const told = text.trim() === '' ? (control.getAttribute('title') ?? altOf(control)) : text;
  return told.replace(/\s+/g, ' ').trim().slice(0, 200);
}

function shownText(control: Element): string {
  if (control instanceof HTMLInputElement) return control.value;
  return control.textContent ?? '';
}

function labelledBy(control: Element): string {
  const root = control.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return '';
  const ids = (control.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  return ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
}

const altOf = (control: Element): string =>
  control.querySelector('img[alt]')?.getAttribute('alt') ??
  control.querySelector('svg title')?.textContent ??
  '';
