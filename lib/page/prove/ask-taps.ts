import * as v from 'valibot';
import { CountSchema, FiniteSchema } from '../../protocol/common';
import type { Sent } from '../../prove/witness';
import { askOnce } from '../probe/isolated/ask-once';
import { MOST_ANSWER, TAPS_ASK, TAPS_GUARD, TAPS_STOP } from './line';

export interface Tape {
  readonly sent: readonly Sent[];
  /** Bodies that are still being read. */
  readonly waiting: number;
  /** Whether the taps were there before any script of the page. */
  readonly watched: boolean;
}

/** What the taps of this document have seen since they were asked last; null where none answer. */
export function askTaps(win: Window): Tape | null {
  const text = askOnce(win, TAPS_ASK);
  return text === null ? null : parseTape(text);
}

/** Has forms that a script submits stay where they are, or lets them go again. */
export function guardForms(win: Window, isOn: boolean): void {
  win.dispatchEvent(new CustomEvent(TAPS_GUARD, { detail: isOn ? 'on' : 'off' }));
}

/** Ends the taps of this document for good. */
export function stopTaps(win: Window): void {
  win.dispatchEvent(new CustomEvent(TAPS_STOP));
}

const TapeSchema = v.object({
  watched: v.boolean(),
  tape: v.object({
    waiting: CountSchema,
    dropped: CountSchema,
    sent: v.pipe(
      v.array(
        v.object({
          url: v.string(),
          time: FiniteSchema,
          body: v.nullable(v.string()),
          isBytes: v.boolean(),
          unseen: CountSchema,
        }),
      ),
      v.maxLength(5_000),
    ),
  }),
});

/** It comes from the page's world: whatever is not of this form is no tape. */
export function parseTape(json: string): Tape | null {
  if (json.length > MOST_ANSWER) return null;
  try {
    const parsed = v.safeParse(TapeSchema, JSON.parse(json));
    if (!parsed.success) return null;
    const { watched, tape } = parsed.output;
    const sent = tape.sent.map(
      ({ url, time, body, isBytes, unseen }): Sent => ({
        tap: 'page',
        url,
        time,
        body: body !== null && isBytes ? fromLatin1(body) : body,
        unseen,
      }),
    );
    // What did not fit was sent all the same: nobody has read it.
    const lost: Sent[] =
      tape.dropped > 0
        ? [{ tap: 'page', url: '', time: Number.POSITIVE_INFINITY, unseen: tape.dropped }]
        : [];
    return { sent: [...sent, ...lost], waiting: tape.waiting, watched };
  } catch {
    return null;
  }
}

const fromLatin1 = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));
