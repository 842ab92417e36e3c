/** What was given can't be read as a bundle of this version; the message says why, for a person. */
export class NotABundle extends Error {
  override readonly name = 'NotABundle';
}
