import {
  apply,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  hasOwn,
  indexOf,
  isArray,
  ownValue,
} from '../natives';
import type { States } from './contract';

/** How many entries of one object or list of the page's are looked at. */
const LIMIT = 200;
const MAX_PROTOTYPES = 6;
const MAX_LABEL = 60;

export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/**
 * A member of a page's object, also one of its class, without running a getter of the page;
 * undefined where there is none.
 */
export function find(holder: unknown, name: string): unknown {
  let at: unknown = holder;
  for (let depth = 0; depth < MAX_PROTOTYPES && isObject(at); depth++) {
    const descriptor = getOwnPropertyDescriptor(at, name);
    if (descriptor !== undefined) {
      return hasOwn(descriptor, 'value') ? descriptor.value : undefined;
    }
    at = getPrototypeOf(at);
  }
  return undefined;
}

/** Calls a platform's method that is documented to read alone; undefined where there is none. */
export function ask(holder: unknown, name: string, ...args: unknown[]): unknown {
  const method = find(holder, name);
  return typeof method === 'function' ? apply(method as Callable, holder, args) : undefined;
}

/** Visits an object's own names, the first {@link LIMIT} of them. */
export function eachName(holder: unknown, visit: (name: string, value: unknown) => void): void {
  if (!isObject(holder)) return;
  let count = 0;
  for (const name in holder) {
    if (count++ >= LIMIT) return;
    if (hasOwn(holder, name)) visit(name, ownValue(holder, name));
  }
}

/** Visits a list's entries, the first {@link LIMIT} of them. */
export function eachItem(list: unknown, visit: (item: unknown, index: number) => void): void {
  if (!isArray(list)) return;
  const { length } = list;
  for (let i = 0; i < length && i < LIMIT; i++) visit(ownValue(list, i), i);
}

/** Puts a purpose's state by its name, where that is a name: not a text, and not an address. */
export function put(states: States, name: unknown, isGranted: boolean): void {
  if (typeof name !== 'string' || name === '' || name.length > MAX_LABEL) return;
  if (indexOf(name, '@') !== -1) return;
  states[name] = isGranted ? 'granted' : 'denied';
}

/** Nobody has decided yet, so what the platform goes by is its own default. */
export function unset(states: States): void {
  for (const name in states) states[name] = 'unset';
}

export const isEmpty = (states: States): boolean => {
  for (const _ in states) return false;
  return true;
};

type Callable = (...args: unknown[]) => unknown;
