import { readFingerprint } from '../report/bundle/signature';
import { oneOf, parse } from './options';
import { UsageError } from './usage-error';

export interface VerifyOptions {
  readonly bundle: string;
  /** Fingerprint of the key that it should be signed by, in hex; null: nobody named one. */
  readonly key: string | null;
  readonly format: 'text' | 'json';
}

/** @throws UsageError with a sentence that says what to type instead. */
export function readVerifyOptions(args: readonly string[]): VerifyOptions {
  const { values, positionals } = parse(args, {
    key: { type: 'string' },
    format: { type: 'string' },
  });
  const [bundle, ...rest] = positionals;
  if (!bundle || rest.length > 0) throw new UsageError('Give one bundle: hushmap verify BUNDLE.');
  return {
    bundle,
    key: values.key === undefined ? null : fingerprint(values.key),
    format: oneOf(['text', 'json'] as const, values.format ?? 'text', '--format'),
  };
}

/** A part of a fingerprint is none: keys that share a beginning can be made. */
function fingerprint(text: string): string {
  const read = readFingerprint(text);
  if (read) return read;
  throw new UsageError('--key takes a whole fingerprint: 64 hexadecimal digits, in groups or not.');
}

/** @throws UsageError */
export function readKeygenOptions(args: readonly string[]): { readonly file: string } {
  const { positionals } = parse(args, {});
  const [file, ...rest] = positionals;
  if (!file || rest.length > 0) throw new UsageError('Give one file: hushmap keygen FILE.');
  return { file };
}

export interface TimestampOptions {
  readonly bundle: string;
  readonly token: string;
  readonly out: string;
}

/** @throws UsageError */
export function readTimestampOptions(args: readonly string[]): TimestampOptions {
  const { values, positionals } = parse(args, {
    out: { type: 'string' },
  });
  const [bundle, token, ...rest] = positionals;
  if (!bundle || !token || rest.length > 0) {
    throw new UsageError('Give a bundle and a time stamp: hushmap timestamp BUNDLE TOKEN.');
  }
  return { bundle, token, out: values.out ?? bundle };
}
