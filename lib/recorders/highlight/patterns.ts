/**
 * What the setting `default` takes for personal (`DEFAULT_OBFUSCATE_REGEXES`), in patterns that find
 * the same texts and read each only once: mail addresses, numbers of nine digits, numbers of social
 * security, telephones and cards, street addresses, and addresses of machines.
 */
const PATTERNS: readonly RegExp[] = [
  /[\w.!#$%&'*+=?^`{|}~-]@[a-zA-Z0-9-]/,
  /\d{9}/,
  /\d{3}-?\d{2}-?\d{4}/,
  /\d{3}\)?[-\s.]?\d{3}[-\s.]?\d{4}/,
  /\d{4}-?\d{4}-?\d{4}-?\d{4}/,
  /\d.?\d{0,3}\s[a-zA-Z]{2,30}\s[a-zA-Z]{2}/,
  /(?:\d{1,3}.){3}\d/,
];

/** Whether a whole text is one that the setting `default` scrambles. */
export const looksPersonal = (text: string): boolean =>
  PATTERNS.some((pattern) => pattern.test(text));
