import { type Message, message } from './message';

/**
 * Errors for a person to mend: they are shown with what to do next. The sentence of a code stands in
 * the catalogue under `error.<code>`.
 */
const FOR_A_PERSON = [
  'source.notConfigured',
  'source.unreachable',
  'source.slow',
  'source.unauthorized',
  'source.forbidden',
  'source.notFound',
  'source.rateLimited',
  'source.failed',
  'source.redirected',
  'source.notJson',
  'source.truncated',
  'source.badShape',
  'source.tooLarge',
  'source.noPermission',
  'source.badKey',
  'source.badPath',
  'source.cannot',
  'source.noScope',
  'source.otherProject',
  'source.noPageHeight',
  'matomo.address',
  'matomo.token',
  'matomo.noAccess',
  'matomo.noPlugin',
  'matomo.noHeatmap',
  'matomo.otherSite',
  'matomo.unreadRules',
  'matomo.segment',
  'matomo.refused',
  'openreplay.token',
  'openreplay.noAccess',
  'openreplay.noProject',
  'clickhouse.login',
  'clickhouse.noTable',
  'clickhouse.noColumn',
  'clickhouse.badColumn',
  'clickhouse.columns',
  'clickhouse.noAccess',
  'clickhouse.limit',
  'clickhouse.error',
  'file.notJson',
  'file.wrongFormat',
  'file.wrongVersion',
  'file.badCells',
  'file.tooLarge',
  'file.otherPage',
  'file.noRoom',
  'file.badHeader',
  'file.tooManyCells',
  'file.unreadable',
  'file.notSources',
  'view.damaged',
  'view.newer',
  'view.tooLong',
  'view.tooMany',
  'view.gone',
  'pin.noPlace',
  'pin.tooMany',
  'file.notExceptions',
  'file.tooManyExceptions',
  'file.holdsSecret',
  'file.notCsv',
  'file.badColumns',
  'measures.badHeader',
  'measures.wrongVersion',
  'measures.badElements',
  'measures.tooMany',
  'measures.badColumns',
  'measures.cannotAsk',
  'endpoint.notFound',
  'endpoint.refused',
  'endpoint.keyNeeded',
  'endpoint.notHeat',
  'endpoint.badField',
  'endpoint.otherAnswer',
  'endpoint.badRows',
  'endpoint.badTable',
  'endpoint.badColumns',
  'endpoint.tooManyCells',
  'heat.segmentTooSmall',
  'heat.tooSimilar',
  'heat.tooMany',
  'heat.notRemembered',
  'heat.memoryDamaged',
  'snapshot.nothing',
  'snapshot.gone',
  'snapshot.tooLarge',
  'snapshot.noRoom',
  'storage.quota',
  'storage.unavailable',
  'vault.noSecret',
  'vault.unreadable',
  'page.notAllowed',
  'page.gone',
  'page.silent',
  'page.noGrant',
  'hold.notAllowed',
  'hold.refused',
  'quiet.notAllowed',
  'proof.notMarked',
  'proof.notAudited',
  'proof.gone',
  'proof.nothing',
  'picture.none',
  'walk.refused',
  'walk.gone',
  'policy.forbids',
  'extension.reloaded',
  'message.lost',
] as const;

/** Errors of ours. */
const BUGS = ['message.invalid', 'message.noHandler', 'message.refused', 'unexpected'] as const;

/** Every error that Hushmap can name. */
export const ERROR_CODES = [...FOR_A_PERSON, ...BUGS] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

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

export function isErrorCode(value: unknown): value is ErrorCode {
  return ERROR_CODES.some((code) => code === value);
}
