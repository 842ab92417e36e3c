import * as v from 'valibot';
import type { Message, MessageId } from '../core/message';

const MESSAGE_ID = /^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/;

/** A sentence by id. Only its form is checked: an id that no catalogue knows renders as nothing. */
export const MessageSchema: v.GenericSchema<unknown, Message> = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.regex(MESSAGE_ID), v.maxLength(120)),
    params: v.optional(
      v.pipe(v.array(v.union([v.pipe(v.string(), v.maxLength(2000)), v.number()])), v.maxLength(9)),
    ),
  }),
  // The form of an id is all that a schema can check; the catalogue's test covers the rest.
  v.transform((value) => value as Message & { id: MessageId }),
);

/** A number that is neither NaN nor infinite. */
export const FiniteSchema = v.pipe(v.number(), v.finite());

export const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** `2026-11-01` */
export const DaySchema = v.pipe(v.string(), v.isoDate());

export const WebUrlSchema = v.pipe(
  v.string(),
  v.maxLength(8192),
  v.url(),
  v.regex(/^https?:\/\//i),
);
