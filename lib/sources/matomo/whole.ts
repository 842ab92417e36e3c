/**
 * A whole number from 0 on, as Matomo sends it: a number, or its digits as a text. Null for anything
 * else: a fraction, a sign, `1e3`, blanks, or a number beyond `most`.
 */
export function toWhole(value: unknown, most = 2 ** 33): number | null {
  const number = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= most
    ? number
    : null;
}
