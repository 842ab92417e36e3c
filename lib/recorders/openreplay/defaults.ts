/** Defaults of @openreplay/tracker 19 (its `Sanitizer`, `Input`, `Console`, `Timing` and `TopObserver`). */
export const DEFAULT_OPTIONS = {
  defaultInputMode: 1,
  obscureInputEmails: true,
  obscureInputNumbers: true,
  obscureInputDates: false,
  obscureTextEmails: true,
  obscureTextNumbers: false,
  privateMode: false,
  captureIFrames: true,
  captureResourceTimings: true,
  consoleMethods: ['log', 'info', 'warn', 'error', 'debug', 'assert'],
} as const;
