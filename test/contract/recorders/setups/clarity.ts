import type { Setup } from '../harness';

const SELECTORS = "mask: ['.set-mask', '[data-set-mask]'], unmask: ['.set-unmask']";

/** Balanced, Strict and Relaxed, and every option that changes what is taken. */
const GIVEN: readonly Omit<Setup, 'recorder'>[] = [
  { options: '{}' },
  { options: '{}', shape: 'letters' },
  { options: '{}', shape: 'email' },
  { options: '{ content: false }', shape: 'letters' },
  { options: '{ content: undefined }' },
  { options: "{ unmask: ['body'] }" },
  { options: "{ unmask: ['body'] }", shape: 'letters' },
  { options: `{ ${SELECTORS} }`, shape: 'letters' },
  { options: `{ content: false, ${SELECTORS} }`, shape: 'letters' },
  {
    options: "{ mask: ['.set-mask', '!', '[data-set-mask]'], unmask: ['.set-unmask'] }",
    shape: 'letters',
  },
  { options: "{ mask: ['.set-mask'], regions: [['area', '..']] }", shape: 'letters' },
  {
    options: "{ content: false, unmask: ['.set-unmask', '..', '[data-set-mask]'] }",
    shape: 'letters',
  },
  {
    options: "{ checksum: [[1, '.set-mask']], unmask: ['.set-unmask'], fraud: false }",
    shape: 'letters',
  },
  { options: "{ mask: undefined, unmask: ['body'] }", shape: 'letters' },
];

export const clarity: readonly Setup[] = GIVEN.map((given) => ({ recorder: 'clarity', ...given }));
