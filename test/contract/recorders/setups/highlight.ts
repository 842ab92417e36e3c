import type { Setup } from '../harness';
import { NAMED, SELECTORS } from './selectors';

/** Every setting of privacy, and every option that changes what is taken. */
const GIVEN: readonly Omit<Setup, 'recorder'>[] = [
  { options: '{}' },
  { options: '{}', shape: 'email' },
  { options: `{ privacySetting: 'strict' }` },
  { options: `{ privacySetting: 'none' }` },
  { options: `{ privacySetting: 'none', maskAllInputs: true }`, shape: 'email' },
  {
    options: `{ privacySetting: 'none', maskInputOptions: { email: true, hidden: true, password: false } }`,
  },
  {
    options: `{ privacySetting: 'default', maskAllInputs: false, maskInputOptions: { hidden: true } }`,
  },
  { options: `{ ${SELECTORS} }` },
  { options: `{ privacySetting: 'strict', ${SELECTORS} }` },
  { options: `{ maskTextSelector: '*' }` },
  { options: `{ maskTextSelector: '..broken', blockSelector: 'div:::' }` },
  { options: `{ ${NAMED} }` },
  {
    options: `{ privacySetting: 'none', blockClass: /^(secret|very-private)$/, maskTextClass: /priv/ }`,
  },
  { options: '{ recordCrossOriginIframe: true }' },
];

export const highlight: readonly Setup[] = GIVEN.map((given) => ({
  recorder: 'highlight',
  ...given,
}));

/** The same recorder with another default, so a part of it. */
const OF_LAUNCHDARKLY: readonly Omit<Setup, 'recorder'>[] = [
  { options: '{}' },
  { options: `{ privacySetting: null }` },
  { options: `{ privacySetting: 'default' }`, shape: 'email' },
  { options: `{ privacySetting: 'none', maskInputOptions: { email: true, hidden: true } }` },
  { options: `{ ${SELECTORS} }` },
  { options: `{ privacySetting: 'default', ${NAMED} }` },
];

export const launchdarkly: readonly Setup[] = OF_LAUNCHDARKLY.map((given) => ({
  recorder: 'launchdarkly',
  ...given,
}));
