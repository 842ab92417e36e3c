import type { Setup } from '../harness';

/** The vendor's default and every level, in both major versions. */
const GIVEN: readonly Omit<Setup, 'recorder'>[] = [6, 7].flatMap((major) => [
  { major, options: '{}' },
  { major, options: `{ defaultPrivacyLevel: 'allow' }` },
  { major, options: `{ defaultPrivacyLevel: 'mask' }` },
  { major, options: `{ defaultPrivacyLevel: 'mask-user-input' }` },
  { major, options: `{ defaultPrivacyLevel: 'mask-unless-allowlisted' }` },
  { major, options: `{ defaultPrivacyLevel: 'made-up', actionNameAttribute: 'data-custom' }` },
  { major, options: `{ defaultPrivacyLevel: 'mask', actionNameAttribute: 'title' }` },
]);

export const datadog: readonly Setup[] = GIVEN.map((given) => ({ recorder: 'datadog', ...given }));
