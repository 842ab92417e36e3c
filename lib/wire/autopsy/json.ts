export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectIn = (from: Json, key: string): Json => {
  const value = from[key];
  return isObject(value) ? value : {};
};

export const textIn = (from: Json, key: string): string => {
  const value = from[key];
  return typeof value === 'string' ? value : '';
};

export const numberIn = (from: Json, key: string): number => {
  const value = from[key];
  return typeof value === 'number' ? value : Number.NaN;
};

export const listIn = (from: Json, key: string): readonly unknown[] => {
  const value = from[key];
  return Array.isArray(value) ? value : [];
};

/** What a text says as JSON; undefined where it is none. */
export function parseJson(text: string): unknown {
  if (!/^\s*[[{"]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
