import { redactText } from '../report/redact-text';
import { redactUrl } from '../report/redact-url';

/** Reasons of the browser quote addresses, and an address may hold a value. */
export function reasonOf(cause: unknown): string {
  if (cause instanceof Error && /Page crashed|Target crashed/.test(cause.message)) return CRASHED;
  const text = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
  return redactText(text.replace(/\bhttps?:\/\/[^\s)]+/g, (found) => redactUrl(found))).slice(
    0,
    300,
  );
}

const CRASHED =
  'The page crashed its tab, as it does where it needs more memory than a tab may have. Open it in a browser to see what it does.';
