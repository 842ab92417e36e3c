import type { MessageEntry } from '../protocol/message-entry';
import type { MESSAGES, MessageName } from '../protocol/messages';

type Entries = typeof MESSAGES;

/**
 * Some messages of the protocol map, as a script that needs no more carries them. Those that it only
 * hears come without the schema of their answer: whoever asks parses that.
 */
export type MessageTable = {
  readonly [N in MessageName]?: Omit<Entries[N], 'response'> &
    Partial<Pick<Entries[N], 'response'>>;
};

export type NameIn<T extends MessageTable> = MessageName & keyof T;

/** Messages whose answer can be parsed, so that they can be sent. */
export type SentIn<T extends MessageTable> = {
  [N in NameIn<T>]: T[N] extends MessageEntry ? N : never;
}[NameIn<T>];
