import type { Setup } from '../harness';
import { NAMED, SELECTORS } from './selectors';

/** posthog-js with options of the init call, of the project, and of both. */
const GIVEN: readonly Omit<Setup, 'recorder'>[] = [
  { options: '{}' },
  { options: '{ maskAllInputs: false }' },
  { options: '{ maskAllInputs: undefined }' },
  { options: '{ maskAllInputs: null }' },
  { options: '{ blockClass: undefined, maskTextClass: undefined }' },
  { options: '{ maskAllInputs: false, maskInputOptions: { email: true, hidden: true } }' },
  { options: '{ maskAllInputs: false, maskInputOptions: { password: false, select: true } }' },
  { options: `{ maskTextSelector: '*' }` },
  { options: `{ ${SELECTORS} }` },
  { options: `{ maskTextSelector: '..broken', blockSelector: 'div:::' }` },
  { options: `{ ${NAMED} }` },
  { options: '{ blockClass: /^(secret|very-private)$/, maskTextClass: /priv/ }' },
  { options: '{ maskAllElementAttributes: true }' },
  { options: '{ maskAllElementAttributes: true, maskAttributeFn: (name, value) => value }' },
  { options: `{ slimDOMOptions: 'all' }` },
  { options: '{}', project: { maskAllInputs: false } },
  { options: '{}', project: { maskTextSelector: '.private', blockSelector: '.secret' } },
  { options: '{ maskAllInputs: true }', project: { maskAllInputs: false, maskTextSelector: 'p' } },
  { options: `{ maskTextSelector: '.private' }`, project: { maskTextSelector: '*' } },
  { options: '{}', project: { maskAllInputs: false, maskAllElementAttributes: true } },
  { options: '{ maskAllElementAttributes: false }', project: { maskAllElementAttributes: true } },
];

export const posthog: readonly Setup[] = GIVEN.map((given) => ({ recorder: 'posthog', ...given }));
