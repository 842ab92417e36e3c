import type { Json } from './json';
import { at, get, type PageGlobals } from './read-page';

/**
 * Which of the browser's own functions a recorder has replaced: rrweb and what is built on it wrap
 * `attachShadow` and the value setters while they record, and leave the original under a name of
 * their own.
 */
export function readNatives(page: PageGlobals): Json {
  const attachShadow = at(page, 'Element', 'prototype', 'attachShadow');
  return {
    attachShadow: isReplaced(attachShadow),
    rrwebOriginal: get(attachShadow, '__rrweb_original__') !== undefined,
    valueSetter: isReplaced(valueSetter(page)),
  };
}

function valueSetter(page: PageGlobals): unknown {
  try {
    const prototype = at(page, 'HTMLInputElement', 'prototype');
    if (typeof prototype !== 'object' || prototype === null) return undefined;
    return Object.getOwnPropertyDescriptor(prototype, 'value')?.set;
  } catch {
    return undefined;
  }
}

/** The text of a function tells, unless the page replaced that too; null: there is no function. */
function isReplaced(candidate: unknown): boolean | null {
  if (typeof candidate !== 'function') return null;
  try {
    return !/\[native code\]\s*}\s*$/.test(Function.prototype.toString.call(candidate));
  } catch {
    return null;
  }
}
