import {
  apply,
  defineProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  mapGet,
  mapSet,
  ownValue,
  setPrototypeOf,
} from './natives';
import { rememberNative, type Witness } from './wrap';

/**
 * Puts a witness before a function of the page's own, where it is now: on the object, or on the class
 * that it is of. A stub that the real one replaces later is tapped again by the next call of this. A
 * proxy keeps what else hangs on the function (`clarity.q`), and one proxy takes several witnesses,
 * so asking twice costs a look-up. Does nothing where the function is fixed or missing.
 */
export function tapFunction(holder: unknown, name: string, witness: Witness): void {
  let at: unknown = holder;
  for (let depth = 0; depth < MAX_PROTOTYPES && isTappable(at); depth++) {
    if (getOwnPropertyDescriptor(at, name) !== undefined) {
      tapOwn(at, name, witness);
      return;
    }
    at = getPrototypeOf(at);
  }
}

const MAX_PROTOTYPES = 4;

/** The witnesses of a function, newest first. */
interface Link {
  readonly witness: Witness;
  next: Link | null;
}

const links = new WeakMap<object, unknown>();
const ObjectPrototype = Object.prototype;
const FunctionPrototype = Function.prototype;
const ArrayPrototype = Array.prototype;
const NativeProxy = Proxy;

function tapOwn(holder: object, name: string, witness: Witness): void {
  const target = ownValue(holder, name);
  if (typeof target !== 'function') return;
  // Only this file writes into the map.
  const known = mapGet(links, target) as Link | undefined;
  if (known !== undefined) {
    addTo(known, witness);
    return;
  }
  const first: Link = { witness, next: null };
  const handler = {
    apply(callable: Callable, self: unknown, args: unknown[]): unknown {
      for (let link: Link | null = first; link !== null; link = link.next) {
        try {
          link.witness(self, args);
        } catch {
          // Evidence is lost, the call is not.
        }
      }
      return apply(callable, self, args);
    },
  };
  // Without a prototype: a page that writes `Object.prototype.get` would add a trap otherwise.
  setPrototypeOf(handler, null);
  const wrapper = new NativeProxy(target as Callable, handler);
  const change = { value: wrapper };
  setPrototypeOf(change, null);
  defineProperty(holder, name, change);
  mapSet(links, wrapper, first);
  rememberNative(wrapper, target);
}

function addTo(first: Link, witness: Witness): void {
  let link = first;
  while (link.witness !== witness && link.next !== null) link = link.next;
  if (link.witness !== witness) link.next = { witness, next: null };
}

/** The page's own objects; what all of them share is not touched. */
function isTappable(value: unknown): value is object {
  if (typeof value !== 'function' && (typeof value !== 'object' || value === null)) return false;
  return value !== ObjectPrototype && value !== FunctionPrototype && value !== ArrayPrototype;
}

type Callable = (...args: unknown[]) => unknown;
