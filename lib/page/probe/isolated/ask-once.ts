import { answerEvent } from '../handshake';

/**
 * Asks a script of ours in the page's own world, which answers at once under a name that is used for
 * this answer alone; null where none is there. What comes is as the page might have written it.
 */
export function askOnce(win: Window, question: string): string | null {
  const name = answerEvent();
  let text: string | null = null;
  const hear = (event: Event): void => {
    const detail: unknown = event instanceof CustomEvent ? event.detail : null;
    if (typeof detail === 'string') text ??= detail;
  };
  win.addEventListener(name, hear);
  win.dispatchEvent(new CustomEvent(question, { detail: name }));
  win.removeEventListener(name, hear);
  return text;
}
