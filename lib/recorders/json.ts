/**
 * Reading what a page says of itself. Nothing here trusts a type, a size or a getter.
 */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** A function in options: it can't be evaluated, only named. */
export const FUNCTION_MARK = { function: true } as const;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isFunctionMark = (value: unknown): boolean =>
  isObject(value) && value.function === true;

/** A key that was set to `undefined` on purpose, which some recorders tell from an absent one. */
export const isUndefinedMark = (value: unknown): boolean =>
  isObject(value) && value.undefined === true;

const VERSION = /^\d{1,4}(\.\d{1,6}){1,3}([-+.][\w.+-]{0,20})?$/;

/** Stands where a recorder tells a version that is none: no rules hold for it. */
export const NO_VERSION = '?';

/** A version as recorders write it, null where none was told, and a mark for anything else. */
export function asVersion(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' && value.length <= 40 && VERSION.test(value)
    ? value
    : NO_VERSION;
}

export const asBoolean = (value: unknown): boolean | null =>
  typeof value === 'boolean' ? value : null;
