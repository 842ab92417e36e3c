import { type Message, message } from '../core/message';
import type { Fix } from '../protocol/evidence';
import type { Capture } from '../protocol/recorders';
import type { Judgement } from './contract';

/** What a judge answers, in a word each. */

export const plain = (because: Message, fix: Fix | null): Judgement => judge('plain', because, fix);
export const masked = (because: Message): Judgement => judge('masked', because, null);
export const absent = (because: Message): Judgement => judge('absent', because, null);
export const unknown = (because: Message, fix: Fix | null = null): Judgement =>
  judge('unknown', because, fix);

/** An option decides that holds what only running it would tell. */
export const unreadBy =
  (recorder: string) =>
  (option: string): Judgement =>
    unknown(message('recorder.because.optionUnread', recorder, option));

const judge = (capture: Capture, because: Message, fix: Fix | null): Judgement => ({
  capture,
  because,
  fix,
});
