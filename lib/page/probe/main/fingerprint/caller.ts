import {
  defineProperty,
  getOwnPropertyDescriptor,
  indexOf,
  setPrototypeOf,
  slice,
} from '../natives';
import { requestUrl } from '../request-url';

/**
 * The address of the script that called, as a request's is kept: by the call stack, of which our own
 * frames are left out. Empty where only the extension's code, or none with an address, is on it.
 */
export function callingScript(): string {
  const stack = stackText();
  for (let from = 0; from < stack.length; ) {
    const newline = indexOf(stack, '\n', from);
    const end = newline === -1 ? stack.length : newline;
    const address = addressIn(slice(stack, from, end));
    if (address !== '') return address;
    from = end + 1;
  }
  return '';
}

const NativeError = Error;
const MAX_STACK = 8_000;

/**
 * A page may have set how stacks are told (`prepareStackTrace`, `stackTraceLimit`): both are put
 * aside for the moment, so that no code of the page runs and the caller is on the stack.
 */
function stackText(): string {
  const prepare = putAside('prepareStackTrace', undefined);
  const limit = putAside('stackTraceLimit', 20);
  try {
    const { stack } = new NativeError();
    return typeof stack === 'string' ? slice(stack, 0, MAX_STACK) : '';
  } finally {
    limit();
    prepare();
  }
}

function putAside(name: string, value: unknown): () => void {
  const old = getOwnPropertyDescriptor(NativeError, name);
  if (old === undefined || old.configurable !== true) return nothing;
  setPrototypeOf(old, null);
  const change = { value, writable: true, configurable: true, enumerable: true };
  setPrototypeOf(change, null);
  defineProperty(NativeError, name, change);
  return () => defineProperty(NativeError, name, old);
}

const nothing = (): void => {};

/** `at draw (https://acme.test/fp.js?v=1:10:5)`, `draw@https://acme.test/fp.js?v=1:10:5`. */
function addressIn(line: string): string {
  const at = indexOf(line, 'https://');
  const from = at === -1 ? indexOf(line, 'http://') : at;
  if (from === -1) return '';
  const parenthesis = indexOf(line, ')', from);
  let end = parenthesis === -1 ? line.length : parenthesis;
  // Column and line.
  for (let cut = 0; cut < 2; cut++) end = beforeNumber(line, end);
  return requestUrl(slice(line, from, end));
}

function beforeNumber(line: string, end: number): number {
  let at = end;
  while (at > 0 && indexOf(DIGITS, slice(line, at - 1, at)) !== -1) at--;
  return at < end && slice(line, at - 1, at) === ':' ? at - 1 : end;
}

const DIGITS = '0123456789';
