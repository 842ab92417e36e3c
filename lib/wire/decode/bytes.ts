const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** What bytes say as a text, and whether they are one. */
export interface Reading {
  readonly text: string;
  readonly isText: boolean;
}

/** UTF-8 where it is text; else a letter a byte, so that what is written between the bytes can be found. */
export function readBytes(bytes: Uint8Array): Reading {
  if (isPacked(bytes)) return { text: latin1Of(bytes), isText: false };
  const text = utf8.decode(bytes);
  return isMostlyText(text) ? { text, isText: true } : { text: latin1Of(bytes), isText: false };
}

/** Whether the beginning has as many control characters as packed bytes have: decoding it takes long. */
function isPacked(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 1024);
  let odd = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) odd++;
  }
  return odd > length / 20;
}

/** One part in a hundred may be broken: a text that was cut, or holds a packed value. */
const MOST_ODD = 0.01;

function isMostlyText(text: string): boolean {
  const most = Math.floor(text.length * MOST_ODD);
  let odd = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 ? code !== 9 && code !== 10 && code !== 13 : code === 0xfffd) odd++;
    if (odd > most) return false;
  }
  return true;
}

const CHUNK = 8192;

/** A letter a byte. (The platform's decoder of that name decodes windows-1252.) */
export function latin1Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parts.push(Reflect.apply(String.fromCharCode, String, bytes.subarray(at, at + CHUNK)));
  }
  return parts.join('');
}

/** The bytes of a text that holds one a letter; null where a letter is no byte. */
export function bytesOfLatin1(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0xff) return null;
    bytes[i] = code;
  }
  return bytes;
}

export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/** Bytes outside of what reads as words: what nobody has looked into. */
export function unreadIn(text: string): number {
  let unread = 0;
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isPlain = code < 32 ? code === 9 || code === 10 || code === 13 : code < 127;
    if (isPlain) {
      run++;
      continue;
    }
    if (run < LEAST_WORD) unread += run;
    unread++;
    run = 0;
  }
  return run < LEAST_WORD ? unread + run : unread;
}

const LEAST_WORD = 5;
