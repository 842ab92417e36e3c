/** Documented defaults of @openreplay/tracker 19 (docs.openreplay.com, sanitize data). */
export const DEFAULT_OPTIONS = {
  defaultInputMode: 1,
  obscureInputEmails: true,
  obscureInputNumbers: true,
  obscureInputDates: false,
  obscureTextEmails: true,
  obscureTextNumbers: false,
  privateMode: false,
} as const;
