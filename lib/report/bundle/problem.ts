import { cap } from '../cap';
import { redactText } from '../redact-text';
import { isSafeName } from './names';

/** What a bundle was found to be altered by. */
const SENTENCES = {
  container: 'The zip itself was changed, or something was added to it.',
  header: 'Its entry in the zip was changed.',
  'unsafe-name': 'Its name leads out of the bundle, or is none that a bundle has.',
  twice: 'It is in the zip twice.',
  damaged: 'Its bytes were changed.',
  missing: 'It is missing.',
  digest: 'Its content is not what the manifest says.',
  'not-listed': 'The manifest does not list it.',
  'not-canonical': 'It is not in its canonical form (RFC 8785), so it was written anew.',
  'not-read': 'It is not of the form that it should have.',
  signature: 'The signature does not fit the manifest: one of the two was changed.',
  'other-imprint': 'It dates another manifest than the one in this bundle.',
  'other-digest': 'It dates something by another digest than SHA-256, so it cannot be compared.',
} as const;

export type ProblemCode = keyof typeof SENTENCES;

export interface Problem {
  /** Name of the file in the bundle; empty: the zip itself. */
  readonly file: string;
  readonly code: ProblemCode;
  readonly text: string;
}

export const problem = (file: string, code: ProblemCode): Problem => ({
  file: shown(file),
  code,
  text: SENTENCES[code],
});

/** A name that is not safe is a stranger's words: nothing of it may steer a terminal. */
const shown = (name: string): string =>
  isSafeName(name) ? name : cap(redactText(name.replace(/[^\x20-\x7e]/g, '?')), 200);
