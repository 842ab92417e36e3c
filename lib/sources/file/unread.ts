import { HushmapError } from '../../core/errors';
import { BodyTooLargeError } from '../body';
import { JsonRowsError } from '../json-rows';

/** Why a file could not be read, whatever it was to hold. `size` and `limit` are bytes. */
export function whyUnread(cause: unknown, size: number, limit: number): HushmapError {
  if (cause instanceof BodyTooLargeError) return tooLarge(size, limit);
  if (!(cause instanceof JsonRowsError)) return new HushmapError('file.unreadable');
  const { kind, offset } = cause;
  if (kind === 'not-object' || kind === 'oversized') return new HushmapError('file.wrongFormat');
  return new HushmapError('file.notJson', [offset + 1]);
}

const MB = 1024 * 1024;

export const tooLarge = (size: number, limit: number): HushmapError =>
  new HushmapError('file.tooLarge', [Math.ceil(size / MB), Math.floor(limit / MB)]);
