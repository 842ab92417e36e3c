import { fromBase64 } from '../decode/runs';
import { isObject, type Json, listIn, objectIn, textIn } from './json';
import { readSent } from './sent';
import type { Timeline } from './timeline';
import type { Walker } from './walk';

export const isHar = (value: unknown): value is Json =>
  isObject(value) && Array.isArray(objectIn(value, 'log').entries);

/** Reads what was sent in a HAR: addresses, headers and bodies. Answers are not looked at. */
export function readHar(har: Json, file: string, walker: Walker, timeline: Timeline): void {
  for (const entry of listIn(objectIn(har, 'log'), 'entries')) {
    if (!isObject(entry)) continue;
    const request = objectIn(entry, 'request');
    const started = Date.parse(textIn(entry, 'startedDateTime'));
    const sent = {
      url: textIn(request, 'url'),
      headers: listIn(request, 'headers').filter(isObject).map(headerOf),
      body: bodyOf(objectIn(request, 'postData')),
      time: Number.isFinite(started) ? started : null,
    };
    readSent(sent, file, walker, timeline);
  }
}

const headerOf = (header: Json): readonly [string, string] => [
  textIn(header, 'name'),
  textIn(header, 'value'),
];

function bodyOf(posted: Json): string | Uint8Array {
  const text = textIn(posted, 'text');
  return textIn(posted, 'encoding') === 'base64' ? fromBase64(text) : text;
}
