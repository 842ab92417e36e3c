import type { Setup } from '../harness';

/** mixpanel-browser with options of the init call, and of the project where it is asked. */
const GIVEN: readonly Omit<Setup, 'recorder'>[] = [
  { options: '{}' },
  { options: '{ record_mask_all_text: false }' },
  { options: '{ record_mask_all_inputs: false }' },
  { options: '{ record_mask_all_text: false, record_mask_all_inputs: false }' },
  { options: '{ record_mask_all_text: undefined, record_mask_all_inputs: null }' },
  { options: `{ record_mask_text_selector: '.private' }` },
  {
    options: `{ record_mask_text_selector: ['.private', '[data-private]'], record_mask_all_text: true }`,
  },
  { options: `{ record_mask_text_selector: '' }` },
  { options: `{ record_mask_text_selector: '*' }` },
  { options: `{ record_mask_text_class: 'private' }` },
  { options: `{ record_mask_text_class: 'private', record_mask_all_text: false }` },
  { options: `{ record_mask_text_class: /^(private|secret)$/, record_mask_all_text: false }` },
  {
    options: `{ record_unmask_text_selector: '.mp-unmask', record_unmask_input_selector: '.mp-unmask' }`,
  },
  {
    options: `{ record_unmask_text_selector: ['.mp-unmask', 'title'], record_unmask_input_selector: ['fieldset', 'div'] }`,
  },
  { options: `{ record_unmask_text_selector: '*', record_unmask_input_selector: '*' }` },
  {
    options: `{ record_mask_all_inputs: false, record_mask_input_selector: '.mp-unmask, label', record_unmask_input_selector: '*' }`,
  },
  {
    options: `{ record_unmask_text_selector: '..broken', record_unmask_input_selector: ['', '.x'] }`,
  },
  {
    options: `{ record_mask_all_text: false, record_mask_text_selector: 'div:::', record_mask_all_inputs: false, record_mask_input_selector: '!' }`,
  },
  { options: `{ record_block_selector: '', record_block_class: 'secret' }` },
  {
    options: `{ record_block_selector: '.secret, [data-private]', record_block_class: /^(very-private|mp-block)$/ }`,
  },
  {
    options: `{ remote_settings_mode: 'fallback' }`,
    project: {
      record_mask_all_text: false,
      record_mask_all_inputs: false,
      record_block_selector: 'label',
    },
  },
  {
    options: `{ remote_settings_mode: 'strict', record_mask_all_text: false }`,
    project: { record_mask_all_text: true, record_block_selector: 'p' },
  },
];

export const mixpanel: readonly Setup[] = GIVEN.map((given) => ({
  recorder: 'mixpanel',
  ...given,
}));
