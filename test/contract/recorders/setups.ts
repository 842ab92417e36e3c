import type { Setup } from './harness';

const NAMED = ` blockClass: 'secret', maskTextClass: 'private', ignoreClass: 'x' `;
const SELECTORS = ` maskTextSelector: '.private, [data-private]', blockSelector: '.secret' `;

/** rrweb with the options that change what it takes. */
const RRWEB: readonly string[] = [
  '{}',
  '{ maskAllInputs: true }',
  '{ maskAllInputs: false }',
  '{ maskInputOptions: { email: true } }',
  '{ maskInputOptions: { password: true, hidden: true, textarea: true, select: true } }',
  '{ maskInputOptions: { input: true, file: true } }',
  '{ maskInputOptions: { checkbox: true, radio: true, submit: true, button: true, reset: true } }',
  `{ maskAllInputs: true, maskInputOptions: { hidden: true } }`,
  `{ maskTextSelector: '*', maskAllInputs: true }`,
  `{ ${SELECTORS} }`,
  `{ maskTextSelector: '..broken', blockSelector: 'div:::' }`,
  `{ ${NAMED} }`,
  '{ blockClass: /^(secret|very-private)$/, maskTextClass: /priv/ }',
  '{ blockClass: null }',
  `{ slimDOMOptions: 'all' }`,
  '{ slimDOMOptions: true }',
  '{ slimDOMOptions: { comment: true, headMetaSocial: true } }',
];

/** posthog-js with options of the init call, of the project, and of both. */
const POSTHOG: readonly Omit<Setup, 'recorder'>[] = [
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

export const SETUPS: readonly Setup[] = [
  ...RRWEB.map((options): Setup => ({ recorder: 'rrweb', options })),
  ...POSTHOG.map((setup): Setup => ({ recorder: 'posthog', ...setup })),
];

export const titleOf = ({ recorder, options, project }: Setup): string =>
  `${recorder} ${options}${project ? ` project ${JSON.stringify(project)}` : ''}`;
