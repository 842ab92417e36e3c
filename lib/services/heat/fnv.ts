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
