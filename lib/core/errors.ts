import { type Message, message } from './message';

/**
 * Every error that Hushmap can name. `person` errors are for a person to mend and are shown with
 * what to do next; `bug` errors are ours. The sentence of a code stands in the catalogue under
 * `error.<code>`.
 */
export const ERRORS = {
  'source.notConfigured': 'person',
  'source.unreachable': 'person',
  'source.slow': 'person',
  'source.unauthorized': 'person',
  'source.forbidden': 'person',
  'source.notFound': 'person',
  'source.rateLimited': 'person',
  'source.failed': 'person',
  'source.redirected': 'person',
  'source.notJson': 'person',
  'source.truncated': 'person',
  'source.badShape': 'person',
  'source.tooLarge': 'person',
  'source.noPermission': 'person',
  'source.badKey': 'person',
  'file.notJson': 'person',
  'file.wrongFormat': 'person',
  'file.wrongVersion': 'person',
  'file.badCells': 'person',
  'file.tooLarge': 'person',
  'file.otherPage': 'person',
  'file.noRoom': 'person',
  'file.badHeader': 'person',
  'file.tooManyCells': 'person',
  'file.unreadable': 'person',
  'file.notSources': 'person',
  'file.holdsSecret': 'person',
  'storage.quota': 'person',
  'storage.unavailable': 'person',
  'vault.noSecret': 'person',
  'vault.unreadable': 'person',
  'page.notAllowed': 'person',
  'page.gone': 'person',
  'page.noGrant': 'person',
  'policy.forbids': 'person',
  'extension.reloaded': 'person',
  'message.invalid': 'bug',
  'message.noHandler': 'bug',
  'message.refused': 'bug',
  'message.lost': 'person',
  unexpected: 'bug',
} as const satisfies Record<string, 'person' | 'bug'>;

export type ErrorCode = keyof typeof ERRORS;

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

export function fromWireError(error: WireError): HushmapError {
  return new HushmapError(error.code, error.params);
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERRORS, value);
}
