/** The beginning of a text, in at most so many UTF-16 units and without half a character (RFC 8785 §3.2.2.2). */
export const cap = (text: string, most: number): string =>
  text.slice(0, most).replace(HALF_CHARACTER, '\ufffd');

const HALF_CHARACTER = /\p{Surrogate}/gu;
