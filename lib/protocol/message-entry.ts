import * as v from 'valibot';

/** Who may send a message: one of our own pages, our script in a page, or the background. */
export type Sender = 'extension' | 'page' | 'background';

/** A message as whoever hears it needs it: its sender and its request. */
export interface HeardEntry {
  readonly from: Sender;
  readonly request: v.GenericSchema;
}

/** A message in the protocol map: its sender, its request and its answer. */
export interface MessageEntry extends HeardEntry {
  readonly response: v.GenericSchema;
}

export const heard = <S extends Sender, Q extends v.GenericSchema>(from: S, request: Q) => ({
  from,
  request,
});

export const answered = <E extends HeardEntry, A extends v.GenericSchema>(
  message: E,
  response: A,
) => ({ ...message, response });

export const entry = <S extends Sender, Q extends v.GenericSchema, A extends v.GenericSchema>(
  from: S,
  request: Q,
  response: A,
) => answered(heard(from, request), response);

export const nothing = v.optional(v.undefined());
