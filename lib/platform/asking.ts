import * as v from 'valibot';
import type { ErrorCode } from '../core/error-codes';
import { fromWireError, HushmapError } from '../core/errors';
import type { MessageName, Response } from '../protocol/messages';
import type { MessageTable } from './message-table';

/** Has a message delivered, and parses its answer. Throws a `HushmapError`. */
export type Ask = <N extends MessageName>(
  name: N,
  deliver: () => Promise<unknown>,
) => Promise<Response<N>>;

/**
 * @param isCode whether an answer may name this error. A script in a page shows none to a person, and
 *   does without the list of all: it knows a code by its form.
 */
export function createAsk(table: MessageTable, isCode: IsErrorCode = hasFormOfCode): Ask {
  const Envelope = envelopeSchema(isCode);
  return async <N extends MessageName>(name: N, deliver: () => Promise<unknown>) => {
    const envelope = v.safeParse(Envelope, await deliver().catch(explainLoss));
    if (!envelope.success) throw new HushmapError('message.noHandler', [name]);
    if (envelope.output.error) throw fromWireError(envelope.output.error);
    const schema = table[name]?.response;
    const response = schema && v.safeParse(schema, envelope.output.value);
    if (!response?.success) throw new HushmapError('message.invalid', [name]);
    // The schema that was looked up by this very name has just parsed it.
    return response.output as Response<N>;
  };
}

type IsErrorCode = (value: unknown) => value is ErrorCode;

// Which codes there are is for the compiler to say here: nobody but our own scripts sends one.
const hasFormOfCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && /^[a-z]+(\.[a-zA-Z]+)?$/.test(value);

const envelopeSchema = (isCode: IsErrorCode) =>
  v.object({
    hushmap: v.literal(1),
    error: v.optional(
      v.object({
        code: v.custom<ErrorCode>(isCode),
        params: v.array(v.custom<string | number>(isParam)),
      }),
    ),
    value: v.optional(v.unknown()),
  });

const isParam = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** The browser's own words for a context that is gone; the rest is a connection that broke. */
function explainLoss(cause: unknown): undefined {
  const said = cause instanceof Error ? cause.message : '';
  // Whoever heard it left it to others, and there were none.
  if (/port closed before a response/i.test(said)) return undefined;
  if (/context invalidated/i.test(said))
    throw new HushmapError('extension.reloaded', [], { cause });
  throw new HushmapError('message.lost', [], { cause });
}
