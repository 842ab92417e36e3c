import type { Setup } from '../harness';
import { NAMED, SELECTORS } from './selectors';

/** rrweb with the options that change what it takes. */
const OPTIONS: readonly string[] = [
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

export const rrweb: readonly Setup[] = OPTIONS.map((options) => ({ recorder: 'rrweb', options }));
