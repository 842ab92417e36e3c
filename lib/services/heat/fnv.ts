/**
 * FNV-1a over UTF-16 units, from the front and from the back: a short name for a text, not a secret.
 *
 * @returns Two numbers of 32 bits.
 */
export function fnvOf(text: string): readonly [number, number] {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(text.length - 1 - i), 0x811c9dc5);
  }
  return [a >>> 0, b >>> 0];
}

/**
 * 53 bits that stand for an element or an address, so that neither is remembered. Two with one number
 * would be taken for one: of 40,000, one time in ten million.
 */
export function numberOf(text: string): number {
  const [a, b] = fnvOf(text);
  return a * 2 ** 21 + (b & 0x1f_ffff);
}
