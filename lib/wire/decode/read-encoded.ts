import { bytesOfLatin1 } from './bytes';
import { chunksAround } from './chunks';
import type { Reader, Step } from './contract';
import { fromBackslashes, fromEntities, fromPercent, looksLikeForm } from './escapes';
import { fromLzString } from './lz-string';
import { magicOf } from './magic';
import { eachPart, eachRun, fromBase64, fromHex, isHex, isPlain, looksPacked } from './runs';

/** Reads a text: shows it, and adds what any encoding in it says. */
export function readEncoded(text: string, path: readonly Step[], reader: Reader): void {
  const packed = path.at(-1) === 'binary' ? null : packedText(text);
  if (packed) {
    reader.add(packed, 'binary');
    return;
  }
  reader.show(text);
  readRuns(text, reader);
  if (path.length === 0 && looksLikeForm(text)) {
    reader.add(text.replaceAll('+', ' '), 'form');
    return;
  }
  addPieces(fromPercent(text), 'percent', reader);
  addPieces(fromBackslashes(text), 'json', reader);
  addPieces(fromEntities(text), 'html', reader);
  for (const chunk of chunksAround(text, WIDE, isQuote)) readWide(chunk, reader);
}

function readWide(text: string, reader: Reader): void {
  const plain = fromLzString(text, 'utf16', reader.room);
  if (plain !== null && plain.length > 8) reader.add(plain, 'lz-string');
}

/** What lz-string writes as UTF-16 lies all over these; so do languages, which then do not unpack. */
const WIDE = /[\u0100-\u801f]{6}/g;
const isQuote = (code: number): boolean => code === 34 || code < 32;

/** Pieces of one kind are read as one text, a line each; packed ones by themselves. */
function addPieces(pieces: readonly string[], step: Step, reader: Reader): void {
  const texts: string[] = [];
  for (const piece of pieces) {
    const packed = packedText(piece);
    if (packed) reader.add(packed, step);
    else texts.push(piece);
    // Quotes in it were escaped, so its own text does not show where it ends.
    if (/[\u0100-\u801f]{6}/.test(piece) && piece.includes('"')) readWide(piece, reader);
  }
  reader.add(texts.join('\n'), step);
}

/** The bytes of a text that holds a compressed stream, one byte a letter. */
function packedText(text: string): Uint8Array | null {
  const first = text.charCodeAt(0);
  if (first !== 0x1f && first !== 0x78 && first !== 0x28) return null;
  const head = bytesOfLatin1(text.slice(0, 8));
  if (!head || magicOf(head) === null || (first === 0x78 && isPlain(head))) return null;
  return bytesOfLatin1(text);
}

function readRuns(text: string, reader: Reader): void {
  const base64: string[] = [];
  const hex: string[] = [];
  eachRun(text, (run) => {
    if (isHex(run) && readHex(run, hex, reader)) return;
    if (readBase64(run, base64, reader) || !/[/_-]/.test(run)) return;
    // A path or a dotted token that the run is a part of.
    eachPart(run, (part) => readBase64(part, base64, reader));
  });
  reader.add(hex.join('\n'), 'hex');
  reader.add(base64.join('\n'), 'base64');
}

function readHex(run: string, texts: string[], reader: Reader): boolean {
  const bytes = fromHex(run);
  if (isPlain(bytes)) texts.push(ascii(bytes));
  else if (magicOf(bytes) !== null) reader.add(bytes, 'hex');
  else return false;
  return true;
}

/** So long a run is no word; what it says is looked at even if it is no text. */
const LONG = 64;

/** @returns whether the run was read. */
function readBase64(run: string, texts: string[], reader: Reader): boolean {
  const taste = fromBase64(run, 16);
  const isPromising = isPlain(taste) || magicOf(taste) !== null;
  if (!isPromising && !looksPacked(run)) return false;
  const plain = isPlain(taste) ? null : fromLzString(run, 'base64', reader.room);
  if (plain !== null && plain.length > 8) {
    reader.add(plain, 'lz-string');
    return true;
  }
  if (!isPromising && run.length < LONG) return false;
  const bytes = fromBase64(run);
  if (isPlain(bytes)) texts.push(ascii(bytes));
  else if (run.length >= LONG || magicOf(bytes) !== null) reader.add(bytes, 'base64');
  else return false;
  return true;
}

const ascii = (bytes: Uint8Array): string => new TextDecoder('ascii').decode(bytes);
