import type { Sent } from '../../prove/witness';

/**
 * Keeps forms from being sent while canaries stand in them: before any listener of the page's, every
 * submit is cancelled, and read as if it had gone.
 */
export function guardSubmits(
  win: Window,
  onSubmit: (sent: Sent) => void,
  signal: AbortSignal,
): void {
  win.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const form = event.target;
      if (!(form instanceof HTMLFormElement)) return;
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (typeof value === 'string') body.append(name, value);
      }
      // A form may name a field "action": the attribute cannot be shadowed.
      const action = HTMLFormElement.prototype.getAttribute.call(form, 'action') ?? '';
      const url = URL.canParse(action, win.location.href)
        ? new URL(action, win.location.href).href
        : win.location.href;
      onSubmit({ tap: 'page', url, time: Date.now(), body: body.toString() });
    },
    { capture: true, signal },
  );
}
