import { type Message, message } from '../../core/message';
import type { Fix } from '../../protocol/evidence';
import type { Judgement } from '../contract';
import { recorderName } from '../names';

export const NAME = recorderName('openreplay');

export const plain = (because: Message, fix: Fix | null): Judgement => ({
  capture: 'plain',
  because,
  fix,
});

export const masked = (because: Message): Judgement => ({ capture: 'masked', because, fix: null });
export const absent = (because: Message): Judgement => ({ capture: 'absent', because, fix: null });
export const unknown = (because: Message): Judgement => ({
  capture: 'unknown',
  because,
  fix: null,
});

export const unread = (option: string): Judgement =>
  unknown(message('recorder.because.optionUnread', NAME, option));
