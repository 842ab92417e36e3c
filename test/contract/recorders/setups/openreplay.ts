import type { Setup } from '../harness';

/** The vendor's defaults, and every option that changes what is taken. */
const GIVEN: readonly Omit<Setup, 'recorder'>[] = [
  { options: '{}' },
  { options: '{}', shape: 'email' },
  { options: '{ obscureTextEmails: false, obscureTextNumbers: true }', shape: 'letters' },
  { options: '{ obscureTextNumbers: true }' },
  { options: '{ obscureTextEmails: false }', shape: 'email' },
  { options: '{ defaultInputMode: 0 }', shape: 'letters' },
  { options: '{ defaultInputMode: 0 }' },
  { options: '{ defaultInputMode: 0, obscureInputNumbers: false, obscureInputDates: true }' },
  { options: '{ defaultInputMode: 0, obscureInputEmails: false }', shape: 'email' },
  { options: '{ defaultInputMode: 2 }' },
  { options: '{ defaultInputMode: undefined }' },
  { options: '{ privateMode: true }' },
  { options: '{ privateMode: true, defaultInputMode: 0 }', shape: 'letters' },
  { options: '{ captureIFrames: false, disableSprites: true, inlineCss: 3 }' },
];

export const openreplay: readonly Setup[] = GIVEN.map((given) => ({
  recorder: 'openreplay',
  ...given,
}));
