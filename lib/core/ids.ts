/** A random id of 128 bits, for a run, a map or a clearance. It says nothing about a person. */
export const randomId = (prefix: string): string => `${prefix}_${randomHex(16)}`;

/** Random bytes in hex, such as the key of one run. */
export function randomHex(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
