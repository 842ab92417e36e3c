import type { Setup } from '../harness';

const OPENED = ` unmask: ['.to-unmask'], unblock: ['.to-unblock', '[data-open]'] `;
const OFF = ' maskAllText: false, maskAllInputs: false ';

/** Options of `replayIntegration` that change what it takes. */
const OPTIONS: readonly string[] = [
  '{}',
  '{ maskAllText: false }',
  '{ maskAllInputs: false }',
  `{ ${OFF} }`,
  `{ ${OFF}, blockAllMedia: false, maskAttributes: [] }`,
  `{ ${OPENED} }`,
  `{ ${OFF}, ${OPENED} }`,
  `{ maskAllText: false, ${OPENED} }`,
  `{ maskAllInputs: false, ${OPENED}, blockAllMedia: false }`,
  `{ ${OFF}, mask: ['.private, [data-private]'], block: ['.secret'] }`,
  `{ mask: ['.private'], unmask: ['p', 'input', 'option'] }`,
  `{ unmask: ['*'], unblock: ['*'] }`,
  `{ ${OFF}, mask: ['*'] }`,
  `{ maskAttributes: ['alt', 'id', 'name', 'label', 'content', 'value', 'srcdoc', 'data-user', 'href', 'src', 'style'], ${OPENED} }`,
  `{ ${OFF}, maskAttributes: ['property', 'rel', 'action', 'class', 'aria-description', 'value'] }`,
  `{ ${OFF}, mask: ['..broken'] }`,
  `{ block: ['div:::'] }`,
  `{ unblock: ['div:::'] }`,
];

export const sentry: readonly Setup[] = OPTIONS.map((options) => ({ recorder: 'sentry', options }));
