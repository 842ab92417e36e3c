/** What the agent keeps whatever it is given. */
export const OWN_BLOCK = '[data-nr-block]';
export const OWN_MASK = '[data-nr-mask]';

/** Documented defaults of the New Relic browser agent (docs.newrelic.com, session replay). */
export const DEFAULT_OPTIONS = {
  mask_all_inputs: true,
  mask_text_selector: '*',
  block_selector: OWN_BLOCK,
  mask_input_options: { password: true },
} as const;
