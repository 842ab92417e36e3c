/** How each kind of lz-string writes its bits: what a unit of the text is worth, in how many bits. */
export type LzAlphabet = 'base64' | 'utf16';

/**
 * Decompresses what the library lz-string has written with `compressToBase64`,
 * `compressToEncodedURIComponent` or `compressToUTF16`.
 *
 * @param most characters at most; more is `null`, and so is what has no proper end.
 */
export function fromLzString(text: string, alphabet: LzAlphabet, most: number): string | null {
  const valueAt = alphabet === 'base64' ? base64At : utf16At;
  return decompress(createBits(text, valueAt, alphabet === 'base64' ? 6 : 15), most);
}

type ValueAt = (text: string, at: number) => number;

const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) VALUES[CHARACTERS.charCodeAt(i)] = i;
// The kind for URLs writes a hyphen for the slash.
VALUES['-'.charCodeAt(0)] = 63;

const base64At: ValueAt = (text, at) => VALUES[text.charCodeAt(at)] ?? -1;
const utf16At: ValueAt = (text, at) => {
  const value = text.charCodeAt(at) - 32;
  return value < 1 << 15 ? value : -1;
};

/** Takes numbers whose lowest bit comes first, from units whose highest bit comes first; -1: no more. */
function createBits(text: string, valueAt: ValueAt, width: number): (count: number) => number {
  let at = 0;
  let unit = 0;
  let left = 0;
  return (count) => {
    let value = 0;
    for (let i = 0; i < count; i++) {
      if (left === 0) {
        if (at >= text.length) return -1;
        unit = valueAt(text, at++);
        if (unit < 0) return -1;
        left = width;
      }
      left -= 1;
      value |= ((unit >> left) & 1) << i;
    }
    return value;
  };
}

/** The words 0 to 2 of the dictionary: a character of 8 bits follows, one of 16 bits, the end. */
const NARROW = 0;
const WIDE = 1;
const END = 2;

function decompress(take: (count: number) => number, most: number): string | null {
  const words: string[] = ['', '', ''];
  const result: string[] = [];
  let length = 0;
  let last = '';
  // The first word has two bits, those after it three; each time that the words have doubled, one more.
  let width = 2;
  let roomLeft = 4;
  const grow = (): void => {
    roomLeft -= 1;
    if (roomLeft > 0) return;
    roomLeft = 2 ** width;
    width += 1;
  };
  for (let isFirst = true; ; isFirst = false) {
    let index = take(width);
    if (index < 0) return null;
    if (index === END) return result.join('');
    if (isFirst) width = 3;
    if (index === NARROW || index === WIDE) {
      const code = take(index === NARROW ? 8 : 16);
      if (code < 0) return null;
      index = words.push(String.fromCharCode(code)) - 1;
      if (!isFirst) grow();
    } else if (isFirst) return null;
    if (index > words.length) return null;
    const word = words[index] ?? last + last.charAt(0);
    length += word.length;
    if (length > most) return null;
    result.push(word);
    if (!isFirst) {
      words.push(last + word.charAt(0));
      grow();
    }
    last = word;
  }
}
