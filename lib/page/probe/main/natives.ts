/**
 * What the probe uses of the language and the browser, taken before any script of the page ran. A
 * page may rewrite `Array.prototype`, `JSON` or `Reflect` later; the probe then still holds these.
 *
 * The rest of the probe's MAIN half keeps to a few habits for the same reason: no array methods, no
 * `for…of`, no spread of an array that the page made, no literal objects whose missing keys would be
 * looked up in `Object.prototype`, and evidence held as text.
 */
export const {
  apply,
  construct,
  defineProperty,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  setPrototypeOf,
} = Reflect;

/** A method as a function of its receiver, free of the prototype that it was found on. */
export function uncurry<T, A extends unknown[], R>(
  method: (this: T, ...args: A) => R,
): (self: T, ...args: A) => R {
  return (self, ...args) => apply(method, self, args);
}

/** The getter of an accessor, as a function of its receiver; null where the browser has none. */
export function getterOf<T>(holder: object, name: string): ((self: object) => T) | null {
  const getter = getOwnPropertyDescriptor(holder, name)?.get;
  // The caller names the type that the platform documents for this getter.
  return getter === undefined ? null : (self) => apply(getter, self, []) as T;
}

export const nativeToString = Function.prototype.toString;
export const { now } = Date;
export const isArray = Array.isArray;
export const hasOwn = Object.hasOwn;
export const setTimer = uncurry(window.setTimeout);
export const on = uncurry(EventTarget.prototype.addEventListener);
export const dispatch = uncurry(EventTarget.prototype.dispatchEvent);
export const NativeCustomEvent = CustomEvent;
export const eventDetail = getterOf<unknown>(CustomEvent.prototype, 'detail');
export const eventTarget = getterOf<unknown>(Event.prototype, 'target');
export const stopImmediately = uncurry(Event.prototype.stopImmediatePropagation);

export const indexOf = uncurry(String.prototype.indexOf);
export const slice = uncurry(String.prototype.slice);
export const lower = uncurry(String.prototype.toLowerCase);
export const trim = uncurry(String.prototype.trim);

export const parseJson: (text: string) => unknown = JSON.parse;
export const decodeUri = decodeURIComponent;
export const whenSettled = uncurry<
  Promise<unknown>,
  [(value: unknown) => void, () => void],
  Promise<void>
>(Promise.prototype.then);

/** Quotes a string as JSON. `toJSON` is not looked up on a primitive, so a page cannot meddle. */
export const quote: (text: string) => string = JSON.stringify;

export const mapGet = uncurry<WeakMap<object, unknown>, [object], unknown>(WeakMap.prototype.get);
export const mapSet = uncurry<WeakMap<object, unknown>, [object, unknown], unknown>(
  WeakMap.prototype.set,
);

export const NativeURL = URL;
export const urlProtocol = getterOf<string>(URL.prototype, 'protocol');
export const urlHost = getterOf<string>(URL.prototype, 'host');
export const urlPath = getterOf<string>(URL.prototype, 'pathname');
export const urlSearch = getterOf<string>(URL.prototype, 'search');
export const urlHref = getterOf<string>(URL.prototype, 'href');
export const baseUri = getterOf<string>(Node.prototype, 'baseURI');

/** An object with no prototype, as a dictionary in which `__proto__` is a name like any other. */
export function dictionary<V>(): Record<string, V | undefined> {
  // Nothing has been put in yet, so it holds values of any one type.
  return setPrototypeless({}) as Record<string, V | undefined>;
}

function setPrototypeless<T extends object>(value: T): T {
  setPrototypeOf(value, null);
  return value;
}

/** A property's own value without running a getter of the page; undefined where there is none. */
export function ownValue(holder: unknown, name: PropertyKey): unknown {
  if ((typeof holder !== 'object' && typeof holder !== 'function') || holder === null) {
    return undefined;
  }
  const descriptor = getOwnPropertyDescriptor(holder, name);
  return descriptor !== undefined && hasOwn(descriptor, 'value') ? descriptor.value : undefined;
}
