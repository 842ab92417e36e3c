import {
  apply,
  construct as constructNative,
  defineProperty,
  getOwnPropertyDescriptor,
  mapGet,
  mapSet,
  nativeToString,
  ownValue,
  setPrototypeOf,
} from './natives';

/** Sees a call before the native function runs. What it throws is swallowed. */
export type Witness = (self: unknown, args: unknown[]) => void;

/**
 * Puts a witness before a method. The page keeps the behaviour that it had: same receiver, same
 * arguments, same return value (the same promise), same errors, same `name`, `length` and text, no
 * `prototype`, not constructible. Does nothing where the method is missing or fixed.
 */
export function wrapMethod(holder: object, name: string, witness: Witness): void {
  replaceMethod(holder, name, (native, self, args) => {
    look(witness, self, args);
    return apply(native, self, args);
  });
}

/** Puts a method of ours in the place of the page's, which may call the native one or not. */
export function replaceMethod(
  holder: object,
  name: string,
  act: (native: Callable, self: unknown, args: unknown[]) => unknown,
): void {
  const descriptor = getOwnPropertyDescriptor(holder, name);
  const native: unknown = descriptor?.value;
  if (descriptor === undefined || !isFunction(native) || !isOpen(descriptor)) return;
  const wrapper = {
    method(this: unknown, ...args: unknown[]): unknown {
      return act(native, this, args);
    },
  }.method;
  disguise(wrapper, native);
  redefine(holder, name, descriptor, { value: wrapper });
}

/** Puts a witness before the setter of an accessor; its getter stays the browser's own. */
export function wrapSetter(holder: object, name: string, witness: Witness): void {
  const descriptor = getOwnPropertyDescriptor(holder, name);
  const native = descriptor?.set;
  if (descriptor === undefined || native === undefined || !descriptor.configurable) return;
  const wrapper = {
    method(this: unknown, ...args: unknown[]): unknown {
      look(witness, this, args);
      return apply(native, this, args);
    },
  }.method;
  disguise(wrapper, native);
  redefine(holder, name, descriptor, { set: wrapper });
}

/**
 * Puts a witness before a constructor. A proxy is what keeps subclasses, `instanceof`, statics and
 * the errors of a call without `new` as they are; constructing is rare enough for its price.
 */
export function wrapConstructor(holder: object, name: string, witness: Witness): void {
  const descriptor = getOwnPropertyDescriptor(holder, name);
  const native: unknown = descriptor?.value;
  if (descriptor === undefined || !isFunction(native) || !isOpen(descriptor)) return;
  const handler = {
    construct(target: Callable, args: unknown[], newTarget: Callable): object {
      look(witness, undefined, args);
      // `new X` hands on the wrapper itself, which a native constructor takes like its own name.
      return constructNative(target, args, newTarget === wrapper ? target : newTarget);
    },
  };
  // Without a prototype: a page that writes `Object.prototype.get` would add a trap otherwise.
  setPrototypeOf(handler, null);
  const wrapper: Callable = new Proxy(native, handler);
  rememberNative(wrapper, native);
  redefine(holder, name, descriptor, { value: wrapper });
  const prototype = ownValue(native, 'prototype');
  if (typeof prototype === 'object' && prototype !== null) {
    const link = getOwnPropertyDescriptor(prototype, 'constructor');
    if (link?.configurable) redefine(prototype, 'constructor', link, { value: wrapper });
  }
}

/**
 * Makes wrapped functions print as the natives that they stand for. Without it, a script that asks
 * whether `fetch` is native (several recorders do) would take another way out, and the page would
 * behave otherwise than without us. Functions that others patched print as they are.
 */
export function keepNativeText(): void {
  const holder = Function.prototype;
  const descriptor = getOwnPropertyDescriptor(holder, 'toString');
  if (descriptor === undefined) return;
  const wrapper = {
    toString(this: unknown): string {
      return apply(nativeToString, nativeOf(this) ?? this, []);
    },
  }.toString;
  disguise(wrapper, nativeToString);
  redefine(holder, 'toString', descriptor, { value: wrapper });
}

type Callable = (...args: unknown[]) => unknown;

const natives = new WeakMap<object, unknown>();

export const rememberNative = (wrapper: object, native: unknown): void => {
  mapSet(natives, wrapper, native);
};

const nativeOf = (value: unknown): unknown =>
  typeof value === 'function' ? mapGet(natives, value) : undefined;

function look(witness: Witness, self: unknown, args: unknown[]): void {
  try {
    witness(self, args);
  } catch {
    // Evidence is lost, the page is not.
  }
}

function disguise(wrapper: object, native: object): void {
  rememberNative(wrapper, native);
  copyProperty(wrapper, native, 'name');
  copyProperty(wrapper, native, 'length');
}

function copyProperty(to: object, from: object, name: string): void {
  const descriptor = getOwnPropertyDescriptor(from, name);
  if (descriptor !== undefined) defineProperty(to, name, bare(descriptor));
}

function redefine(
  holder: object,
  name: string,
  old: PropertyDescriptor,
  change: PropertyDescriptor,
): void {
  defineProperty(holder, name, bare({ ...old, ...change }));
}

/** A page that writes `Object.prototype.get` would spoil a descriptor that inherits from it. */
function bare(descriptor: PropertyDescriptor): PropertyDescriptor {
  setPrototypeOf(descriptor, null);
  return descriptor;
}

function isOpen(descriptor: PropertyDescriptor): boolean {
  return descriptor.configurable === true;
}

function isFunction(value: unknown): value is Callable {
  return typeof value === 'function';
}
