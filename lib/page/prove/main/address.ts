import { baseUri, getterOf, NativeURL, urlHref } from '../../probe/main/natives';

/** The whole address that a request goes to: it is searched, and never shown. Empty: none. */
export function addressOf(input: unknown): string {
  const raw = rawOf(input);
  if (raw === null) return '';
  try {
    return urlHref?.(new NativeURL(raw, baseUri?.(document))) ?? '';
  } catch {
    return '';
  }
}

export const isRequest = (input: unknown): input is Request =>
  typeof input === 'object' && input !== null && tryRead(requestAddress, input) !== null;

const requestAddress = getterOf<string>(Request.prototype, 'url');

function rawOf(input: unknown): string | null {
  if (typeof input === 'string') return input;
  if (typeof input !== 'object' || input === null) return null;
  return tryRead(urlHref, input) ?? tryRead(requestAddress, input);
}

/** Getters of the platform throw on a foreign receiver, which is how kinds are told apart. */
function tryRead(getter: ((self: object) => string) | null, self: object): string | null {
  try {
    return getter?.(self) ?? null;
  } catch {
    return null;
  }
}
