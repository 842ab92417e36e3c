/** Documented defaults of the New Relic browser agent (docs.newrelic.com, session replay). */
export const DEFAULT_OPTIONS = {
  mask_all_inputs: true,
  mask_text_selector: '*',
  block_selector: '[data-nr-block]',
  mask_input_options: { password: true },
} as const;
