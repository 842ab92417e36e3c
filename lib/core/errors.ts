import type { ErrorCode } from './error-codes';
import { type Message, message } from './message';

export type { ErrorCode } from './error-codes';

/** An error with a code, and parameters that hold nothing personal. */
export class HushmapError extends Error {
  override readonly name = 'HushmapError';

  constructor(
    readonly code: ErrorCode,
    readonly params: readonly (string | number)[] = [],
    options?: ErrorOptions,
  ) {
    super(code, options);
  }

  /** The sentence that says what happened and what to do. */
  get sentence(): Message {
    return message(`error.${this.code}`, ...this.params);
  }
}

/** What is left of an error when it crosses between contexts: a code and its parameters. */
export interface WireError {
  readonly code: ErrorCode;
  readonly params: readonly (string | number)[];
}

export function toWireError(cause: unknown): WireError {
  if (cause instanceof HushmapError) return { code: cause.code, params: cause.params };
  return { code: 'unexpected', params: [] };
}

/** What to tell a person about whatever was thrown. */
export function sentenceOf(cause: unknown): Message {
  const { code, params } = toWireError(cause);
  return new HushmapError(code, params).sentence;
}

export function fromWireError(error: WireError): HushmapError {
  return new HushmapError(error.code, error.params);
}
