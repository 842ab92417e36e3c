import type { Setup } from '../harness';

/** New Relic's browser agent with options of `session_replay`. */
const OPTIONS: readonly string[] = [
  '{}',
  '{ mask_all_inputs: false }',
  '{ mask_all_inputs: null }',
  '{ mask_all_inputs: undefined, mask_text_selector: undefined, block_selector: undefined }',
  `{ mask_text_selector: '*' }`,
  `{ mask_text_selector: '' }`,
  '{ mask_text_selector: null, mask_all_inputs: false }',
  '{ mask_text_selector: false }',
  `{ mask_text_selector: '.private, [data-private]', block_selector: '.secret' }`,
  `{ mask_text_selector: '.private', mask_all_inputs: false, block_selector: '[data-private], .very-private' }`,
  `{ mask_text_selector: '..broken', block_selector: 'div:::' }`,
  `{ mask_text_selector: null, block_selector: null }`,
  `{ mask_text_selector: 'title, .nr-unmask', block_selector: '' }`,
  '{ mask_all_inputs: false, mask_input_options: { email: true, textarea: true } }',
  '{ mask_all_inputs: false, mask_input_options: { password: false, select: true, tel: true } }',
  '{ mask_all_inputs: false, mask_input_options: { hidden: true, file: true, checkbox: true, input: true } }',
  '{ mask_all_inputs: false, mask_input_options: { number: true, date: true, range: true, text: true } }',
  '{ mask_all_inputs: false, mask_input_options: null }',
  '{ mask_input_options: { hidden: true } }',
  `{ block_class: 'secret', mask_text_class: 'private', ignore_class: 'x', mask_text_selector: null }`,
  '{ collect_fonts: true, inline_images: true, mask_text_selector: null }',
  '{ fix_stylesheets: false, preload: true }',
];

export const newrelic: readonly Setup[] = OPTIONS.map((options) => ({
  recorder: 'newrelic',
  options,
}));
