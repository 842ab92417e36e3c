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

/** A version as recorders write it, or null for anything else. */
export const asVersion = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= 40 && VERSION.test(value) ? value : null;

export const asBoolean = (value: unknown): boolean | null =>
  typeof value === 'boolean' ? value : null;
