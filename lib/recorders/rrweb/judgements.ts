import { type Message, message } from '../../core/message';
import type { Fix } from '../../protocol/evidence';
import type { Capture } from '../../protocol/recorders';
import type { Judgement } from '../contract';
import type { Dialect } from './dialect';
import * as fixes from './fixes';
import type { Place } from './place';

export const plain = (because: Message, fix: Fix | null): Judgement => judge('plain', because, fix);
export const masked = (because: Message): Judgement => judge('masked', because, null);
export const absent = (because: Message): Judgement => judge('absent', because, null);
export const unknown = (because: Message, fix: Fix | null): Judgement =>
  judge('unknown', because, fix);
const judge = (capture: Capture, because: Message, fix: Fix | null): Judgement => ({
  capture,
  because,
  fix,
});

/** Attributes are recorded as they stand, whatever text or inputs are masked. */
export function attributePlain(place: Place, dialect: Dialect, name: string): Judgement {
  return plain(
    message('recorder.because.attributePlain', dialect.name, name),
    fixes.attribute(dialect, place, name),
  );
}
